import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Browser, chromium, type Page } from 'playwright-core';
import { CHROMIUM_FLAGS, chromiumPath } from '../support/chromium.ts';
import { type RunningDesk, startDesk } from '../support/running-desk.ts';
import { settled, signIn } from './support/sign-in.ts';

const START_MS = 240_000;
const STORY_MS = 240_000;

/** What is due in two days, found from the first page, with its condition in sight. */
describe('a work queue, in the console', () => {
  let placet: RunningDesk;
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    placet = await startDesk();
    browser = await chromium.launch({ executablePath: await chromiumPath(), args: CHROMIUM_FLAGS });
    page = await browser.newPage({ locale: 'fr-FR', viewport: { width: 390, height: 844 } });
    page.setDefaultTimeout(60_000);
    await signIn(page, placet);
  }, START_MS);

  afterAll(async () => {
    await browser?.close();
    await placet?.stop();
  }, START_MS);

  const condition = () => page.getByRole('button', { name: /Échéance avant le/ });

  it(
    'is found from the requests, in the order of the due dates',
    async () => {
      await page.getByRole('link', { name: /^Échéance sous 48/ }).click();
      await condition().waitFor();
      await settled(page);
      expect(page.url()).toContain('sort=confirmationDueAt&order=ASC');
    },
    STORY_MS,
  );

  it(
    'shows what is set in its folded filters, and keeps it, after a reload',
    async () => {
      await page.reload();
      await condition().waitFor();
      await page.getByRole('button', { name: /^Filtres/ }).click();
      const state = page.getByRole('combobox', { name: 'État' });
      await state.getByText('Posée', { exact: true }).waitFor();
      await page.getByRole('spinbutton', { name: 'N° option' }).fill('999999');
      await page.getByText('Aucune option ne correspond à ces filtres').waitFor();
      await state.getByText('Posée', { exact: true }).waitFor();
      expect(decodeURIComponent(page.url())).toContain('"state":["placed"]');
    },
    STORY_MS,
  );

  it(
    'gives up its dates when they are pressed, and nothing else',
    async () => {
      await condition().click();
      await condition().waitFor({ state: 'detached' });
      await page.waitForURL((url) => !url.hash.includes('confirmationDueAt_'));
      expect(decodeURIComponent(page.url())).toContain('"state":["placed"]');
    },
    STORY_MS,
  );
});
