// The programs that it takes to test in browsers, and where they are found.

import { Fault } from './fault.mjs';
import { findProgram } from './tools.mjs';

/**
 * Of each, `variable` is the environment variable that names another program, `programs` what is
 * looked for, `debian` the package that has it, and `website` where it comes from for everybody else.
 */
export const chromium = {
  name: 'Chromium',
  variable: 'CHROMIUM',
  programs: [
    'chromium',
    'chromium-browser',
    'google-chrome',
    'google-chrome-stable',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  ],
  debian: 'chromium',
  website: 'https://www.chromium.org/getting-involved/download-chromium',
};

export const firefox = {
  name: 'Firefox',
  variable: 'FIREFOX',
  programs: ['firefox-esr', 'firefox', '/Applications/Firefox.app/Contents/MacOS/firefox'],
  debian: 'firefox-esr',
  website: 'https://www.mozilla.org/firefox',
};

/** Brings its browser with it. */
export const webKitDriver = {
  name: 'WebKitWebDriver',
  variable: 'WEBKIT_DRIVER',
  programs: ['WebKitWebDriver'],
  debian: 'webkit2gtk-driver',
  website: 'https://webkitgtk.org',
};

/** A display in memory: WebKitGTK runs on none but a display. */
export const xvfb = {
  name: 'Xvfb',
  variable: 'XVFB',
  programs: ['Xvfb'],
  debian: 'xvfb',
  website: 'https://www.x.org',
};

export const browserPrograms = [chromium, firefox, webKitDriver, xvfb];

/** The path of a program: the one that its variable names, else the first one found. */
export const findBrowserProgram = ({ variable, programs }) =>
  findProgram([process.env[variable] || programs].flat());

/** The same, or a `Fault` that says how to get it. */
export function requireBrowserProgram(program) {
  const found = findBrowserProgram(program);
  if (found !== undefined) return found;
  const { name, variable, debian, website } = program;
  throw new Fault(
    `${name} was not found: install it (Debian: \`sudo apt-get install ${debian}\`, others: ` +
      `${website}) or set ${variable} to its path, and run this command again.`,
  );
}
