import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { signedIn } from '../api/support/api.ts';
import { CHROMIUM_FLAGS, chromiumPath } from '../support/chromium.ts';
import { type RunningDesk, startDesk } from '../support/running-desk.ts';
import { seriousFaults } from './support/accessibility.ts';
import { frenchContext } from './support/french-context.ts';
import { picture } from './support/picture.ts';
import { open, settled, signIn } from './support/sign-in.ts';

const START_MS = 240_000;
const STORY_MS = 240_000;

type Row = { id: string; number: number };

/** Three requests placed at once, one of them for more seats than there are; the failure is tried again. */
describe('a verb on a selection, in the console', () => {
  let placet: RunningDesk;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  let numbers: number[];

  beforeAll(async () => {
    placet = await startDesk();
    browser = await chromium.launch({ executablePath: await chromiumPath(), args: CHROMIUM_FLAGS });
    context = await frenchContext(browser, { viewport: { width: 1280, height: 1000 } });
    context.setDefaultTimeout(60_000);
    page = await context.newPage();
    await signIn(page, placet);
    numbers = await requests([2, 3, 9_000]);
  }, START_MS);

  afterAll(async () => {
    await browser?.close();
    await placet?.stop();
  }, START_MS);

  /** Requests on one performance that is open to options, made by the operator's own session. */
  async function requests(quantities: readonly number[]): Promise<number[]> {
    return page.evaluate(async (wanted) => {
      const ask = async (path: string, body?: object) => {
        const response = await fetch(`/api${path}`, {
          method: body === undefined ? 'GET' : 'POST',
          headers: { 'X-Requested-With': 'placet', 'Content-Type': 'application/json' },
          ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        });
        return response.json();
      };
      const filter = encodeURIComponent(JSON.stringify({ q: 'OPEN-' }));
      const [performance] = await ask(`/performances?filter=${filter}&range=[0,0]&sort=["startsAt","DESC"]`);
      const [stock] = await ask(`/performances/${performance.id}/stock`);
      const contact = await ask('/contacts', { kind: 'individual', name: 'Groupe Garance' });
      const made: Row[] = [];
      for (const quantity of wanted) {
        made.push(
          await ask('/options', {
            contactId: contact.id,
            performanceId: performance.id,
            lines: [{ seatCategoryId: stock.seatCategoryId, quantity }],
          }),
        );
      }
      return made.map(({ number }) => number);
    }, quantities);
  }

  const dialog = () => page.getByRole('dialog');
  const bar = () => page.getByRole('region', { name: 'Actions sur la sélection' });
  const box = (number: number) =>
    page.getByRole('checkbox', { name: `Sélectionner l’option n°\u00A0${number}` });
  const find = async (path: string) => {
    await open(page, path);
    await page.getByRole('textbox', { name: 'Rechercher' }).fill('Garance');
    await box(numbers[2]!).waitFor();
    await settled(page);
  };

  it(
    'is chosen by mouse with Shift, and by keyboard',
    async () => {
      await find('/options');
      await box(numbers[0]!).click();
      await box(numbers[2]!).click({ modifiers: ['Shift'] });
      await bar().getByText('3 options sélectionnées').waitFor();
      expect(await box(numbers[1]!).isChecked()).toBe(true);
      await box(numbers[1]!).press('Space');
      await bar().getByText('2 options sélectionnées').waitFor();
      await box(numbers[1]!).press('Space');
      await bar().getByText('3 options sélectionnées').waitFor();
    },
    STORY_MS,
  );

  it(
    'places what can be placed, and says why the rest cannot',
    async () => {
      await bar().getByRole('button', { name: 'Poser (3)' }).click();
      await dialog().getByText('3 poses\u00A0: toutes les options le permettent.').waitFor();
      await dialog().getByRole('button', { name: 'Poser 3 options' }).click();
      await dialog().getByText('2 sur 3 traitées, 1 échec.').waitFor();
      const failed = dialog().getByRole('row', { name: new RegExp(String(numbers[2])) });
      await failed.getByText('Places insuffisantes').waitFor();
      expect(await dialog().getByRole('row', { name: /Posée/ }).count()).toBe(2);
      await dialog().getByRole('button', { name: 'Reprendre l’échec' }).click();
      await dialog().getByText('Places insuffisantes').waitFor();
      await dialog().getByRole('button', { name: 'Fermer' }).click();
      await bar().getByText('1 option sélectionnée').waitFor();
    },
    STORY_MS,
  );

  it(
    'tells beforehand what is impossible, and why',
    async () => {
      await box(numbers[0]!).click();
      await box(numbers[1]!).click();
      await bar().getByRole('button', { name: 'Poser (1)' }).waitFor(); // what is placed is not placed anew
      await bar().getByRole('button', { name: 'Valider (2)' }).click();
      await dialog().getByText('3 validations\u00A0: 1 impossible.').waitFor();
      await dialog()
        .getByText(new RegExp(`quand l’option est posée.*n°\u00A0${numbers[2]}`.replaceAll(' ', '\\s')))
        .waitFor();
      await dialog().getByRole('button', { name: 'Annuler' }).click();
    },
    STORY_MS,
  );

  it(
    'works on a telephone, with its motive kept',
    async () => {
      await page.setViewportSize({ width: 390, height: 844 });
      await find('/options');
      await bar().getByRole('button', { name: 'Actions' }).click();
      await page.getByRole('menuitem', { name: 'Retirer (3)' }).click();
      await dialog().getByLabel('Motif').fill('Sortie annulée');
      await dialog().getByRole('button', { name: 'Retirer 3 options' }).click();
      await dialog().getByText('Les 3 options sont traitées.').waitFor();
      await dialog().getByRole('button', { name: 'Fermer' }).click();
      await bar().waitFor({ state: 'detached' });
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect(overflow).toBeLessThanOrEqual(0);
    },
    STORY_MS,
  );

  /** The dialog, wide and on a telephone: axe finds nothing, and nothing sticks out at the side. */
  async function looksRight(name: string): Promise<void> {
    for (const width of [390, 1280]) {
      await page.setViewportSize({ width, height: 1000 });
      expect(await seriousFaults(page)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      await picture(page, `${name}-${width}`);
    }
  }

  /** Forty options of four contacts on two performances: 37 placed, 3 refused; answers their ids. */
  async function fortyOptions(): Promise<string[]> {
    return page.evaluate(async () => {
      const ask = async (path: string, body?: object) => {
        const response = await fetch(`/api${path}`, {
          method: body === undefined ? 'GET' : 'POST',
          headers: { 'X-Requested-With': 'placet', 'Content-Type': 'application/json' },
          ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        });
        return response.json();
      };
      const filter = encodeURIComponent(JSON.stringify({ q: 'OPEN-' }));
      const performances = await ask(`/performances?filter=${filter}&range=[0,1]&sort=["startsAt","ASC"]`);
      const contacts: Row[] = [];
      for (const name of ['A', 'B', 'C', 'D'])
        contacts.push(await ask('/contacts', { kind: 'individual', name: `Groupe Grenadine ${name}` }));
      const ids: string[] = [];
      for (let at = 0; at < 40; at += 1) {
        const performance = performances[at % 2];
        const [stock] = await ask(`/performances/${performance.id}/stock`);
        const { id } = await ask('/options', {
          contactId: contacts[at % 4]?.id,
          performanceId: performance.id,
          lines: [{ seatCategoryId: stock.seatCategoryId, quantity: 1 }],
        });
        await ask(`/options/${id}/${at < 37 ? 'place' : 'refuse'}`, {});
        ids.push(id);
      }
      return ids;
    });
  }

  it(
    'validates forty at once, and tries again the two that others had changed meanwhile',
    async () => {
      await page.setViewportSize({ width: 1280, height: 1000 });
      const ids = await fortyOptions();
      await open(page, '/options');
      await page.getByRole('textbox', { name: 'Rechercher' }).fill('Grenadine');
      await page.getByText('1 à 25 sur 40').waitFor();
      await settled(page);
      await page.getByRole('checkbox', { name: 'Sélectionner toute la page' }).click();
      await bar().getByRole('button', { name: 'Sélectionner les 40 options trouvées' }).click();
      await bar().getByText('40 options sélectionnées').waitFor();
      await bar().getByRole('button', { name: 'Valider (40)' }).click();
      await dialog()
        .getByText(/37\s+poses → 4\s+commandes pour 4\s+contacts\s*; 3\s+refus définitifs/)
        .waitFor();
      await looksRight('bulk-preview');
      await page.evaluate(
        async (changed) => {
          for (const id of changed) {
            const { version } = await (await fetch(`/api/options/${id}`)).json();
            await fetch(`/api/options/${id}/internal-remark`, {
              method: 'PUT',
              headers: {
                'X-Requested-With': 'placet',
                'Content-Type': 'application/json',
                'If-Match': `"${version}"`,
              },
              body: JSON.stringify({ internalRemark: 'Rappeler' }),
            });
          }
        },
        ids.slice(0, 2),
      );
      await dialog().getByRole('button', { name: 'Valider 40 options' }).click();
      await dialog().getByText('38 sur 40 traitées, 2 échecs.').waitFor();
      await looksRight('bulk-failures');
      await dialog().getByRole('button', { name: 'Reprendre les 2 échecs' }).click();
      await dialog().getByText('Les 40 options sont traitées.').waitFor();
      await dialog().getByRole('button', { name: 'Fermer' }).click();
      await bar().waitFor({ state: 'detached' });
      const orders = await page.evaluate(async (all) => {
        const options = await Promise.all(all.map(async (id) => (await fetch(`/api/options/${id}`)).json()));
        return new Set(options.map(({ orderId }) => orderId).filter(Boolean)).size;
      }, ids);
      expect(orders).toBe(4);
    },
    STORY_MS,
  );

  /** Three placed options of one contact on an article; answers them, and who may change one beside the page. */
  async function productOptions() {
    const admin = await signedIn(placet.url, { email: 'admin@demo.test', password: placet.password });
    const first = async (resource: string, filter = {}) =>
      (await admin.list(resource, { filter, range: [0, 0] })).body[0];
    const { seasonId } = await first('performances', { eventCode: 'OPEN-CONTES' });
    const season = await admin.get(`/api/seasons/${seasonId}`);
    await admin.put(`/api/seasons/${seasonId}`, season.body.version, { productOptionsAllowed: true });
    const { body: product } = await admin.post('/api/products', {
      seasonId,
      familyId: (await first('product-families')).id,
      kind: 'article',
      code: 'LIVRETS',
      name: 'Livret de salle',
      capacity: 50,
      contingentId: (await first('contingents', { code: 'COLLECTIVITES' })).id,
      prices: (await admin.list('audience-subcategories')).body.map(({ id }: Row) => ({
        audienceSubcategoryId: id,
        priceCents: 300,
      })),
    });
    const contact = await admin.post('/api/contacts', { kind: 'individual', name: 'Groupe Grenat' });
    const options: Row[] = [];
    for (const quantity of [2, 3, 4]) {
      const { body } = await admin.post('/api/product-options', {
        contactId: contact.body.id,
        productId: product.id,
        quantity,
        place: true,
      });
      expect(body).toMatchObject({ state: 'placed' });
      options.push(body);
    }
    return { admin, options };
  }

  it(
    'does the same with options on products, and leads to their own pages',
    async () => {
      await page.setViewportSize({ width: 1280, height: 1000 });
      const { admin, options } = await productOptions();
      const [changed] = options;
      await open(page, '/product-options');
      await page.getByRole('textbox', { name: 'Rechercher' }).fill('Grenat');
      await page.locator('tbody tr').nth(3).waitFor({ state: 'detached' });
      await box(changed!.number).waitFor();
      await settled(page);
      await page.getByRole('checkbox', { name: 'Sélectionner toute la page' }).click();
      await bar().getByText('3 options sélectionnées').waitFor();
      await bar().getByRole('button', { name: 'Valider (3)' }).click();
      await dialog()
        .getByText(/3\s+poses → 1\s+commande pour 1\s+contact/)
        .waitFor();
      await looksRight('bulk-products-preview');
      const path = `/product-options/${changed!.id}`;
      const { body: seen } = await admin.get(`/api${path}`);
      await admin.put(`/api${path}/internal-remark`, seen.version, {
        internalRemark: 'Rappeler',
      });
      await dialog().getByRole('button', { name: 'Valider 3 options' }).click();
      await dialog().getByText('2 sur 3 traitées, 1 échec.').waitFor();
      await looksRight('bulk-products-failure');
      const failed = dialog().getByRole('link', { name: String(changed!.number) });
      expect(await failed.getAttribute('href')).toBe(`#${path}/show`);
      await dialog().getByRole('button', { name: 'Reprendre l’échec' }).click();
      await dialog().getByText('Les 3 options sont traitées.').waitFor();
      await dialog().getByRole('button', { name: 'Fermer' }).click();
      await bar().waitFor({ state: 'detached' });
      const after = await Promise.all(options.map(({ id }) => admin.get(`/api/product-options/${id}`)));
      expect(new Set(after.map(({ body }) => body.orderId)).size).toBe(1);
      expect(after.map(({ body }) => body.state)).toEqual(['confirmed', 'confirmed', 'confirmed']);
      await page.setViewportSize({ width: 390, height: 844 });
      await box(changed!.number).click();
      await bar().getByRole('button', { name: 'Actions' }).click();
      await page.getByRole('menuitem', { name: 'Pose ferme (1)' }).waitFor();
      await page.keyboard.press('Escape');
      await looksRight('bulk-products-list');
      const many = [changed!.id, ...Array.from({ length: 200 }, () => randomUUID())];
      const run = await admin.post('/api/product-options/bulk/firm', { ids: many });
      await open(page, `/bulk-runs/${run.body.bulkRunId}/show`);
      await page.getByRole('heading', { name: 'Pose ferme · options de produits (201)' }).waitFor();
      await looksRight('bulk-products-run');
    },
    STORY_MS,
  );
});
