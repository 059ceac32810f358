// Headless Chromium, as every test that needs one starts it: with nothing of its own on the network.

import { chromium } from 'playwright-core';
import { chromium as program, requireBrowserProgram } from '../../scripts/lib/browsers.mjs';
import { FOREIGN_HOST } from '../runtimes/foreign-host.mjs';

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  `--host-resolver-rules=MAP ${FOREIGN_HOST} 127.0.0.1`,
];

/** A profile in the folder `profile`, with the unpacked extension in `extension`; whoever starts it closes it. */
export const launchChromiumWithExtension = (profile, extension) =>
  chromium.launchPersistentContext(profile, {
    // Playwright's own headless mode is one that has no extensions.
    ...{ executablePath: requireBrowserProgram(program), headless: false },
    args: [
      ...FLAGS,
      '--headless=new',
      `--disable-extensions-except=${extension}`,
      `--load-extension=${extension}`,
    ],
  });

/** The browser of Playwright; whoever starts it closes it. */
export const launchHeadlessChromium = () =>
  chromium.launch({ executablePath: requireBrowserProgram(program), args: FLAGS });
