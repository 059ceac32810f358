// Each attack of the tour is refused, and for its own reason; each example holds.

const REASONS = {
  genuine: 'valid',
  none: 'ERR_JOSE_ALG_NOT_ALLOWED',
  confusion: 'ERR_JOSE_KEY_MISMATCH',
  tampered: 'ERR_JWS_SIGNATURE_VERIFICATION_FAILED',
  stripped: 'ERR_JWS_INVALID',
  ownKey: 'ERR_JWS_SIGNATURE_VERIFICATION_FAILED',
  expired: 'ERR_JWT_EXPIRED',
  otherAudience: 'ERR_JWT_CLAIM_VALIDATION_FAILED',
  duplicate: 'ERR_JWT_INVALID',
  kid: 'ERR_JWKS_NO_MATCHING_KEY',
  weakSecret: 'weak',
};

export default function attacks({ test, assert, model }) {
  const { ATTACKS, attackInput } = model.attacks;
  const { Debugger } = model.debugger;
  const now = new Date();

  for (const attack of ATTACKS) {
    test(`${attack} is met as it should be`, async () => {
      const page = new Debugger(() => now);
      page.load(await attackInput(attack, now));
      const { verdict } = page.view();
      assert.equal(verdict.check?.code ?? verdict.kind, REASONS[attack]);
    });
  }

  test('every algorithm has an example that holds and can be edited', async () => {
    for (const algorithm of model.algorithms.ALGORITHMS) {
      const page = new Debugger(() => now);
      page.load(await model.examples.exampleInput(algorithm, now));
      assert.equal(page.view().verdict.kind, 'valid', algorithm);
      const { checks } = page.view().inspection;
      assert.equal(checks.find(({ name }) => name === 'aud').status, 'passed');
      await page.setClaim('sub', 'somebody else');
      assert.equal(page.view().verdict.kind, 'valid', algorithm);
    }
  });
}
