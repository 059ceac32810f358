// A page that a consumer built, in Chromium.

import { brotliCompressSync, gzipSync } from 'node:zlib';

/** Milliseconds; a development server bundles while it is asked. */
const PATIENCE = 120_000;

/** What the page found, and the size of all scripts that it loaded for that. */
export async function visit(browser, url) {
  const page = await browser.newPage();
  try {
    const scripts = [];
    page.on('response', (response) => {
      if (response.request().resourceType() === 'script') scripts.push(response);
    });
    const broken = new Promise((_, reject) => page.on('pageerror', reject));
    const result = await Promise.race([resultOf(page, url), broken]);
    return { result, size: sizeOf(await Promise.all(scripts.map((script) => script.body()))) };
  } finally {
    await page.close();
  }
}

/**
 * The result that a page of a development server shows. Such a server may reload the page while it bundles,
 * and the reload causes errors. So errors of the page count only when no result comes.
 */
export async function visitDevelopment(browser, url) {
  const page = await browser.newPage();
  const errors = [];
  page.on('pageerror', (error) => errors.push(error.stack));
  try {
    return await resultOf(page, url);
  } catch (error) {
    throw new Error([error.message, ...errors].join('\n'), { cause: error });
  } finally {
    await page.close();
  }
}

async function resultOf(page, url) {
  await page.goto(url);
  const body = page.locator('body[data-result]');
  await body.waitFor({ state: 'attached', timeout: PATIENCE });
  return JSON.parse(await body.getAttribute('data-result'));
}

/** The bytes of files, as they are and as a server would compress them. */
export function sizeOf(files) {
  const sum = (compress) => files.reduce((total, file) => total + compress(file).length, 0);
  return {
    plain: sum((file) => file),
    gzip: sum((file) => gzipSync(file, { level: 9 })),
    brotli: sum((file) => brotliCompressSync(file)),
  };
}
