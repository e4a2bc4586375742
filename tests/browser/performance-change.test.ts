import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { seriousFaults } from './support/accessibility.ts';
import { type OpenConsole, openConsole } from './support/open-console.ts';
import { picture } from './support/picture.ts';
import { open, settled } from './support/sign-in.ts';

const START_MS = 240_000;
const STORY_MS = 240_000;
const desk = { width: 1280, height: 900 };

/** A manager gives a performance with options another configuration, moves it, then cancels it. */
describe('a performance with options in the console', () => {
  let stage: OpenConsole;
  let page: Page;

  beforeAll(async () => {
    stage = await openConsole();
    page = await stage.person('manager', desk);
  }, START_MS);

  afterAll(() => stage?.close(), START_MS);

  const main = () => page.locator('main');
  const dialog = () => page.getByRole('dialog');
  const choose = (name: string) => dialog().getByRole('button', { name, exact: true });
  const shot = (name: string) => picture(page, `performance-${name}`);

  /** Looks at what is shown, wide and light, then on a telephone and dark. */
  const look = async (name: string) => {
    await settled(page);
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

  /** The coming performance with the most options in progress that hold seats. */
  const busiest = () =>
    page.evaluate(async () => {
      const filter = encodeURIComponent(JSON.stringify({ state: ['placed', 'confirmed'] }));
      const answer = await fetch(`/api/options?filter=${filter}&range=[0,199]`);
      const options: { performanceId: string; startsAt: string }[] = await answer.json();
      const coming = options.filter(({ startsAt }) => Date.parse(startsAt) > Date.now() + 86_400_000);
      const counts = new Map<string, number>();
      for (const { performanceId } of coming) counts.set(performanceId, (counts.get(performanceId) ?? 0) + 1);
      return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? '';
    });

  const begin = async (title: string) => {
    await main().getByRole('button', { name: 'Actions', exact: true }).press('Enter');
    await page.getByRole('menuitem', { name: title, exact: true }).press('Enter');
    await dialog().waitFor();
  };

  /** The performance's places by quantity, so that there is a configuration it can take whole. */
  const makeConfiguration = (performanceId: string) =>
    page.evaluate(async (id) => {
      const ask = async (path: string, body?: object) => {
        const answer = await fetch(`/api${path}`, {
          method: body === undefined ? 'GET' : 'POST',
          headers: { 'content-type': 'application/json', 'x-requested-with': 'placet' },
          ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        });
        return answer.json();
      };
      const { venueId } = await ask(`/performances/${id}`);
      const spaces = await ask(`/spaces?filter=${encodeURIComponent(JSON.stringify({ venueId }))}`);
      const rows: { seatCategoryId: string; contingentId: string | null; capacity: number }[] = await ask(
        `/performances/${id}/stock`,
      );
      const places = new Map<string, number>();
      for (const row of rows.filter(({ contingentId }) => contingentId !== null))
        places.set(row.seatCategoryId, (places.get(row.seatCategoryId) ?? 0) + row.capacity);
      await ask('/logical-configurations', {
        spaceId: spaces[0].id,
        code: 'DEBOUT',
        name: 'Debout',
        numbered: false,
        state: 'valid',
        capacities: [...places].map(([seatCategoryId, capacity]) => ({ seatCategoryId, capacity })),
      });
    }, performanceId);

  it(
    'changes configuration, is moved and cancelled, each after a look at who is affected',
    async () => {
      const performanceId = await busiest();
      await makeConfiguration(performanceId);
      await open(page, `/performances/${performanceId}/show`);
      await begin('Changer de configuration');
      await choose('Voir qui est concerné').click();
      await dialog().getByText('Choisissez la nouvelle configuration.').waitFor();
      await dialog().getByRole('combobox', { name: 'Nouvelle configuration' }).press('Enter');
      await page.getByRole('option', { name: /Grande salle assis/ }).click();
      await choose('Voir qui est concerné').click();
      await dialog().getByRole('table', { name: 'Les options et leurs places' }).waitFor();
      await dialog()
        .getByText(/^Options concernées/)
        .click();
      await look('configuration-preview');
      await choose('Revenir').click();
      await dialog().getByRole('combobox', { name: 'Nouvelle configuration' }).press('Enter');
      await page.getByRole('option', { name: /Debout/ }).click();
      await choose('Voir qui est concerné').click();
      await dialog().getByRole('table', { name: 'Les options et leurs places' }).waitFor();
      await choose('Changer de configuration').click();
      await dialog().waitFor({ state: 'detached' });
      await main().getByText('Debout', { exact: true }).first().waitFor();
      await begin('Déplacer la séance');
      await choose('Voir qui est concerné').click();
      await dialog().getByText('Indiquez la nouvelle date.').waitFor();
      await dialog().getByLabel('Nouvelle date').fill('2031-05-14T20:00');
      await look('move');
      await choose('Voir qui est concerné').click();
      await dialog().getByRole('table', { name: 'Options par état' }).waitFor();
      await dialog()
        .getByText(/^Options concernées/)
        .click();
      await look('move-preview');
      await choose('Déplacer la séance').click();
      await dialog().waitFor({ state: 'detached' });
      await main()
        .getByText(/14 mai 2031/)
        .first()
        .waitFor();

      await begin('Annuler la séance');
      await choose('Voir qui est concerné').click();
      await dialog().getByText('Indiquez le motif : les contacts le liront.').waitFor();
      await dialog().getByLabel('Motif').fill('Artiste souffrant.');
      await choose('Voir qui est concerné').click();
      await dialog().getByRole('table', { name: 'Options par état' }).waitFor();
      await look('cancel-preview');
      await choose('Annuler la séance').click();
      await dialog().waitFor({ state: 'detached' });
      await main().getByRole('heading', { level: 1 }).waitFor();
      await main().getByText('annulée', { exact: true }).first().waitFor();
      expect(await main().getByRole('button', { name: 'Actions', exact: true }).count()).toBe(0);
      await look('cancelled');
    },
    STORY_MS,
  );
});
