import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { CHROMIUM_FLAGS, chromiumPath } from '../support/chromium.ts';
import { type RunningDesk, startDesk } from '../support/running-desk.ts';
import { seriousFaults } from './support/accessibility.ts';
import { frenchContext } from './support/french-context.ts';
import { picture } from './support/picture.ts';
import { open, settled, signIn } from './support/sign-in.ts';

const START_MS = 240_000;
const STORY_MS = 180_000;

/** A view that one operator keeps and shares, and a colleague finds; the list as a file; what follows its operator. */
describe('views of the list of options', () => {
  let placet: RunningDesk;
  let browser: Browser;
  let contexts: BrowserContext[];
  let owner: Page;
  let colleague: Page;

  const person = async (name: string): Promise<Page> => {
    const context = await frenchContext(browser, { viewport: { width: 1280, height: 900 } });
    context.setDefaultTimeout(60_000);
    contexts.push(context);
    const page = await context.newPage();
    await signIn(page, placet, name);
    return page;
  };

  beforeAll(async () => {
    contexts = [];
    placet = await startDesk();
    browser = await chromium.launch({ executablePath: await chromiumPath(), args: CHROMIUM_FLAGS });
    owner = await person('operator');
    colleague = await person('manager');
  }, START_MS);

  afterAll(async () => {
    await browser?.close();
    await placet?.stop();
  }, START_MS);

  const views = (page: Page) => page.getByRole('button', { name: /^Vue/ });
  const item = (page: Page, name: string | RegExp) =>
    page.getByRole('menuitemradio', { name }).or(page.getByRole('menuitem', { name }));
  const shot = (page: Page, name: string) => picture(page, name);
  /** What assistive technology stumbles over, once the page is whole. */
  const serious = async (page: Page) => {
    await page.mouse.move(0, 0);
    await settled(page);
    return seriousFaults(page);
  };
  /** The number of rows that the list says it has. */
  const total = async (page: Page) => {
    const said = await page.getByText(/^\d+ à \d+ sur \d+$/).textContent();
    return Number(said?.split(' ').at(-1));
  };

  it(
    'are kept by who filtered the list, and shared',
    async () => {
      await open(owner, '#/options');
      await views(owner).click();
      await shot(owner, 'views-menu');
      expect(await serious(owner)).toEqual([]);
      await item(owner, 'Refus en cours').click();
      await owner.getByRole('button', { name: 'Vue : Refus en cours' }).waitFor();
      await owner.getByLabel('Rechercher', { exact: true }).fill('a');
      await owner.getByRole('button', { name: 'Vues', exact: true }).waitFor();
      await views(owner).click();
      await item(owner, 'Enregistrer la vue…').click();
      const dialog = owner.getByRole('dialog', { name: 'Enregistrer la vue…' });
      await dialog.getByLabel(/^Nom de la vue/).fill('Refus à revoir');
      await dialog.getByLabel('Partager avec mes collègues').check();
      await shot(owner, 'view-save');
      expect(await serious(owner)).toEqual([]);
      await dialog.getByRole('button', { name: 'Enregistrer' }).click();
      await dialog.waitFor({ state: 'detached' });
      await owner.getByRole('button', { name: 'Vue : Refus à revoir' }).waitFor();
    },
    STORY_MS,
  );

  it(
    'are found and used by a colleague, who cannot change them',
    async () => {
      await settled(owner);
      const seen = await total(owner);
      await open(colleague, '#/options');
      await views(colleague).click();
      await shot(colleague, 'views-shared');
      await item(colleague, /^Refus à revoir Partagée par /).click();
      await colleague.getByRole('button', { name: 'Vue : Refus à revoir' }).waitFor();
      await settled(colleague);
      expect(await total(colleague)).toBe(seen);
      await views(colleague).click();
      await item(colleague, 'Gérer les vues…').click();
      const dialog = colleague.getByRole('dialog', { name: 'Vues de cette liste' });
      await dialog.getByText(/Vous n’avez pas encore enregistré de vue/).waitFor();
      await dialog.getByLabel('Vue à l’ouverture de la liste').click();
      await colleague.getByRole('option', { name: 'Refus à revoir' }).click();
      await shot(colleague, 'views-manage');
      expect(await serious(colleague)).toEqual([]);
      await dialog.getByRole('button', { name: 'Fermer' }).click();
    },
    STORY_MS,
  );

  it(
    'open the list, and follow their reader with theme and columns to another browser',
    async () => {
      await colleague.getByRole('button', { name: 'Passer en sombre' }).click();
      await colleague.getByRole('button', { name: 'Colonnes' }).click();
      const kept = colleague.waitForResponse(
        (response) => response.url().endsWith('/api/preferences/list.options') && response.ok(),
      );
      await colleague.getByLabel('Provenance', { exact: true }).uncheck();
      await shot(colleague, 'columns');
      await kept;
      await colleague.keyboard.press('Escape');
      const elsewhere = await person('manager');
      await elsewhere.getByRole('button', { name: 'Passer en clair' }).waitFor();
      await open(elsewhere, '#/options');
      await elsewhere.getByRole('button', { name: 'Vue : Refus à revoir' }).waitFor();
      await elsewhere.getByRole('columnheader', { name: 'Contact' }).waitFor();
      expect(await elsewhere.getByRole('columnheader', { name: 'Provenance' }).count()).toBe(0);
      await shot(elsewhere, 'options-dark-own-view');
      expect(await serious(elsewhere)).toEqual([]);
    },
    STORY_MS,
  );

  it(
    'are taken away whole: every row of the filter, in a file',
    async () => {
      await open(owner, '#/options');
      await owner.getByRole('button', { name: 'Effacer les filtres' }).click();
      await settled(owner);
      await owner.getByRole('button', { name: 'Vue : Toutes les options' }).waitFor();
      const rows = await total(owner);
      expect(rows).toBeGreaterThan(25);
      await owner.getByRole('button', { name: 'Exporter' }).click();
      await shot(owner, 'export-menu');
      const [file] = await Promise.all([
        owner.waitForEvent('download'),
        owner.getByRole('menuitem', { name: /^CSV/ }).click(),
      ]);
      expect(file.suggestedFilename()).toMatch(/^options-\d{4}-\d\d-\d\d[.]csv$/);
      const lines: string[][] = parse(await readFile(await file.path()), { bom: true, delimiter: ';' });
      expect(lines).toHaveLength(rows + 1);
      expect(lines[0]).toEqual(expect.arrayContaining(['N°', 'Contact', 'Échéance']));
      await owner.getByText(`Export terminé. Nombre de lignes : ${rows}.`).waitFor();
      await shot(owner, 'export-done');
    },
    STORY_MS,
  );

  it(
    'work on a telephone',
    async () => {
      await owner.setViewportSize({ width: 390, height: 844 });
      await open(owner, '#/options');
      await views(owner).waitFor();
      await shot(owner, 'options-views-390');
      expect(await serious(owner)).toEqual([]);
      expect(
        await owner.evaluate(() => document.documentElement.scrollWidth - window.innerWidth),
      ).toBeLessThanOrEqual(0);
      await views(owner).click();
      await item(owner, 'Échues').click();
      await owner.getByRole('button', { name: 'Vue : Échues' }).waitFor();
    },
    STORY_MS,
  );
});
