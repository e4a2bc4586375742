import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { ROOT } from '../../bin/settings.ts';
import { CHROMIUM_FLAGS, chromiumPath } from '../support/chromium.ts';
import { type RunningPlacet, startPlacet } from '../support/running-placet.ts';

const START_MS = 180_000;
const STORY_MS = 180_000;
const screenshots = join(ROOT, 'tests', 'browser', 'screenshots');

/** The whole story in the console, in French, as an operator lives it. */
describe('the story of an option in the console', () => {
  let placet: RunningPlacet;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;

  beforeAll(async () => {
    placet = await startPlacet();
    await mkdir(screenshots, { recursive: true });
    browser = await chromium.launch({ executablePath: await chromiumPath(), args: CHROMIUM_FLAGS });
    context = await browser.newContext({ locale: 'fr-FR', viewport: { width: 1280, height: 900 } });
    context.setDefaultTimeout(20_000);
    page = await context.newPage();
  }, START_MS);

  afterAll(async () => {
    await browser?.close();
    await placet?.stop();
  }, START_MS);

  const heading = (name: string | RegExp) => page.getByRole('heading', { level: 1, name });
  const button = (name: string | RegExp) => page.getByRole('button', { name, exact: true });
  const shot = (name: string) => page.screenshot({ path: join(screenshots, `${name}.png`), fullPage: true });

  it(
    'refuses a wrong password in plain words, and lets the operator in',
    async () => {
      await page.goto(placet.url);
      await page.getByLabel('Adresse e-mail').fill('operator@demo.test');
      await page.getByRole('textbox', { name: 'Mot de passe' }).fill('not the password');
      await button('Se connecter').click();
      await page.getByText('Adresse ou mot de passe incorrect.').waitFor();
      await page.getByRole('textbox', { name: 'Mot de passe' }).fill(placet.password);
      await button('Se connecter').click();
      await heading('Demandes d’options').waitFor();
      await page.getByRole('table').waitFor();
      await shot('requests');
    },
    STORY_MS,
  );

  it(
    'takes a request for a new contact',
    async () => {
      await page.getByRole('link', { name: 'Nouvelle demande' }).click();
      await heading('Nouvelle demande d’option').waitFor();
      await page.getByLabel('Contact', { exact: false }).first().fill('Comité Verrières');
      await page.getByRole('option', { name: /Créer le contact « Comité Verrières »/ }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByLabel(/^E-mail/).fill('verrieres@example.test');
      await dialog.getByRole('button', { name: /Créer|Enregistrer/ }).click();
      await dialog.waitFor({ state: 'hidden' });
      await page.getByLabel('Séance', { exact: false }).first().fill('OPEN-');
      await page.getByRole('option').first().click();
      await page
        .getByLabel(/^Quantité en /)
        .first()
        .fill('12');
      await page.getByText('12 places demandées').waitFor();
      await shot('request-form');
      await button('Enregistrer la demande').click();
      await heading(/^Option n°/).waitFor();
      await button('Poser').waitFor();
      expect(
        await page.getByRole('button', { name: /^Valider Indisponible/ }).getAttribute('aria-disabled'),
      ).toBe('true');
    },
    STORY_MS,
  );

  it(
    'places it, refuses it, cancels the refusal and validates it',
    async () => {
      const choose = async (verb: string) => {
        await page
          .getByRole('group', { name: 'Actions' })
          .getByRole('button', { name: verb, exact: true })
          .click();
        const dialog = page.getByRole('dialog');
        await dialog.waitFor();
        await dialog.getByRole('button', { name: verb, exact: true }).click();
        await dialog.waitFor({ state: 'hidden' });
      };
      const state = (label: string) =>
        page.locator('main header, main').getByText(label, { exact: true }).first().waitFor();
      await choose('Poser');
      await state('Posée');
      await choose('Refuser');
      await state('Refus en cours');
      await choose('Annuler le refus en cours');
      await state('Posée');
      await choose('Valider');
      await state('Validée');
      await shot('option-confirmed');
    },
    STORY_MS,
  );

  it(
    'shows the letter as it was sent, and who did what',
    async () => {
      const history = page
        .getByRole('region', { name: 'Historique' })
        .or(page.locator('section', { hasText: 'Historique' }));
      await history.getByText('Option validée').first().waitFor();
      await page.getByText('Envoyée').first().waitFor();
      await page.getByRole('link', { name: 'Confirmation' }).click();
      await heading(/^Lettre n°/).waitFor();
      await page.getByText('verrieres@example.test').first().waitFor();
      const mail = page.frameLocator('iframe').first();
      await mail
        .getByText(/Confirmation de votre option/)
        .first()
        .waitFor();
      await shot('letter');
    },
    STORY_MS,
  );

  it(
    'is usable on a telephone, in the dark, and clean for assistive technology',
    async () => {
      const faults: string[] = [];
      const inspect = async (path: string, name: string, width: number) => {
        await page.setViewportSize({ width, height: 900 });
        await page.goto(`${placet.url}/#${path}`);
        await page.getByRole('heading', { level: 1 }).waitFor();
        await shot(`${name}-${width}`);
        const { violations } = await new AxeBuilder({ page }).analyze();
        const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
        faults.push(...serious.map(({ id, nodes }) => `${name} ${width}: ${id} ${nodes[0]?.html ?? ''}`));
        const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
        if (overflow > 0) faults.push(`${name} ${width}: ${overflow} px too wide`);
      };
      await inspect('/options', 'options-light', 1280);
      await inspect('/contacts', 'contacts-light', 390);
      await page.setViewportSize({ width: 1280, height: 900 });
      await button('Passer en sombre').click();
      await inspect('/options', 'options-dark', 390);
      await inspect('/performances', 'performances-dark', 1280);
      expect(faults).toEqual([]);
    },
    STORY_MS,
  );
});
