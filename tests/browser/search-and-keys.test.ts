import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { ROOT } from '../../bin/settings.ts';
import { CHROMIUM_FLAGS, chromiumPath } from '../support/chromium.ts';
import { type RunningPlacet, startPlacet } from '../support/running-placet.ts';
import { settled, signIn } from './support/sign-in.ts';

const START_MS = 180_000;
const STORY_MS = 300_000;
const firstLoadBytes = 350 * 1024;
const screenshots = join(ROOT, 'tests', 'browser', 'screenshots');

/** Everything a person does here is done with the keyboard. */
describe('the console by keyboard', () => {
  let placet: RunningPlacet;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;

  beforeAll(async () => {
    placet = await startPlacet();
    await mkdir(screenshots, { recursive: true });
    browser = await chromium.launch({ executablePath: await chromiumPath(), args: CHROMIUM_FLAGS });
    context = await browser.newContext({ locale: 'fr-FR', viewport: { width: 1280, height: 900 } });
    context.setDefaultTimeout(60_000);
    page = await context.newPage();
    await signIn(page, placet);
    await page.getByRole('table').waitFor();
  }, START_MS);

  afterAll(async () => {
    await browser?.close();
    await placet?.stop();
  }, START_MS);

  const heading = (name: string | RegExp) => page.getByRole('heading', { level: 1, name });
  const field = () => page.getByRole('combobox', { name: 'Rechercher partout' });
  const shot = (name: string) => page.screenshot({ path: join(screenshots, `${name}.png`) });
  const press = async (...keys: string[]) => {
    for (const key of keys) await page.keyboard.press(key);
  };
  const focused = () =>
    page.evaluate(() => {
      const element = document.activeElement;
      return element === null ? '' : `${element.tagName} ${element.textContent?.trim() ?? ''}`;
    });
  const closed = () => page.getByRole('dialog').waitFor({ state: 'detached' });
  const ask = (path: string) =>
    page.evaluate(async (address) => (await fetch(address, { credentials: 'same-origin' })).json(), path);
  const search = async (words: string) => {
    await press('Control+k');
    await field().waitFor();
    await page.keyboard.type(words);
  };
  /** Walks down until an answer is chosen whose words fit. */
  const choose = async (words: RegExp) => {
    await page.getByRole('option', { name: words }).first().waitFor();
    const selected = page.getByRole('option', { selected: true });
    for (let step = 0; step < 60; step++) {
      if (words.test((await selected.textContent()) ?? '')) break;
      await press('ArrowDown');
    }
    expect(await selected.textContent()).toMatch(words);
    const active = await field().getAttribute('aria-activedescendant');
    expect(active).toBe(await selected.getAttribute('id'));
    await press('Enter');
    await closed();
  };
  /** Waits until nothing moves any more; the page behind a dialog is out of reach. */
  const still = () =>
    page.waitForFunction(() => document.getAnimations().every(({ playState }) => playState !== 'running'));
  const seriousFaults = async () => {
    const { violations } = await new AxeBuilder({ page }).analyze();
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(({ id, nodes }) => `${id} ${nodes[0]?.html ?? ''}`);
  };

  it(
    'is light when it is opened',
    async () => {
      const visit = await browser.newContext({ locale: 'fr-FR' });
      const visitor = await visit.newPage();
      await visitor.goto(placet.url);
      await visitor.getByLabel('Adresse e-mail').waitFor();
      const loaded = await visitor.evaluate(() =>
        performance
          .getEntriesByType('resource')
          .map(({ name }) => name)
          .filter((name) => name.includes('/assets/')),
      );
      await visit.close();
      let bytes = 0;
      for (const address of [placet.url, ...new Set(loaded)]) {
        const answer = await fetch(address, {
          headers: { 'accept-encoding': 'gzip', accept: 'text/html,*/*' },
        });
        const length = answer.headers.get('content-length');
        const body = await answer.arrayBuffer();
        bytes += length === null ? body.byteLength : Number(length);
      }
      expect(loaded.length).toBeGreaterThan(5);
      expect(bytes).toBeLessThanOrEqual(firstLoadBytes);
    },
    STORY_MS,
  );

  it(
    'finds a contact by words without accents, opens it, and stands at its heading',
    async () => {
      const [contact] = await ask('/api/contacts?filter={"q":"lycée"}&range=[0,0]');
      const words = String(contact.name)
        .normalize('NFD')
        .replaceAll(/\p{Mn}/gu, '')
        .toUpperCase();
      await search(words);
      await page.getByRole('option', { name: /n°/ }).first().waitFor();
      await still();
      await shot('search-1280');
      expect(await seriousFaults()).toEqual([]);
      await choose(new RegExp(`^${contact.name}n°`));
      await heading(new RegExp(`n°\\s${contact.number}|${contact.name}`)).waitFor();
      expect(await focused()).toMatch(/^H1 /);
    },
    STORY_MS,
  );

  it(
    'keeps what was opened, says when nothing fits, and lets go with Escape',
    async () => {
      await press('Control+k');
      await page.getByText('Récents', { exact: true }).waitFor();
      await page.keyboard.type('zzzzqq');
      await page.getByText('Rien ne correspond à « zzzzqq »').waitFor();
      await press('Escape');
      await closed();
    },
    STORY_MS,
  );

  it(
    'opens an option by its number',
    async () => {
      const [option] = await ask('/api/options?range=[0,0]');
      await search(`n° ${option.number}`);
      await choose(new RegExp(`^n°\\s${option.number} · `));
      await heading(`Option n° ${option.number}`).waitFor();
    },
    STORY_MS,
  );

  it(
    'shows its keys, goes to lists, walks their rows and opens one',
    async () => {
      await press('?');
      await page.getByRole('dialog', { name: 'Raccourcis clavier' }).waitFor();
      await still();
      await shot('keys-1280');
      expect(await seriousFaults()).toEqual([]);
      await press('Escape');
      await closed();
      await press('g', 'o');
      await heading('Poses d’options de places').waitFor();
      await page.getByRole('table').waitFor();
      await press('/');
      await page.keyboard.type('gc');
      expect(await page.getByRole('textbox', { name: 'Rechercher' }).inputValue()).toBe('gc');
      await heading('Poses d’options de places').waitFor();
      await press('Control+a', 'Backspace', 'Escape', 'Tab');
      await page.getByRole('row').nth(3).waitFor();
      await page.evaluate(() => document.querySelector('h1')?.focus());
      await press('j', 'j', 'k');
      const number = (await focused()).replace(/^A /, '');
      expect(number).toMatch(/^\d+$/);
      await press('Enter');
      await heading(`Option n° ${number}`).waitFor();
      await press('n');
      await heading('Nouvelle demande d’option').waitFor();
    },
    STORY_MS,
  );

  it(
    'does what it is told, and goes where it is told',
    async () => {
      await search('sombre');
      await choose(/^Changer de thème/);
      await page.getByRole('button', { name: 'Passer en clair' }).waitFor();
      await search('etat du systeme');
      await choose(/^État du système/);
      await heading('État du système').waitFor();
      await page.getByText('Un processus travaille').waitFor();
      await settled(page);
      await shot('health-dark-1280');
      expect(await seriousFaults()).toEqual([]);
      await press('g', 'h');
      await heading('Historique').waitFor();
      await page.getByRole('table').waitFor();
      await settled(page);
      await shot('history-dark-1280');
      expect(await seriousFaults()).toEqual([]);
    },
    STORY_MS,
  );

  it(
    'is the same on a telephone',
    async () => {
      await page.setViewportSize({ width: 390, height: 844 });
      for (const path of ['/health', '/history']) {
        await page.goto(`${placet.url}/#${path}`);
        await settled(page);
        expect(await seriousFaults()).toEqual([]);
        expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBe(0);
        await shot(`${path.slice(1)}-dark-390`);
      }
      await page.getByRole('button', { name: 'Rechercher partout' }).press('Enter');
      await field().waitFor();
      await page.keyboard.type('cse');
      await page.getByRole('option').nth(3).waitFor();
      await still();
      await shot('search-390');
      expect(await seriousFaults()).toEqual([]);
      await choose(/n°/);
      await heading(/n°/).waitFor();
    },
    STORY_MS,
  );
});
