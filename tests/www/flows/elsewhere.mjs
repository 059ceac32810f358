// The main flow in the other browsers.

import { openFirefox } from '../browsers/firefox.mjs';
import { KEY_PANE, TOKEN_PANE, visitElsewhere } from '../browsers/visit-elsewhere.mjs';
import { openWebKit } from '../browsers/webkit.mjs';
import { SECRET, TOKEN } from '../model/fixtures.mjs';

const BROWSERS = { Firefox: openFirefox, WebKitGTK: openWebKit };
/** WebDriver's names of keys. */
const [END, LEFT, BACKSPACE] = ['\uE010', '\uE012', '\uE003'];

export default function elsewhere({ test }) {
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
  }
}
