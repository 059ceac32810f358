// The main flow in the other browsers, and the texts that people paste most.

import { BACKSPACE, KEY_PANE, TOKEN_PANE, visitElsewhere } from '../browsers/visit-elsewhere.mjs';
import { openFirefox } from '../browsers/firefox.mjs';
import { openWebKit } from '../browsers/webkit.mjs';
import { ENCRYPTED, PAYLOAD, SECRET, TOKEN, tokenOf } from '../model/fixtures.mjs';
import { texts } from '../texts.mjs';

const BROWSERS = { Firefox: openFirefox, WebKitGTK: openWebKit };
/** WebDriver's names of keys. */
const [END, LEFT] = ['\uE010', '\uE012'];
const OTHER = tokenOf(PAYLOAD.replace('user-1', 'user-2'));
/** By their names in `texts.mjs`. */
const COMMON = [
  'a line break at its end',
  'quotation marks around it',
  'broken by a terminal',
  'an Authorization line',
  'copied as cURL (bash)',
  'copied as fetch',
  'the same, laid out',
  'a fragment',
  'a Cookie line',
  'an environment file',
];

export default function elsewhere({ test, assert }) {
  const all = texts({ token: TOKEN, other: OTHER, encrypted: ENCRYPTED });
  const common = all.filter(({ name }) => COMMON.includes(name));
  assert.equal(common.length, COMMON.length);

  for (const [name, open] of Object.entries(BROWSERS)) {
    test(`${name}: paste, verdict, key, verdict, a change, verdict`, () =>
      visitElsewhere(open, async (page) => {
        await page.paste(TOKEN_PANE, `Authorization: Bearer ${TOKEN}`);
        await page.verdictIs('Not verified');
        await page.shows('.found-line', 'Token found in the Authorization header.');
        await page.shows('.claims', 'https://issuer.example/');
        await page.paste(KEY_PANE, SECRET);
        await page.verdictIs('Signature verified');
        await page.focus(TOKEN_PANE);
        await page.control(END);
        // Not the last character, not all of whose bits are of the signature.
        await page.type(`${LEFT}${BACKSPACE}A`);
        await page.verdictIs('Not valid');
        await page.shows('.failures', 'ERR_JWS_SIGNATURE_VERIFICATION_FAILED');
      }));

    test(`${name}: the verdict of the common texts is that of the token in them`, () =>
      visitElsewhere(open, async (page) => {
        await page.paste(KEY_PANE, SECRET);
        for (const { text } of common) {
          await page.paste(TOKEN_PANE, text);
          await page.has(TOKEN_PANE, TOKEN);
          await page.verdictIs('Signature verified');
          await page.clear();
        }
      }));
  }
}
