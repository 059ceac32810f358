// JSON text stays the text that was signed: no member is lost, no number is rounded.

import { processorTime } from './processor-time.mjs';

export default function jsonText({ test, assert, model }) {
  const { spread, compact, withMember, jsonTokens, memberTexts, duplicateMembers } =
    model['json-text'];

  test('laid out as JSON.stringify lays out', () => {
    for (const value of [{}, [], { a: [] }, { a: { b: [1, 'x,:{}'] }, c: null }, [[], [{}]], 'x']) {
      assert.equal(spread(JSON.stringify(value)), JSON.stringify(value, null, 2));
      assert.equal(compact(JSON.stringify(value, null, 2)), JSON.stringify(value));
    }
  });

  test('duplicates, long numbers, escapes and order survive', () => {
    const text = '{"b":12345678901234567890,"1":1.0,"b":1e400,"a":"\\u00e9\\n"}';
    assert.equal(compact(spread(text)), text);
  });

  test('what is no JSON stays as it is', () => {
    for (const text of ['{"a": }x', '{ "a', 'hello  world', "{'a': 1}"]) {
      assert.equal(compact(text), text.trim() === text ? text : text);
      assert.equal(spread('{"a": tru'), '{"a": tru');
    }
    assert.equal(jsonTokens('{"a": tru').isComplete, false);
  });

  test('one member is replaced where it stands, and nothing else', () => {
    const text = '{\n  "x": {"exp": 1},\n  "exp": 2,\n  "y": [ 3 ]\n}';
    assert.equal(withMember(text, 'exp', 9), text.replace('"exp": 2', '"exp": 9'));
    assert.equal(withMember('{}', 'exp', 9), '{\n  "exp": 9\n}');
    assert.equal(withMember('{"a":1}', 'exp', 9), '{\n  "a": 1,\n  "exp": 9\n}');
    assert.equal(withMember('{"a":{"b":1}}', 'a', 2), '{"a":2}');
    assert.equal(withMember('no object', 'exp', 9), 'no object');
  });

  test('the members of an object are those of its outermost level, the last of each name', () => {
    const text = '{"a":{"b":[1, 2]},"c":"},{:","b":[],"a":1.0,"d":{}}';
    assert.deepEqual(
      [...memberTexts(text)],
      [
        ['a', '1.0'],
        ['c', '"},{:"'],
        ['b', '[]'],
        ['d', '{}'],
      ],
    );
    for (const none of ['', '[]', '{}', '{"a"', '{"a":', 'x']) {
      assert.equal(memberTexts(none).size, 0, none);
    }
  });

  test('members that are there twice are named, with each of their values', () => {
    const text = '{"role": "user","sub":"a","role":"admin"}';
    assert.deepEqual(duplicateMembers(text), [{ name: 'role', values: ['"user"', '"admin"'] }]);
    const inner = '{"x":[{"roles":[1,1],"y":{"a":{"b":1},"a":{}},"roles":{"c":1}}],"sub":1}';
    assert.deepEqual(duplicateMembers(inner), [
      { name: 'x.y.a', values: ['{"b":1}', '{}'] },
      { name: 'x.roles', values: ['[1,1]', '{"c":1}'] },
    ]);
    const escaped = '{"a":1,"\\u0061":2}';
    assert.deepEqual(duplicateMembers(escaped), [{ name: 'a', values: ['1', '2'] }]);
    for (const none of ['', '{"a":1}', '[{"a":1},{"a":2}]', '{"a":{"a":1}}', '{"a"', '}:]']) {
      assert.deepEqual(duplicateMembers(none), [], none);
    }
    const many = `{${'"a":1,'.repeat(1000)}"b":1}`;
    assert.deepEqual(duplicateMembers(many)[0].values, ['1', '1', '1']);
  });

  test('hostile text is read in linear time, and throws nothing', () => {
    const fill = (unit) => unit.repeat(Math.ceil(1e5 / unit.length));
    const units = [
      '{',
      '[',
      '{"a":',
      '"a":1,',
      '{"a":1,"a":[',
      '"',
      ':',
      '},',
      '\\',
      '1',
      '{"b":{},',
    ];
    const started = processorTime();
    for (const text of units.flatMap((unit) => [fill(unit), `{${fill(unit)}`])) {
      duplicateMembers(text);
      memberTexts(text);
      withMember(text, 'a', 1);
      spread(text);
      compact(text);
    }
    assert.ok(processorTime() - started < 5000);
  });
}
