// Times as people read them.

export default function time({ test, assert, model }) {
  const { readTime, relativeTime, countdown, isoTime, parseTime, toLocalInput } = model.time;

  test('seconds are seconds, and milliseconds are told', () => {
    assert.deepEqual(readTime(1795309200), {
      date: new Date('2026-11-22T01:00:00Z'),
      isMilliseconds: false,
    });
    assert.deepEqual(readTime(1795309200000).isMilliseconds, true);
    assert.equal(readTime(1795309200000).date.getTime(), 1795309200000);
    for (const value of ['1795309200', null, Number.NaN, 1e300, {}]) {
      assert.equal(readTime(value), undefined);
    }
  });

  test('relative times are in the words of the language', () => {
    const now = new Date('2026-11-22T00:00:00Z');
    const at = (seconds) => new Date(now.getTime() + seconds * 1000);
    assert.equal(relativeTime(at(14 * 60 + 5), now, 'en'), 'in 14 minutes');
    assert.equal(relativeTime(at(-7200), now, 'en'), '2 hours ago');
    assert.equal(relativeTime(at(90 * 86400), now, 'de'), 'in 2 Monaten');
    assert.equal(relativeTime(at(0), now, 'en'), 'in 0 seconds');
    assert.equal(relativeTime(at(899.4), now, 'en'), 'in 15 minutes');
    assert.equal(relativeTime(at(-59.6), now, 'en'), '59 seconds ago');
  });

  test('a countdown has two units and does not jump', () => {
    assert.equal(countdown(0.2), '1 s');
    assert.equal(countdown(61), '1 min 01 s');
    assert.equal(countdown(3600), '1 h 00 min');
    assert.equal(countdown(90_061), '1 d 01 h');
    assert.equal(countdown(-5), '0 s');
  });

  test('what is typed is read: ISO 8601, seconds, milliseconds', () => {
    const expected = new Date('2026-11-22T01:00:00Z');
    for (const text of ['2026-11-22T01:00:00Z', '1795309200', ' 1795309200000 ']) {
      assert.deepEqual(parseTime(text), expected);
    }
    assert.equal(parseTime('tomorrow'), undefined);
    assert.equal(parseTime(''), undefined);
    assert.equal(isoTime(expected), '2026-11-22T01:00:00Z');
    assert.deepEqual(new Date(toLocalInput(expected)), expected);
  });
}
