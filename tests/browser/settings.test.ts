import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { CHROMIUM_FLAGS, chromiumPath } from '../support/chromium.ts';
import { type RunningDesk, startDesk } from '../support/running-desk.ts';
import { frenchContext } from './support/french-context.ts';
import { open, signIn } from './support/sign-in.ts';

const START_MS = 240_000;
const STORY_MS = 240_000;

/** A day of the coming year, as date fields take it. */
function dayIn(days: number): string {
  return new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
}

/** Everything a new season needs before its first option, made in the console by its manager. */
describe('the settings of the house, in the console', () => {
  let placet: RunningDesk;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;

  beforeAll(async () => {
    placet = await startDesk();
    browser = await chromium.launch({ executablePath: await chromiumPath(), args: CHROMIUM_FLAGS });
    context = await frenchContext(browser, { viewport: { width: 1280, height: 1000 } });
    context.setDefaultTimeout(60_000);
    page = await context.newPage();
    await signIn(page, placet, 'admin');
  }, START_MS);

  afterAll(async () => {
    await browser?.close();
    await placet?.stop();
  }, START_MS);

  const heading = (name: string | RegExp) => page.getByRole('heading', { level: 1, name });
  const button = (name: string | RegExp) => page.getByRole('button', { name, exact: true });
  const link = (name: string) => page.locator('main').getByRole('link', { name, exact: true });
  const field = (name: string) => page.getByRole('textbox', { name, exact: true });
  const choose = async (name: string, typed: string) => {
    await page.getByRole('combobox', { name }).fill(typed);
    await page.getByRole('option', { name: typed }).first().click();
  };
  const create = async (title: string) => {
    await button('Créer').click();
    await heading(title).waitFor();
  };

  it(
    'make a season, and an activity whose parameters are told in words',
    async () => {
      await open(page, '/seasons');
      await link('Nouvelle saison').click();
      await heading('Nouvelle saison').waitFor();
      await button('Créer').click();
      await page.getByText('Champ obligatoire').first().waitFor();
      await field('Nom').fill('Saison des essais');
      await field('Code').fill('ESSAIS');
      await page.getByLabel('Premier jour').fill(dayIn(30));
      await page.getByLabel('Dernier jour').fill(dayIn(20));
      await button('Créer').click();
      await page.getByText('La valeur est trop petite.').first().waitFor();
      await page.getByLabel('Dernier jour').fill(dayIn(300));
      await create('Saison des essais');

      await link('Nouvelle activité').click();
      await field('Nom').fill('Concerts du soir');
      await field('Code').fill('CONCERTS');
      await page.getByLabel('Surbooking autorisé').click();
      await page.getByText('dans la limite du pourcentage').waitFor();
      await page.getByLabel('Pourcentage de surbooking').fill('10');
      await page.getByRole('radio', { name: 'rendre les places' }).click();
      await page.getByText('L’option devient caduque').waitFor();
      await create('Concerts du soir');
      await page.getByText('Surbooking autorisé – 10').waitFor();
    },
    STORY_MS,
  );

  it(
    'make a venue with its categories in their order',
    async () => {
      await open(page, '/venues');
      await link('Nouveau lieu').click();
      await field('Nom').fill('Halle des essais');
      await field('Code').fill('HALLE');
      await page.getByLabel('Adresse', { exact: true }).fill('3 quai des Essais\n69000 Lyon');
      await create('Halle des essais');
      for (const name of ['Balcon', 'Orchestre']) {
        await link('Nouvelle catégorie de place').click();
        await heading('Nouvelle catégorie de place').waitFor();
        await field('Nom').fill(name);
        await field('Code').fill(name.toUpperCase());
        await create('Halle des essais');
        await link(name).waitFor();
      }
      await button('Monter Orchestre').click();
      await page.getByRole('row').nth(1).getByRole('link', { name: 'Orchestre' }).waitFor();
      await button('Descendre Orchestre').and(page.locator(':enabled')).waitFor();
    },
    STORY_MS,
  );

  it(
    'make an event and a performance, open its stock and fill in its prices',
    async () => {
      await open(page, '/events');
      await link('Nouvel événement').click();
      await field('Nom').fill('Nocturne des essais');
      await field('Code').fill('NOCTURNE');
      await choose('Famille de produits', 'Entrée simple');
      await choose('Saison', 'Saison des essais');
      await choose('Activité', 'Concerts du soir');
      await create('Nocturne des essais');

      await link('Planifier une séance').click();
      await heading('Nouvelle séance').waitFor();
      await choose('Lieu', 'Halle des essais');
      await page.getByLabel('Date et heure').fill(`${dayIn(90)}T20:30`);
      await create('Nocturne des essais');
      await page.getByText('Avant la première option').waitFor();

      await link('Ouvrir le stock').click();
      await heading('Stock de la séance').waitFor();
      await field('Collectivités, Orchestre').fill('120');
      await page.keyboard.press('ArrowRight');
      await page.keyboard.type('beaucoup');
      await button('Enregistrer').click();
      await page.getByText('Nombre entier attendu.').waitFor();
      await field('Collectivités, Balcon').fill('80');
      await button('Enregistrer').click();
      await heading('Nocturne des essais').waitFor();

      await link('Modifier la grille').click();
      await heading('Grille tarifaire').waitFor();
      const price = field('Collectivité adhérente / Tarif option, Orchestre');
      await price.fill('12,505');
      await button('Enregistrer').click();
      await page.getByText('Montant attendu').waitFor();
      await price.fill('24,50');
      await button('Enregistrer').click();
      await heading('Nocturne des essais').waitFor();
      await page
        .getByText(/24,50\s€/)
        .first()
        .waitFor();
      expect(await page.getByText('Avant la première option').count()).toBe(0);
    },
    STORY_MS,
  );

  it(
    'let an option be requested on it',
    async () => {
      await link('Demander des places').click();
      await heading('Nouvelle demande d’option').waitFor();
      await page.getByRole('combobox', { name: 'Contact' }).fill('Comité des essais');
      await page.getByRole('option', { name: /Créer le contact/ }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByRole('button', { name: 'Créer le contact' }).click();
      await dialog.waitFor({ state: 'hidden' });
      await page.getByLabel('Quantité en Orchestre').fill('12');
      await button('Enregistrer la demande').click();
      await heading(/^Option n°/).waitFor();
    },
    STORY_MS,
  );

  it(
    'say what stands in the way of a deletion',
    async () => {
      await open(page, '/seasons');
      await link('Saison des essais').click();
      await heading('Saison des essais').waitFor();
      await button('Supprimer').click();
      const dialog = page.getByRole('dialog');
      await dialog.getByRole('button', { name: 'Supprimer' }).click();
      await dialog.getByText(/Activités de la saison\s: 1/u).waitFor();
      await dialog.getByText(/Événements qui s’y rattachent\s: 1/u).waitFor();
      await dialog.getByRole('button', { name: 'Annuler' }).click();
    },
    STORY_MS,
  );

  it(
    'are changed by keyboard only, and ask before what was typed is lost',
    async () => {
      const reach = async (name: string, role: 'link' | 'textbox' | 'button') => {
        const wanted = page.locator('main').getByRole(role, { name, exact: true });
        await wanted.waitFor();
        for (let step = 0; step < 80; step += 1) {
          if (await wanted.evaluate((element) => element === document.activeElement)) return;
          await page.keyboard.press('Tab');
        }
        throw new Error(`${name} was not reached by the Tab key.`);
      };
      await reach('Modifier', 'link');
      await page.keyboard.press('Enter');
      await heading('Modifier la saison').waitFor();
      await reach('Nom', 'textbox');
      await page.keyboard.press('ControlOrMeta+A');
      await page.keyboard.type('Saison au clavier');
      await reach('Annuler', 'link');
      await page.keyboard.press('Enter');
      const question = page.getByRole('dialog');
      await question.waitFor();
      await page.keyboard.press('Escape');
      await question.waitFor({ state: 'hidden' });
      await reach('Enregistrer', 'button');
      await page.keyboard.press('Enter');
      await heading('Saison au clavier').waitFor();
      await page.getByText('Nom : Saison des essais → Saison au clavier').waitFor();
    },
    STORY_MS,
  );

  it(
    'are settled field by field when two people changed them',
    async () => {
      await link('Modifier').click();
      await heading('Modifier la saison').waitFor();
      await field('Nom').fill('Saison à deux');
      const id = /seasons\/([\w-]+)/.exec(page.url())?.[1];
      await page.evaluate(async (season) => {
        const path = `/api/seasons/${season}`;
        const { version } = await (await fetch(path)).json();
        const headers = {
          'content-type': 'application/json',
          'x-requested-with': 'placet',
          'if-match': `"${version}"`,
        };
        await fetch(path, { method: 'PUT', headers, body: JSON.stringify({ open: false }) });
      }, id);
      await button('Enregistrer').click();
      const dialog = page.getByRole('dialog');
      await dialog.getByText('Saison ouverte aux options').waitFor();
      await dialog.getByText('Saison au clavier').waitFor();
      await dialog.getByRole('button', { name: 'Enregistrer ce choix' }).click();
      await heading('Saison à deux').waitFor();
      await page.getByText('fermée', { exact: true }).waitFor();
    },
    STORY_MS,
  );

  it(
    'show a new password once, and let the person in with it',
    async () => {
      await open(page, '/operators/create');
      await heading('Nouvel opérateur').waitFor();
      await field('Nom').fill('Ana Lévy');
      await field('E-mail').fill('ana.levy@example.test');
      await page.getByRole('group', { name: 'Rôles par organisme' }).getByRole('combobox').first().click();
      await page.getByRole('option').first().click();
      await page.keyboard.press('Escape');
      await button('Créer').click();
      const dialog = page.getByRole('dialog', { name: 'Mot de passe de Ana Lévy' });
      const password = (await dialog.locator('output').textContent()) ?? '';
      expect(password).toMatch(/^\w{5}(-\w{5}){3}$/);
      await dialog.getByRole('button', { name: 'J’ai transmis le mot de passe' }).click();
      await heading('Ana Lévy').waitFor();
      expect(await page.getByText(password).count()).toBe(0);
      const other = await frenchContext(browser);
      const visit = await other.newPage();
      await visit.goto(placet.url);
      await visit.getByLabel('Adresse e-mail').fill('ana.levy@example.test');
      await visit.getByRole('textbox', { name: 'Mot de passe' }).fill(password);
      await visit.getByRole('button', { name: 'Se connecter', exact: true }).click();
      await visit.getByRole('navigation', { name: 'Navigation principale' }).waitFor();
      await other.close();
    },
    STORY_MS,
  );
});
