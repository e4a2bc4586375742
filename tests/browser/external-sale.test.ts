import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { z } from 'zod';
import { violations } from './support/accessibility.ts';
import { type OpenDesk, openDesk } from './support/open-console.ts';
import { open, settled } from './support/sign-in.ts';

const START_MS = 240_000;
const STORY_MS = 120_000;

describe('a sale made elsewhere, in the console', () => {
  let stage: OpenDesk;
  let page: Page;

  beforeAll(async () => {
    stage = await openDesk();
    page = await stage.person('admin', { width: 390, height: 900 }, 30_000);
  }, START_MS);

  afterAll(() => stage?.close(), START_MS);

  it(
    'is recorded above what is free, shown as an incident, explained and taken back',
    async () => {
      const found = await page.request.get(
        `${stage.placet.url}/api/performances?${new URLSearchParams({ filter: '{"q":"OPEN-"}', range: '[0,0]' })}`,
      );
      const [performance] = z.array(z.object({ id: z.uuid() })).parse(await found.json());
      await open(page, `/stock/${performance?.id}`);
      await page.getByRole('button', { name: 'Enregistrer une vente externe' }).click();
      const dialog = page.getByRole('dialog', { name: 'Enregistrer une vente externe' });
      await dialog.getByRole('textbox', { name: 'Places' }).fill('9000');
      await dialog.getByRole('textbox', { name: 'Vendu par' }).fill('Guichet de la gare');
      await dialog.getByRole('textbox', { name: 'Référence de la vente' }).fill('G-17');
      await dialog.getByRole('textbox', { name: 'Motif' }).fill('Relevé du soir');
      expect(await violations(page)).toEqual([]);
      await dialog.getByRole('button', { name: 'Enregistrer' }).click();
      await dialog.waitFor({ state: 'detached' });
      await page.getByText(/Incident\s: dépassement de \d/).waitFor();
      await page.getByText(/Vendues 9\s000 = vente externe G-17 \(9\s000\)/).waitFor();
      await page.getByRole('button', { name: 'Contrôler maintenant' }).click();
      await page.getByText('1 ligne dépasse sa limite').waitFor();
      await settled(page);
      expect(await violations(page)).toEqual([]);
      const wide = () => document.documentElement.scrollWidth > document.documentElement.clientWidth;
      expect(await page.evaluate(wide)).toBe(false);
      await page.getByRole('button', { name: 'Annuler', exact: true }).click();
      const asked = page.getByRole('dialog', { name: 'Annuler la vente externe G-17' });
      await asked.getByRole('textbox', { name: 'Motif' }).fill('Saisie en double');
      await asked.getByRole('button', { name: 'Annuler la vente' }).click();
      await page.getByText(/annulée le/).waitFor();
    },
    STORY_MS,
  );
});
