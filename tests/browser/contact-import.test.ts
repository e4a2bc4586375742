import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { CHROMIUM_FLAGS, chromiumPath } from '../support/chromium.ts';
import { type RunningDesk, startDesk } from '../support/running-desk.ts';
import { frenchContext } from './support/french-context.ts';
import { open, signIn } from './support/sign-in.ts';

const START_MS = 240_000;
const STORY_MS = 240_000;

const total = 500;
const bad = 20;

/** Rows as a house keeps them: blanks, accents, telephones with dots; every 25th is not usable, each in its own way. */
function contactsCsv(): Uint8Array {
  const rows = Array.from({ length: total }, (_, index) => {
    const number = String(index).padStart(3, '0');
    const name = `Durand-${number}`;
    const email = `durand.${number}@contacts.test`;
    if (index % 25 !== 24) return `${name}; Élodie ;${email};06.09.57.${number.slice(1)}.85;3492;Fréjus`;
    return [`;Sans Nom;${email};;;`, `${name};Éric;pas une adresse;;;`][index % 2];
  });
  return Buffer.from(['Nom;Prénom;Courriel;Tél. portable;CP;Commune', ...rows].join('\r\n'), 'latin1');
}

/** A file of 500 contacts, 20 of them unusable, brought in by an operator. */
describe('an import of contacts in the console', () => {
  let placet: RunningDesk;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;

  beforeAll(async () => {
    placet = await startDesk();
    browser = await chromium.launch({ executablePath: await chromiumPath(), args: CHROMIUM_FLAGS });
    context = await frenchContext(browser, {
      viewport: { width: 1280, height: 1000 },
      acceptDownloads: true,
    });
    context.setDefaultTimeout(60_000);
    page = await context.newPage();
    await signIn(page, placet);
  }, START_MS);

  afterAll(async () => {
    await browser?.close();
    await placet?.stop();
  }, START_MS);

  const main = () => page.locator('main');
  const button = (name: string | RegExp) => main().getByRole('button', { name });
  const give = (name: string, buffer: Uint8Array) =>
    page
      .getByLabel('Choisir un fichier')
      .setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(buffer) });
  const fieldOf = (column: string) =>
    main().getByRole('combobox', { name: `Champ de la colonne «\u00A0${column}\u00A0»` });
  const mapTo = async (column: string, field: string) => {
    await fieldOf(column).click();
    await page.getByRole('option', { name: field, exact: true }).click();
    await page.getByRole('listbox').waitFor({ state: 'detached' });
    expect(await fieldOf(column).textContent()).toBe(field);
  };

  it(
    'refuses what is no list of contacts, in plain words',
    async () => {
      await open(page, '/contact-import');
      await give('photo.jpg', Uint8Array.from([0xff, 0xd8, 0, 1, 2, 0]));
      await page.getByText('Fichier illisible').waitFor();
    },
    STORY_MS,
  );

  it(
    'recognises the columns, and lets them be mapped by hand',
    async () => {
      await give('contacts.csv', contactsCsv());
      await page.getByText(`contacts.csv\u00A0: ${total} lignes`).waitFor();
      expect(await fieldOf('Nom').textContent()).toBe('Nom ou raison sociale');
      expect(await fieldOf('Courriel').textContent()).toBe('E-mail');
      expect(await fieldOf('Tél. portable').textContent()).toBe('Portable');
      expect(await fieldOf('Commune').textContent()).toBe('Ville');
      await mapTo('Commune', 'Ne pas importer');
      await mapTo('Commune', 'Ville');
    },
    STORY_MS,
  );

  it(
    'says what each row would do, then does it, and hands the rejected rows over as a file',
    async () => {
      await button('Vérifier sans enregistrer').click();
      await button(new RegExp(`^À créer ?${total - bad}$`)).waitFor();
      await button(new RegExp(`^Écarté ?${bad}$`)).click();
      await page.getByText('Le nom manque.').first().waitFor();
      await button(`Importer ${total - bad} lignes`).click();
      await page.getByText(/Import terminé/).waitFor();
      await page.getByText(`${total - bad} créés, 0 modifiés, 0 inchangés, ${bad} écartés`).waitFor();
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        button('Télécharger les lignes écartées (CSV)').click(),
      ]);
      expect(download.suggestedFilename()).toBe('lignes-ecartees.csv');
      const text = await readFile(await download.path(), 'utf8');
      const lines = text.trim().split('\r\n');
      expect(lines).toHaveLength(bad + 1);
      expect(lines[0]).toBe('\uFEFFLigne;Motif;Nom;Prénom;Courriel;Tél. portable;CP;Commune'.trim());
      expect(lines[1]).toMatch(/^26;Le nom manque\.;;Sans Nom;/);
    },
    STORY_MS,
  );

  it(
    'shows the contacts as they were typed, and changes nothing the second time',
    async () => {
      await open(page, '/individuals');
      await main().getByRole('textbox', { name: 'Rechercher' }).fill('Durand-007');
      await main().getByText('1 à 1 sur 1').waitFor();
      await main().getByRole('link', { name: 'Durand-007 Élodie' }).click();
      await page.getByRole('heading', { level: 1, name: 'Durand-007 Élodie' }).waitFor();
      await page.getByText('+33 6 09 57 07 85').waitFor();
      await page.getByText('3492 Fréjus').waitFor();
      await open(page, '/contact-import');
      await give('contacts.csv', contactsCsv());
      await button('Vérifier sans enregistrer').click();
      await page.getByText('Aucune ligne ne changerait quoi que ce soit.').waitFor();
      await button(new RegExp(`^Inchangé ?${total - bad}$`)).waitFor();
    },
    STORY_MS,
  );
});
