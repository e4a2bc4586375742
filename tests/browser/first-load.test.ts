import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Browser, chromium, type Response } from 'playwright-core';
import { CHROMIUM_FLAGS, chromiumPath } from '../support/chromium.ts';
import { type RunningDesk, startDesk } from '../support/running-desk.ts';
import { signIn } from './support/sign-in.ts';

const START_MS = 180_000;
const VISIT_MS = 120_000;
const MOST_BYTES = 350_000;

/** What a response weighs with its headers when its body travels as gzip, as at any address without TLS. */
async function weigh(response: Response): Promise<{ path: string; bytes: number }> {
  const { responseHeadersSize } = await response.request().sizes();
  const body = gzipSync(await response.body(), { level: 9 });
  return { path: new URL(response.url()).pathname, bytes: responseHeadersSize + body.length };
}

function sum(responses: readonly { bytes: number }[]): number {
  return responses.reduce((total, { bytes }) => total + bytes, 0);
}

/** What a browser that knows nothing fetches until a person sees the first list of their work. */
describe('the first load of the console', () => {
  let placet: RunningDesk;
  let browser: Browser;

  beforeAll(async () => {
    placet = await startDesk();
    browser = await chromium.launch({ executablePath: await chromiumPath(), args: CHROMIUM_FLAGS });
  }, START_MS);

  afterAll(async () => {
    await browser?.close();
    await placet?.stop();
  }, START_MS);

  it(
    'is at most 350 kB as gzip, from an empty cache through the sign-in to the first list',
    async () => {
      const page = await browser.newPage({ locale: 'fr-FR', viewport: { width: 1280, height: 900 } });
      const fetched: Response[] = [];
      page.on('response', (response) => fetched.push(response));
      await signIn(page, placet);
      await page.getByRole('table').getByRole('link').first().waitFor();
      const weighed = await Promise.all(fetched.map(weigh));
      const files = weighed.filter(({ path }) => !path.startsWith('/api/'));
      const answers = weighed.filter(({ path }) => path.startsWith('/api/'));
      const largest = files.toSorted((a, b) => b.bytes - a.bytes).slice(0, 8);
      process.stderr.write(
        `first load: ${sum(files)} bytes in ${files.length} files, ${sum(answers)} in ${answers.length} answers\n${largest
          .map(({ path, bytes }) => `${bytes} ${path}\n`)
          .join('')}`,
      );
      expect(files.length).toBeGreaterThan(2);
      expect(sum(files)).toBeLessThanOrEqual(MOST_BYTES);
    },
    VISIT_MS,
  );
});
