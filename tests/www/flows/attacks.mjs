// The tour: each attack is refused before the reader's eyes.

import { actions } from '../visit.mjs';

const SAID = [
  ['The genuine token', 'Valid', 'Every check'],
  ['alg: none', 'Not valid', 'ERR_JOSE_ALG_NOT_ALLOWED'],
  ['Algorithm confusion', 'Not valid', 'ERR_JOSE_KEY_MISMATCH'],
  ['A changed payload', 'Not valid', 'ERR_JWS_SIGNATURE_VERIFICATION_FAILED'],
  ['The signature cut off', 'Not valid', 'ERR_JWS_INVALID'],
  ['The attacker’s own key', 'Not valid', 'ERR_JWS_SIGNATURE_VERIFICATION_FAILED'],
  ['An old token', 'Not valid', 'ERR_JWT_EXPIRED'],
  ['A token for someone else', 'Not valid', 'ERR_JWT_CLAIM_VALIDATION_FAILED'],
  ['A member twice', 'Not valid', 'ERR_JWT_INVALID'],
  ['A path as key ID', 'Not valid', 'ERR_JWKS_NO_MATCHING_KEY'],
  ['A secret from the documentation', 'Weak key', 'Danger'],
];

export default function attacks({ test, open }) {
  test('each is refused, and for its own reason', () =>
    open({}, async ({ page }) => {
      const does = actions(page);
      await page.getByRole('button', { name: 'Start the tour' }).click();
      for (const [index, [title, word, reason]] of SAID.entries()) {
        if (index > 0) await page.getByRole('button', { name: 'Next' }).click();
        await page.getByRole('heading', { name: title }).waitFor();
        await does.verdictIs(word);
        await page.locator('main').getByText(reason).first().waitFor();
      }
      await page.getByRole('button', { name: 'End the tour' }).click();
      await page.locator('.tour').waitFor({ state: 'hidden' });
    }));
}
