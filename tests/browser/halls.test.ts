import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { plainPlan } from '../activities/venues/support/plan-files.ts';
import { seriousFaults } from './support/accessibility.ts';
import { type OpenDesk, openDesk } from './support/open-console.ts';
import { picture } from './support/picture.ts';
import { open, settled } from './support/sign-in.ts';

const START_MS = 240_000;
const STORY_MS = 240_000;
const desk = { width: 1280, height: 900 };

/** A manager brings a seat plan in and makes a configuration of it. */
describe('a hall in the console', () => {
  let stage: OpenDesk;
  let page: Page;

  beforeAll(async () => {
    stage = await openDesk();
    page = await stage.person('manager', desk);
  }, START_MS);

  afterAll(() => stage?.close(), START_MS);

  const main = () => page.locator('main');
  const link = (name: string) => main().getByRole('link', { name, exact: true });
  const button = (name: string) => main().getByRole('button', { name, exact: true });
  const total = (name: RegExp) =>
    main().getByRole('table', { name: 'Catégories de place' }).getByRole('row', { name });
  const give = (value: unknown) =>
    page.getByLabel('Choisir un fichier').setInputFiles({
      name: 'plan.json',
      mimeType: 'application/json',
      buffer: Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)),
    });
  const shot = (name: string) => picture(page, `halls-${name}`, 'whole');

  /** Looks at what is shown, wide and light, then on a telephone and dark. */
  const look = async (name: string) => {
    await settled(page);
    await page.locator('.app-loader').waitFor({ state: 'detached' });
    expect(await seriousFaults(page)).toEqual([]);
    await shot(name);
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.setViewportSize({ width: 390, height: 844 });
    await settled(page);
    expect(await seriousFaults(page)).toEqual([]);
    await shot(`${name}-telephone`);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    await page.emulateMedia({ colorScheme: 'light' });
    await page.setViewportSize(desk);
    await settled(page);
  };

  it(
    'is found under its venue, with its plan and its configuration',
    async () => {
      await open(page, '/venues');
      await link('Grande salle assis').click();
      await look('venue');
      await link('Grande salle').click();
      await main()
        .getByRole('row', { name: /Grande salle assis numéroté 900 Validée/ })
        .waitFor();
      await main()
        .getByRole('row', { name: /^Grande salle 1 900/ })
        .waitFor();
      await look('space');
      await main()
        .getByRole('table', { name: 'Configurations logiques' })
        .getByRole('link', { name: 'Grande salle assis' })
        .click();
      await total(/Total 900/).waitFor();
      await look('configuration');
    },
    STORY_MS,
  );

  it(
    'says at its place what is wrong with a file, and takes a good one as it was tried',
    async () => {
      await open(page, '/venues');
      await link('Grande salle assis').click();
      await link('Grande salle').click();
      const ofSpace = page.url();
      await open(page, '/seat-plans/create');
      await page.getByText('Un plan s’importe depuis la page de son espace.').waitFor();
      await look('no-space');
      await page.goto(ofSpace);
      await link('Importer un plan').click();
      await give('{"name": ');
      await page.getByText('Plan illisible').waitFor();
      const plan = plainPlan();
      plan.zones[0]!.rows[1]!.seats[3]!.category = 'CAT9';
      await give(plan);
      await main()
        .getByRole('row', { name: /zones\[0\]\.rows\[1\]\.seats\[3\]\.category Cette catégorie/ })
        .waitFor();
      await look('faults');
      await give(plainPlan());
      await page.getByText('Il créerait un nouveau plan.').waitFor();
      await look('tried');
      await button('Importer ce plan').click();
      await page.getByText('Le plan est importé.').waitFor();
      await link('Voir le plan').click();
      await page.getByRole('heading', { level: 1, name: 'Salle simple' }).waitFor();
      await look('plan');
      expect(await link('Exporter le fichier').getAttribute('href')).toMatch(
        /^\/api\/seat-plans\/[^/]+\/file$/,
      );
      expect(await link('Modifier').count()).toBe(0);
    },
    STORY_MS,
  );

  it(
    'has another configuration made of the plan, and one by quantity',
    async () => {
      await open(page, '/venues');
      await link('Grande salle assis').click();
      await link('Grande salle').click();
      await link('Nouvelle configuration logique').click();
      await main().getByLabel('Nom').fill('Petite jauge');
      await main().getByLabel('Code').fill('PETITE');
      await main().getByRole('combobox', { name: 'Plan de salle' }).click();
      await page.getByRole('option', { name: 'Salle simple, révision 1' }).click();
      await look('new');
      await button('Créer').click();
      await total(/Total 12/).waitFor();
      await open(page, '/venues');
      await link('Studio').click();
      await link('Studio').click();
      await link('Nouvelle configuration logique').click();
      await main().getByLabel('Nom').fill('Debout');
      await main().getByLabel('Code').fill('DEBOUT');
      await main().getByLabel('Places numérotées').uncheck();
      await main().getByLabel('Placement libre').fill('180');
      await main().getByLabel('Validée').check();
      await look('by-quantity');
      await button('Créer').click();
      await total(/Total 180/).waitFor();
    },
    STORY_MS,
  );
});
