import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { z } from 'zod';
import { seriousFaults } from './support/accessibility.ts';
import { type OpenDesk, openDesk } from './support/open-console.ts';
import { picture } from './support/picture.ts';
import { open, settled } from './support/sign-in.ts';

const START_MS = 240_000;
const STORY_MS = 240_000;
const desk = { width: 1280, height: 900 };

const Options = z.array(
  z.object({
    id: z.string(),
    number: z.number(),
    orderId: z.string(),
    placedQuantity: z.number(),
    contactNumber: z.number(),
  }),
);

/** A validated order is taken up again, paid in part by hand, and the rest is taken up by the contact's number. */
describe('an order is resumed, in the console', () => {
  let stage: OpenDesk;
  let page: Page;
  let option: z.infer<typeof Options>[number];

  beforeAll(async () => {
    stage = await openDesk();
    page = await stage.person('operator', desk);
    const query = new URLSearchParams({ filter: JSON.stringify({ state: ['confirmed'] }), range: '[0,99]' });
    const answer = await page.request.get(`${stage.placet.url}/api/options?${query}`);
    const found = Options.parse(await answer.json()).find(({ placedQuantity }) => placedQuantity >= 5);
    if (found === undefined) throw new Error('no validated option in the demo');
    option = found;
  }, START_MS);

  afterAll(() => stage?.close(), START_MS);

  const main = () => page.locator('main');
  const heading = (name: RegExp) => page.getByRole('heading', { level: 1, name });

  /** Looks at what is shown, wide and light, then on a telephone and dark. */
  const look = async (name: string, where: 'page' | 'dialog' = 'page') => {
    const shot = (more: string) =>
      picture(page, `basket-${name}-${more}`, where === 'page' ? 'whole' : 'seen');
    await settled(page);
    expect(await seriousFaults(page)).toEqual([]);
    await shot('wide');
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.setViewportSize({ width: 390, height: 844 });
    await settled(page);
    expect(await seriousFaults(page)).toEqual([]);
    await shot('telephone');
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    await page.emulateMedia({ colorScheme: 'light' });
    await page.setViewportSize(desk);
    await settled(page);
  };

  it(
    'a validation says beforehand which file it goes into',
    async () => {
      const query = new URLSearchParams({ filter: JSON.stringify({ state: ['placed'] }), range: '[0,0]' });
      const answer = await page.request.get(`${stage.placet.url}/api/options?${query}`);
      const [placed] = z.array(z.object({ id: z.string() })).parse(await answer.json());
      await open(page, `/options/${placed?.id}/show`);
      await page.getByRole('button', { name: 'Valider', exact: true }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByRole('radiogroup', { name: 'Nouveau dossier' }).waitFor();
      await look('confirm', 'dialog');
      await dialog.getByRole('button', { name: 'Annuler' }).click();
    },
    STORY_MS,
  );

  it(
    'from its option: the basket says until when, and a part of it is paid',
    async () => {
      await open(page, `/options/${option.id}/show`);
      await page.getByRole('button', { name: 'Reprendre la commande' }).click();
      await page.getByRole('dialog').getByRole('button', { name: 'Reprendre la commande' }).click();
      await heading(/^Panier de la commande n°/).waitFor();
      await page.getByRole('timer').waitFor();
      await look('open');
      const basketPath = await page.evaluate(() => window.location.hash.slice(1));
      await open(page, `/options/${option.id}/show`);
      await main().getByRole('link', { name: 'Voir le panier' }).waitFor();
      await look('option');
      await open(page, basketPath);
      const paying = page
        .getByRole('spinbutton', { name: new RegExp(`option n°.${option.number},`) })
        .first();
      await paying.fill(String(Number(await paying.inputValue()) - 3));
      await main().getByRole('button', { name: 'Enregistrer le règlement' }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByText('Reste 3 places non réglées.').waitFor();
      await look('pay', 'dialog');
      const amount = dialog.getByRole('textbox', { name: 'Montant' });
      const due = await amount.inputValue();
      await amount.fill('1,00');
      await dialog.getByRole('button', { name: 'Enregistrer le règlement' }).click();
      await dialog.getByText('Montant inexact').waitFor();
      await look('amount', 'dialog');
      await amount.fill(due);
      await dialog.getByRole('combobox', { name: 'Moyen de règlement' }).click();
      await page.getByRole('option', { name: 'Chèque' }).click();
      await dialog.getByRole('textbox', { name: 'Référence' }).fill('0012345');
      await dialog.getByRole('button', { name: 'Enregistrer le règlement' }).click();
      await dialog.waitFor({ state: 'detached' });
      await main()
        .getByText(/^Réglé par/)
        .waitFor();
      await look('paid');
    },
    STORY_MS,
  );

  it(
    'its rest stays in the file, and is taken up by the number of the contact; then the basket is abandoned',
    async () => {
      await main()
        .getByRole('link', { name: /^Dossier n°/ })
        .click();
      await heading(/^Dossier n°/).waitFor();
      await main().getByText('Contre-opération').waitFor();
      await look('file');
      await open(page, '/booking-files');
      await look('files');
      await open(page, '/resume');
      await page.getByRole('radio', { name: /contact/ }).check();
      await page.getByRole('textbox', { name: /contact/ }).fill(String(option.contactNumber));
      await page.getByRole('button', { name: 'Rechercher', exact: true }).click();
      await page.getByRole('table', { name: 'Commandes' }).waitFor();
      await look('search');
      await page
        .getByRole('button', { name: /^Reprendre la commande/ })
        .first()
        .click();
      await page.getByRole('timer').waitFor();
      const [basketPath] = (await page.evaluate(() => window.location.hash)).split('?');
      await open(page, '/baskets');
      await main().getByRole('table', { name: 'Paniers' }).waitFor();
      await look('list');
      await open(page, (basketPath ?? '').slice(1));
      await page.getByRole('button', { name: 'Abandonner' }).click();
      await page.getByRole('dialog').getByRole('button', { name: 'Abandonner' }).click();
      await main()
        .getByText(/^Abandonné par/)
        .waitFor();
      await page.getByRole('button', { name: /^EN / }).click();
      await main()
        .getByText(/^Abandoned by/)
        .waitFor();
      await look('english');
      await main()
        .getByRole('link', { name: /^File no/ })
        .click();
      await heading(/^File no/).waitFor();
      await look('english-file');
    },
    STORY_MS,
  );
});
