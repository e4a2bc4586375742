import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { type OpenDesk, openDesk } from './support/open-console.ts';
import { open, settled } from './support/sign-in.ts';

const START_MS = 240_000;
const STORY_MS = 120_000;

const lists = [
  'option-requests',
  'options',
  'letters',
  'structures',
  'performances',
  'venues',
  'history',
] as const;

/** What the sheet of keys promises, held on the lists; and what a click on a row does. */
describe('the keys of the console', () => {
  let stage: OpenDesk;
  let page: Page;

  beforeAll(async () => {
    stage = await openDesk();
    page = await stage.person('admin', { width: 1280, height: 900 }, 30_000);
  }, START_MS);

  afterAll(() => stage?.close(), START_MS);

  /** A list with all it fetches, its tools included. */
  const openList = async (path: string): Promise<void> => {
    await open(page, path);
    await page.getByRole('button', { name: 'Exporter' }).waitFor();
    await settled(page);
  };
  const heading = (name: string | RegExp) => page.getByRole('heading', { level: 1, name });
  const firstNumber = () => page.locator('main tbody tr').first().locator('a[href]').first();

  it.each(lists)(
    'open their sheet on the list %s',
    async (name) => {
      await openList(`#/${name}`);
      await page.keyboard.press('?');
      const sheet = page.getByRole('dialog', { name: 'Raccourcis clavier' });
      await sheet.waitFor();
      await page.keyboard.press('Escape');
      await sheet.waitFor({ state: 'detached' });
    },
    STORY_MS,
  );

  it(
    'go from list to list',
    async () => {
      await openList('#/options');
      await page.keyboard.press('g');
      await page.keyboard.press('c');
      await heading('Structures').waitFor();
      await page.keyboard.press('g');
      await page.keyboard.press('o');
      await heading('Poses d’options de places').waitFor();
    },
    STORY_MS,
  );

  it(
    'reach the search of the list, and open a row',
    async () => {
      await openList('#/options');
      await page.keyboard.press('/');
      const search = page.getByLabel('Rechercher', { exact: true });
      expect(await search.evaluate((element) => element === document.activeElement)).toBe(true);
      await openList('#/options');
      const number = await firstNumber().textContent();
      await page.keyboard.press('j');
      expect(await firstNumber().evaluate((element) => element === document.activeElement)).toBe(true);
      await page.keyboard.press('j');
      await page.keyboard.press('k');
      await page.keyboard.press('Enter');
      await heading(`Option n° ${number}`).waitFor();
    },
    STORY_MS,
  );

  it(
    'find an option by its number',
    async () => {
      await openList('#/options');
      const number = await firstNumber().textContent();
      await page.keyboard.press('Control+k');
      const palette = page.getByRole('dialog', { name: 'Rechercher partout' });
      await palette.waitFor();
      await page.keyboard.type(`option ${number}`);
      const found = palette.getByRole('option', { name: new RegExp(`^n° ${number} · `) }).first();
      await found.waitFor();
      await page.keyboard.press('Enter');
      await heading(`Option n° ${number}`).waitFor();
    },
    STORY_MS,
  );

  it(
    'are not needed: a row opens wherever it is clicked, and text in it can still be marked',
    async () => {
      await openList('#/options');
      const number = await firstNumber().textContent();
      const row = page.locator('main tbody tr').first();
      const due = row.locator('td').nth(5);
      await row.locator('input[type="checkbox"]').check();
      await row.locator('input[type="checkbox"]').uncheck();
      const box = await due.boundingBox();
      if (box === null) throw new Error('The row has no such cell.');
      await page.mouse.move(box.x + 2, box.y + box.height / 2);
      await page.mouse.down();
      await page.mouse.move(box.x + box.width - 2, box.y + box.height / 2, { steps: 4 });
      await page.mouse.up();
      expect(await page.evaluate(() => window.getSelection()?.toString() ?? '')).not.toBe('');
      await heading('Poses d’options de places').waitFor();
      await page.evaluate(() => window.getSelection()?.removeAllRanges());
      await due.click();
      await heading(`Option n° ${number}`).waitFor();
    },
    STORY_MS,
  );

  it(
    'leave a page whose names follow the language',
    async () => {
      const shows = encodeURIComponent('{"q":"OPEN-"}'); // a visit has the prices of its product
      await open(page, `#/performances?filter=${shows}`);
      await firstNumber().click();
      await page.getByRole('rowheader', { name: 'Abonné / Plein tarif' }).waitFor();
      await page.getByRole('button', { name: /^EN/ }).click();
      await page.getByRole('rowheader', { name: 'Subscriber / Full price' }).waitFor();
      await page.getByRole('button', { name: /^FR/ }).click();
      await page.getByRole('rowheader', { name: 'Abonné / Plein tarif' }).waitFor();
    },
    STORY_MS,
  );

  it(
    'are not undone by an answer of the server that is older than the choice',
    async () => {
      const path = '**/api/preferences';
      const choose = async (language: RegExp, title: string) => {
        const kept = page.waitForResponse('**/api/preferences/language');
        await page.getByRole('button', { name: language }).click();
        await heading(title).waitFor();
        await kept;
      };
      await open(page, '#/options');
      await choose(/^EN/, 'Seat options');
      await choose(/^FR/, 'Poses d’options de places');
      const answers = Promise.withResolvers<void>();
      await page.route(path, async (route) => {
        const response = await route.fetch();
        await answers.promise;
        await route.fulfill({ response });
      });
      const told = page.waitForResponse(path);
      await page.reload();
      await heading('Poses d’options de places').waitFor();
      await choose(/^EN/, 'Seat options');
      answers.resolve();
      await told;
      await settled(page);
      await heading('Seat options').waitFor();
      await page.unroute(path);
      await choose(/^FR/, 'Poses d’options de places');
    },
    STORY_MS,
  );
});
