// A visit to the built page in a browser that Playwright does not drive, in which nothing may go wrong either: no
// request leaves the origin, nothing is an error on the console, and the page's policy reports nothing.

import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { withEndings } from '../../support/endings.mjs';
import { inTime } from '../../support/in-time.mjs';
import { serveWatchedPage } from './watched-page.mjs';

/**
 * Milliseconds for one step of a flow, and between two looks at the page. Machines that test are busy, and only what
 * never comes takes as long.
 */
const PATIENCE = 300_000;
const PAUSE = 100;
/** WebDriver's names of keys. https://www.w3.org/TR/webdriver2/#keyboard-actions */
const CONTROL = '\uE009';
export const BACKSPACE = '\uE003';
export const TOKEN_PANE = '.panel.token textarea';
export const KEY_PANE = '.panel.key textarea';

/** Opens the page in the browser that `open` starts, and hands `use` what it takes to use it. */
export async function visitElsewhere(open, use) {
  await withEndings(async (whenDone) => {
    const folder = await mkdtemp(join(tmpdir(), 'edge-jwt-browser-'));
    whenDone(() => rm(folder, { recursive: true, force: true }));
    const origin = await serveWatchedPage(whenDone);
    const browser = await inTime(open({ origin, folder, whenDone }), 'the browser');
    const page = pageIn(browser);
    await browser.goTo(`${origin}/`);
    await page.until(() => document.querySelector('.verdict') !== null);
    await inTime(use(page), 'the page');
    assert.deepEqual(await page.ask(() => watched), []);
    assert.deepEqual(browser.left, []);
    await checkWatch(page, browser);
  });
}

/** The watch would have seen each of them: it sees them now. */
async function checkWatch(page, { left }) {
  await page.ask(() => {
    console.error('an error');
    document.body.append(document.createElement('style'));
    document.querySelector('body > style').textContent = 'a {}';
    return fetch('https://elsewhere.example/').catch(() => {});
  });
  for (const told of ['error on the console: an error', 'the policy refused style-src']) {
    await page.until((wanted) => watched.some((text) => text.includes(wanted)), told);
  }
  assert.notDeepEqual(left, []);
}

/** What people do, by keyboard. */
function pageIn({ evaluate, perform }) {
  /** What the function returns in the page, as far as JSON goes. */
  async function ask(inPage, ...args) {
    const call = `(${inPage})(...${JSON.stringify(args)})`;
    return JSON.parse(await evaluate(`(async () => JSON.stringify((await ${call}) ?? null))()`));
  }

  async function until(inPage, ...args) {
    const end = Date.now() + PATIENCE;
    while (!(await ask(inPage, ...args))) {
      if (Date.now() > end) throw new Error(`in vain waited for ${inPage} of ${args}`);
      await setTimeout(PAUSE);
    }
  }

  const act = (actions) => perform([{ type: 'key', id: 'keyboard', actions }]);
  const down = (value) => ({ type: 'keyDown', value });
  const up = (value) => ({ type: 'keyUp', value });
  const type = (text) => act([...text].flatMap((key) => [down(key), up(key)]));
  const control = (key) => act([down(CONTROL), down(key), up(key), up(CONTROL)]);

  /** From a field that is no part of the page: line breaks too, and no key after key. */
  async function copy(text) {
    await ask((value) => {
      const field = document.createElement('textarea');
      field.id = 'to-copy';
      field.value = value;
      document.body.append(field);
      field.select();
    }, text);
    await control('c');
    await ask(() => document.querySelector('#to-copy').remove());
  }

  const focus = (selector) => ask((selected) => document.querySelector(selected).focus(), selector);

  return {
    ask,
    until,
    type,
    control,
    focus,
    /** In place of what is there. */
    async paste(selector, text) {
      await copy(text);
      await focus(selector);
      await control('a');
      await control('v');
    },
    /** Empties the pane of the token. */
    async clear() {
      await focus(TOKEN_PANE);
      await control('a');
      await type(BACKSPACE);
      await until((pane) => document.querySelector(pane).value === '', TOKEN_PANE);
    },
    has: (selector, value) =>
      until((where, wanted) => document.querySelector(where).value === wanted, selector, value),
    verdictIs: (word) =>
      until((wanted) => document.querySelector('.verdict .word').textContent === wanted, word),
    shows: (selector, text) =>
      until(
        (where, wanted) => document.querySelector(where).textContent.includes(wanted),
        selector,
        text,
      ),
  };
}
