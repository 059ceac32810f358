// Two tokens, member by member.

import { PAYLOAD, TOKEN, tokenOf } from './fixtures.mjs';

export default function compare({ test, assert, model }) {
  const { compareTokens } = model.compare;

  test('what differs comes first and says how', () => {
    const payload = '{"iss":"https://other.example/","sub":"user-1","exp":4102444800,"scope":"a"}';
    const other = tokenOf(payload);
    const members = compareTokens(TOKEN, other);
    assert.deepEqual(
      members.map(({ name, status }) => [name, status]),
      [
        ['iss', 'changed'],
        ['aud', 'onlyLeft'],
        ['scope', 'onlyRight'],
        ['alg', 'same'],
        ['typ', 'same'],
        ['sub', 'same'],
        ['exp', 'same'],
      ],
    );
    assert.equal(members[0].left, '"https://issuer.example/"');
  });

  test('long numbers are compared digit for digit', () => {
    const [one, other] = [0, 1].map((digit) => tokenOf(`{"id":1234567890123456789${digit}}`));
    const [{ name, status, left }] = compareTokens(one, other);
    assert.deepEqual([name, status, left], ['id', 'changed', '12345678901234567890']);
  });

  test('a token is the same as itself, and one that cannot be read has no comparison', () => {
    assert.ok(compareTokens(TOKEN, TOKEN).every(({ status }) => status === 'same'));
    assert.equal(compareTokens(TOKEN, 'hello'), undefined);
    const withNamesOfObjects = tokenOf(PAYLOAD.replace('"sub"', '"constructor"'));
    const inherited = compareTokens(TOKEN, withNamesOfObjects);
    assert.equal(inherited.find(({ name }) => name === 'constructor').status, 'onlyRight');
  });
}
