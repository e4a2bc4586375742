import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Browser, chromium, type Page } from 'playwright-core';
import { z } from 'zod';
import { CHROMIUM_FLAGS, chromiumPath } from '../support/chromium.ts';
import { type RunningDesk, startDesk } from '../support/running-desk.ts';
import { seriousFaults } from './support/accessibility.ts';
import { type ConsolePage, consolePages } from './support/console-pages.ts';
import { frenchContext } from './support/french-context.ts';
import { picture } from './support/picture.ts';
import { open, settled, signIn } from './support/sign-in.ts';

const START_MS = 180_000;
const VISIT_MS = 900_000;
const DESK = { width: 1280, height: 900 };
const TELEPHONE = { width: 390, height: 844 };

/** More options than are done at once, and one of them is there: the demo has no such run, and nothing comes of this one. */
async function askForRun(page: Page, url: string): Promise<void> {
  const query = new URLSearchParams({ range: '[0,0]', filter: JSON.stringify({ state: 'withdrawn' }) });
  const found = await page.request.get(`${url}/api/options?${query}`);
  const [{ id }] = z.tuple([z.object({ id: z.string() })]).parse(await found.json());
  const ids = [id, ...Array.from({ length: 200 }, () => randomUUID())];
  const headers = { 'X-Requested-With': 'placet' };
  await page.request.post(`${url}/api/options/bulk/refuse`, { headers, data: { ids } });
}

/** Which record a page is visited with, where any would not do. */
const samples: Readonly<Record<string, object>> = {
  'options-edit': { state: 'requested' },
  'options-show': { state: 'confirmed' },
  'product-options-edit': { state: 'requested' },
  'product-options-show': { state: 'confirmed' },
  'baskets-show': { state: 'open' },
  'letters-show': { state: 'sent' },
  'contacts-show': { kind: 'structure' },
};

const Records = z.array(z.object({ id: z.string() }));

describe('every page of the console', () => {
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

  /** The demo keeps no open basket: it would be abandoned before anyone looks. */
  const fillBasket = async (page: Page): Promise<void> => {
    const open = new URLSearchParams({ range: '[0,0]', filter: JSON.stringify({ state: 'open' }) });
    const orders = await page.request.get(`${placet.url}/api/orders?${open}`);
    const [order] = Records.parse(await orders.json());
    const headers = { 'X-Requested-With': 'placet' };
    await page.request.post(`${placet.url}/api/orders/${order?.id}/resume`, { headers, data: {} });
  };

  /** The path with ids of the demo's records in it. */
  const resolve = async (page: Page, { name, path }: ConsolePage): Promise<string> => {
    const [placeholder, resource] = /:([\w-]+)/.exec(path) ?? [];
    if (placeholder === undefined) return path;
    if (resource === 'baskets') await fillBasket(page);
    const query = new URLSearchParams({ range: '[0,0]', filter: JSON.stringify(samples[name] ?? {}) });
    const answer = await page.request.get(`${placet.url}/api/${resource}?${query}`);
    const [record] = Records.safeParse(await answer.json()).data ?? [];
    if (record === undefined) throw new Error(`No ${resource} in the demo to visit ${name} with.`);
    return path.replace(placeholder, record.id);
  };

  /** Changes what the reader's system prefers, and waits until the console wears it: colours fade from there on. */
  const wear = async (page: Page, colorScheme: 'light' | 'dark'): Promise<void> => {
    await page.emulateMedia({ colorScheme });
    await page.waitForFunction((dark) => {
      const [red = 255] = (getComputedStyle(document.body).backgroundColor.match(/\d+/g) ?? []).map(Number);
      return red < 128 === dark;
    }, colorScheme === 'dark');
  };

  /** Visits one page, wide and light, then on a telephone and dark; answers what is wrong with it. */
  const visit = async (page: Page, target: ConsolePage): Promise<string[]> => {
    const faults: string[] = [];
    const shot = (theme: string, width: number) => picture(page, `${target.name}-${theme}-${width}`, 'whole');
    // a letter is shown in a frame of its own, and is checked with the letters
    const serious = () => seriousFaults(page, 'iframe');
    await wear(page, 'light');
    await page.setViewportSize(DESK);
    await open(page, await resolve(page, target));
    faults.push(...(await serious()));
    await shot('light', DESK.width);
    await page.setViewportSize(TELEPHONE);
    await wear(page, 'dark');
    await settled(page);
    faults.push(...(await serious()));
    await shot('dark', TELEPHONE.width);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    if (overflow > 0) faults.push(`${overflow} px too wide for a telephone`);
    return faults;
  };

  it(
    'is whole, fits a telephone and is clean for assistive technology, light and dark',
    async () => {
      const context = await frenchContext(browser, { viewport: DESK });
      context.setDefaultTimeout(60_000);
      const page = await context.newPage();
      const said: string[] = [];
      page.on('console', (message) => {
        if (message.type() === 'error') said.push(`console: ${message.text()}`);
      });
      page.on('pageerror', (error) => said.push(`error: ${error.message}`));
      await signIn(page, placet, 'admin');
      await askForRun(page, placet.url);
      said.splice(0); // the question who is signed in has just been answered with nobody
      const faults: string[] = [];
      for (const target of consolePages()) {
        const found = await visit(page, target).catch((error: Error) => [error.message.split('\n')[0]]);
        faults.push(...[...found, ...new Set(said.splice(0))].map((fault) => `${target.name}: ${fault}`));
      }
      await context.close();
      expect(faults).toEqual([]);
    },
    VISIT_MS,
  );
});
