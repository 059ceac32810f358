// Times as people read them.

export default function time({ test, assert, model }) {
  const { readTime, relativeTime, countdown, isoTime, parseTime, toLocalInput, yearOf } =
    model.time;

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
    assert.equal(relativeTime(at(14 * 60 + 5), now, 'en'), 'in 14 min 05 s');
    assert.equal(relativeTime(at(-7200), now, 'en'), '2 h 00 min ago');
    assert.equal(relativeTime(at(-7200), now, 'de'), 'vor 2 h 00 min');
    assert.equal(relativeTime(at(90 * 86400), now, 'de'), 'in 90 Tagen');
    assert.equal(relativeTime(at(-3 * 365.25 * 86400), now, 'en'), '3 years ago');
    assert.equal(relativeTime(at(0), now, 'en'), 'in 0 s');
    assert.equal(relativeTime(at(899.4), now, 'en'), 'in 15 min 00 s');
    assert.equal(relativeTime(at(-59.6), now, 'en'), '1 min 00 s ago');
  });

  test('a countdown has two units and does not jump', () => {
    assert.equal(countdown(0.2), '1 s');
    assert.equal(countdown(61), '1 min 01 s');
    assert.equal(countdown(3600), '1 h 00 min');
    assert.equal(countdown(90_061), '25 h 01 min');
    assert.equal(countdown(172_799), '47 h 59 min');
    assert.equal(countdown(172_800), '2 days');
    assert.equal(countdown(364 * 86_400), '364 days');
    assert.equal(countdown(364 * 86_400, 'de'), '364 Tage');
    assert.equal(countdown(913 * 86_400, 'de'), '2,5 Jahre');
    assert.equal(countdown(-5), '0 s');
  });

  test('the countdown of the verdict and the time in the table say the same', () => {
    const now = new Date('2026-11-22T00:00:00Z');
    for (const seconds of [0.4, 59, 61.5, 3599, 85_740, 172_799, 172_800, 31_449_600, 4e8]) {
      const [ahead, past] = [1, -1].map((sign) => new Date(now.getTime() + sign * seconds * 1000));
      assert.equal(relativeTime(ahead, now, 'en'), `in ${countdown(seconds)}`);
      assert.equal(relativeTime(past, now, 'en'), `${countdown(seconds)} ago`);
    }
  });

  test('a time in milliseconds is in a year that nobody means', () => {
    assert.equal(yearOf(1_796_057_188_000), 58_884);
    assert.equal(yearOf(1_796_057_188), 2026);
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
