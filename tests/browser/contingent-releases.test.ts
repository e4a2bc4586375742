import { afterAll, beforeAll, describe, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { type OpenConsole, openConsole } from './support/open-console.ts';
import { open } from './support/sign-in.ts';

const START_MS = 240_000;
const STORY_MS = 240_000;

/** Contingents over many performances, and what goes back from them by itself. */
describe('contingents, in the console', () => {
  let stage: OpenConsole;
  let page: Page;

  beforeAll(async () => {
    stage = await openConsole();
    page = await stage.person('admin', { width: 1280, height: 1000 });
  }, START_MS);

  afterAll(() => stage?.close(), START_MS);

  const button = (name: string | RegExp) => page.getByRole('button', { name, exact: true });
  const choose = async (name: string, typed: string) => {
    await page.getByRole('combobox', { name }).fill(typed);
    await page.getByRole('option', { name: typed }).first().click();
  };

  it(
    'a template is previewed and applied, a plan told in words, a release taken back',
    async () => {
      await open(page, '/contingent-templates');
      await page.getByRole('link', { name: 'Soirs de semaine' }).click();
      await page.getByRole('link', { name: 'Appliquer à des séances' }).click();
      await choose('Événement', 'Orchestre de l’Atlas');
      await page.getByText('2 séances choisies').first().waitFor();
      await button('Voir ce qui changerait').click();
      await page.getByRole('heading', { name: 'Ce qui changerait' }).waitFor();
      await button(/^Appliquer à \d+ séances?$/).click();
      await page.getByRole('heading', { name: 'Résultat' }).waitFor();
      await page
        .getByText(/séances? changées?/)
        .first()
        .waitFor();

      await open(page, '/release-plans/create');
      await page.getByRole('textbox', { name: 'Nom', exact: true }).fill('Retour au public');
      await page.getByLabel('Un événement').check();
      await choose('Événement', 'Orchestre de l’Atlas');
      await choose('Du contingent', 'Collectivités');
      await choose('Vers le contingent', 'Tout public');
      await page
        .getByText(/il restera \d+ places au contingent Collectivités\s; \d+ places iront à Tout public/)
        .first()
        .waitFor();
      await button('Créer').click();
      await page.getByRole('heading', { level: 1, name: 'Retour au public' }).waitFor();

      await open(page, '/contingent-releases');
      await button(/^Reprendre la libération/)
        .first()
        .click();
      await page
        .getByText(/encore libres?/)
        .first()
        .waitFor();
      await button('Reprendre').last().click();
      await page
        .getByText(/places reprises\./)
        .first()
        .waitFor();
      await page
        .getByText(/Reprises\s: \d+/)
        .first()
        .waitFor();
    },
    STORY_MS,
  );
});
