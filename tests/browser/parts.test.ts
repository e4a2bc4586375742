import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { type Browser as ApiBrowser, signedIn } from '../api/support/api.ts';
import { seriousFaults } from './support/accessibility.ts';
import { type OpenDesk, openDesk } from './support/open-console.ts';
import { picture } from './support/picture.ts';
import { open, settled } from './support/sign-in.ts';

const START_MS = 240_000;
const STORY_MS = 240_000;
const desk = { width: 1280, height: 1000 };

/** What is given back in part, what only whole, what is granted besides, and whose options time does not give back. */
describe('the parts of an option, in the console', () => {
  let stage: OpenDesk;
  let page: Page;
  let admin: ApiBrowser;
  let contactId: string;
  let performance: { id: string; seasonId: string };

  beforeAll(async () => {
    stage = await openDesk();
    const { url, password } = stage.placet;
    admin = await signedIn(url, { email: 'admin@demo.test', password });
    page = await stage.person('admin', desk);
    contactId = (await made('contacts', { kind: 'individual', name: 'Ondine Vasseur-Essai' })).id;
    [performance] = (await admin.list('performances', { filter: { eventCode: 'OPEN-CONTES' } })).body;
  }, START_MS);

  afterAll(() => stage?.close(), START_MS);

  async function made(resource: string, body: object) {
    const answer = await admin.post(`/api/${resource}`, body);
    expect(answer).toMatchObject({ status: 201 });
    return answer.body;
  }

  const main = () => page.locator('main');
  const dialog = () => page.getByRole('dialog');
  const button = (name: string) => page.getByRole('button', { name, exact: true });

  /** Wide and light, then on a telephone and dark: whole, readable, nothing sticks out. */
  async function look(name: string): Promise<void> {
    for (const [size, colorScheme] of [
      [desk, 'light'],
      [{ width: 390, height: 844 }, 'dark'],
    ] as const) {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize(size);
      await settled(page);
      expect(await seriousFaults(page)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(size.width);
      await picture(page, `parts-${name}-${size.width}`, 'seen');
    }
    await page.emulateMedia({ colorScheme: 'light' });
    await page.setViewportSize(desk);
    await settled(page);
  }

  it(
    'an insured order is told so from its validation to its payment, and gives nothing back in part',
    async () => {
      const { body: stock } = await admin.get(`/api/performances/${performance.id}/stock`);
      const categories = [
        ...new Set(stock.map(({ seatCategoryId }: { seatCategoryId: string }) => seatCategoryId)),
      ];
      const lines = categories.slice(0, 2).map((seatCategoryId) => ({ seatCategoryId, quantity: 3 }));
      expect(lines).toHaveLength(2);
      const placed = await made('options', { contactId, performanceId: performance.id, lines, place: true });
      await open(page, `/options/${placed.id}/show`);
      await button('Valider').click();
      await dialog().getByRole('checkbox', { name: 'Commande assurée' }).check();
      await dialog().getByText('Elle est rendue tout entière ou pas du tout').waitFor();
      await look('validation');
      await dialog().getByRole('button', { name: 'Valider', exact: true }).click();
      await main().getByText('Assurée', { exact: true }).waitFor();

      await button('Déclarer caduque').click();
      await dialog().getByRole('radio', { name: 'Certaines lignes' }).check();
      await dialog().getByRole('button', { name: 'Déclarer caduque' }).click();
      await dialog().getByText('Choisissez au moins une ligne.').waitFor();
      await dialog().getByRole('checkbox').first().check();
      await dialog().getByText('La commande est assurée').waitFor();
      await look('insured-whole');
      await dialog().getByRole('button', { name: 'Annuler', exact: true }).click();

      const { body: option } = await admin.get(`/api/options/${placed.id}`);
      await open(page, `/booking-files/${option.bookingFileId}/show`);
      await main().getByText('Assurée', { exact: true }).waitFor();
      await look('insured-file');
      await main()
        .getByRole('button', { name: /^Reprendre/ })
        .click();
      await page.getByRole('timer').waitFor();
      await page.getByRole('spinbutton').first().fill('1');
      await main().getByRole('button', { name: 'Enregistrer le règlement' }).click();
      await dialog().getByText('rien n’en est rendu sans le reste').waitFor();
      expect(await dialog().getByRole('radio', { name: 'Le rendre' }).isDisabled()).toBe(true);
      await look('insured-payment');
    },
    STORY_MS,
  );

  it(
    'a part of a package takes the package along, what was added to it goes alone',
    async () => {
      const { body: season } = await admin.get(`/api/seasons/${performance.seasonId}`);
      await admin.put(`/api/seasons/${season.id}`, season.version, { productOptionsAllowed: true });
      const [family] = (await admin.list('product-families', { range: '[0,0]' })).body;
      const { body: stock } = await admin.get(`/api/performances/${performance.id}/stock`);
      const { body: tariffs } = await admin.list('audience-subcategories', { range: '[0,99]' });
      const prices = tariffs.map(({ id }: { id: string }) => ({
        audienceSubcategoryId: id,
        priceCents: 500,
      }));
      const common = { seasonId: season.id, familyId: family.id, prices };
      const article = (code: string, name: string) =>
        made('products', {
          ...common,
          kind: 'article',
          code,
          name,
          capacity: 20,
          contingentId: stock[0].contingentId,
        });
      const [welcome, booklet] = [await article('ACCUEIL', 'Accueil'), await article('LIVRET', 'Livret')];
      const line = (of: { id: string; name: string }, role: string) => ({
        name: of.name,
        role,
        productId: of.id,
        quantity: 1,
        performanceIds: [],
        prices,
      });
      const duo = await made('products', {
        seasonId: season.id,
        familyId: family.id,
        kind: 'package',
        code: 'FORMULE',
        name: 'Formule accueil',
        lines: [line(welcome, 'mandatory'), line(booklet, 'optional')],
      });
      const added = duo.lines.find(({ role }: { role: string }) => role === 'optional');
      const option = await made('product-options', {
        contactId,
        productId: duo.id,
        quantity: 4,
        lines: [{ productLineId: added.id }],
        place: true,
      });
      await open(page, `/product-options/${option.id}/show`);
      await button('Déclarer caduque').click();
      await dialog().getByText('Le délai est passé sans réponse').waitFor();
      await look('all');
      await dialog().getByRole('radio', { name: 'Certaines lignes' }).check();
      await dialog()
        .getByRole('checkbox', { name: /^Accueil/ })
        .check();
      await dialog()
        .getByText(/«\sAccueil\s» fait partie du produit/)
        .waitFor();
      await look('package-whole');
      await dialog()
        .getByRole('checkbox', { name: /^Accueil/ })
        .uncheck();
      await dialog()
        .getByRole('checkbox', { name: /^Livret/ })
        .check();
      await dialog().getByText('Seules ces lignes sont rendues').waitFor();
      await look('part');
      await dialog().getByRole('button', { name: 'Rendre ces lignes' }).click();
      await page.getByText(/Livret rendu, le reste est gardé/).waitFor();
      await main().getByText('Lignes rendues').waitFor();
      const { body: left } = await admin.get(`/api/product-options/${option.id}`);
      expect([left.state, left.placedQuantity]).toEqual(['placed', 4]);
    },
    STORY_MS,
  );

  it(
    'a season ticket is granted an extra choice, at a performance that is not taken yet',
    async () => {
      const [family] = (await admin.list('product-families', { range: '[0,0]' })).body;
      const { body: stock } = await admin.get(`/api/performances/${performance.id}/stock`);
      const { body: evenings } = await admin.list('performances', {
        filter: { q: 'OPEN-', startsAt_gte: 'now+20d' },
        range: '[0,2]',
      });
      const performanceIds: string[] = evenings.map(({ id }: { id: string }) => id);
      const { body: tariffs } = await admin.list('audience-subcategories', { range: '[0,99]' });
      const prices = tariffs.map(({ id }: { id: string }) => ({
        audienceSubcategoryId: id,
        priceCents: 1800,
      }));
      const ticket = await made('products', {
        seasonId: performance.seasonId,
        familyId: family.id,
        kind: 'season-ticket',
        code: 'LIBERTE',
        name: 'Abonnement Liberté',
        lines: [
          {
            name: 'Spectacle au choix',
            role: 'mandatory',
            seatCategoryId: stock[0].seatCategoryId,
            quantity: 1,
            performanceIds,
            prices,
          },
        ],
      });
      const option = await made('product-options', {
        contactId,
        productId: ticket.id,
        quantity: 5,
        lines: [{ productLineId: ticket.lines[0].id, performanceId: performanceIds[0] }],
        place: true,
      });
      await open(page, `/product-options/${option.id}/show`);
      await button('Modifier la pose').click();
      await dialog().getByRole('button', { name: 'Ajouter un choix supplémentaire' }).click();
      await dialog().getByRole('button', { name: 'Poser', exact: true }).click();
      await dialog()
        .getByText(/^Choix supplémentaire 1\s: Choisissez la séance/)
        .waitFor();
      const extra = dialog().getByRole('group', { name: 'Choix supplémentaire 1' });
      await extra.getByRole('combobox').click();
      const offered = page.getByRole('listbox').getByRole('option');
      expect(await offered.count()).toBe(3);
      expect(await offered.first().getAttribute('aria-disabled')).toBe('true'); // taken already
      await offered.nth(1).click();
      await extra.getByRole('spinbutton').fill('2');
      await look('extra-choice');
      await dialog().getByRole('button', { name: 'Poser', exact: true }).click();
      await dialog().waitFor({ state: 'detached' });
      const { body: granted } = await admin.get(`/api/product-options/${option.id}`);
      expect([granted.state, granted.requestedQuantity, granted.placedQuantity]).toEqual(['placed', 7, 7]);
      await look('extra-choice-granted');
    },
    STORY_MS,
  );

  it(
    'a contact in credit is shown with it, typed as an amount',
    async () => {
      await open(page, `/contacts/${contactId}`);
      const credit = page.getByRole('textbox', { name: 'Solde créditeur' });
      await credit.fill('douze');
      await button('Enregistrer').click();
      await page.getByText('Indiquez un montant, par exemple 12,50.').waitFor();
      await look('credit-form');
      await credit.fill('12,50');
      await button('Enregistrer').click();
      await main().getByText('12,50\u00A0€').waitFor();
      await main().getByText('Le temps ne rend pas ses options').waitFor();
      await look('credit');
      await open(page, `/contacts/${contactId}`);
      expect(await credit.inputValue()).toBe('12,50');
      expect((await admin.get(`/api/contacts/${contactId}`)).body.creditCents).toBe(1250);
    },
    STORY_MS,
  );
});
