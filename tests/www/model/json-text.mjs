// JSON text stays the text that was signed: no member is lost, no number is rounded.

export default function jsonText({ test, assert, model }) {
  const { spread, compact, withMember, jsonTokens } = model['json-text'];

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
}
