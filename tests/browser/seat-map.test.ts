import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Browser, chromium, type Page } from 'playwright-core';
import { z } from 'zod';
import { CHROMIUM_FLAGS, chromiumPath } from '../support/chromium.ts';
import { type RunningDesk, startDesk } from '../support/running-desk.ts';
import { seriousFaults } from './support/accessibility.ts';
import { frenchContext } from './support/french-context.ts';
import { picture } from './support/picture.ts';
import { open, settled, signIn } from './support/sign-in.ts';

const START_MS = 240_000;
const STORY_MS = 240_000;
const desk = { width: 1280, height: 900 };
const telephone = { width: 390, height: 844 };

const Records = z.array(z.looseObject({ id: z.string(), name: z.string(), version: z.number() }));
const Built = z.object({ spaceId: z.string(), planId: z.string() });
const Columns = z.object({
  categories: z.array(z.object({ id: z.string() })),
  seats: z.object({ id: z.array(z.string()) }),
});

/** A manager looks at a hall seat by seat, and paints a configuration of it. */
describe('the seat map in the console', () => {
  let placet: RunningDesk;
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    placet = await startDesk();
    browser = await chromium.launch({ executablePath: await chromiumPath(), args: CHROMIUM_FLAGS });
    page = await (await frenchContext(browser, { viewport: desk })).newPage();
    page.setDefaultTimeout(60_000);
    await signIn(page, placet, 'manager');
  }, START_MS);

  afterAll(async () => {
    await browser?.close();
    await placet?.stop();
  }, START_MS);

  const ask = async (path: string): Promise<unknown> =>
    (await page.request.get(`${placet.url}/api/${path}`)).json();
  const found = async (resource: string, name: string) => {
    const all = Records.parse(await ask(`${resource}?range=[0,99]`));
    const record = all.find((each) => each.name === name);
    if (record === undefined) throw new Error(`There is no ${name}.`);
    return record;
  };
  const map = () => page.getByRole('grid', { name: /^Plan de la salle/ });
  const focusedSeat = () =>
    map().evaluate((grid) => {
      const id = grid.getAttribute('aria-activedescendant') ?? '';
      return document.getElementById(id)?.textContent ?? '';
    });
  const selected = (words: string) => page.getByRole('status').getByText(words, { exact: true }).waitFor();
  /** A row of the palette: its name, what is saved, and what would be. */
  const palette = (name: RegExp) =>
    page.getByRole('table', { name: 'Peindre les places choisies' }).getByRole('row', { name }).waitFor();
  const paintAs = (name: string) =>
    page.getByRole('table').getByRole('button', { name: new RegExp(`^${name}`) });
  const save = async () => {
    await page.getByRole('button', { name: 'Enregistrer', exact: true }).click();
    await page.getByText('Les catégories sont enregistrées.').waitFor();
    await page.getByText(/non enregistrées?$/).waitFor({ state: 'detached' });
    await settled(page);
  };
  const openHall = async (name: string) => {
    const { id } = await found('logical-configurations', name);
    await open(page, `/logical-configurations/${id}/show`);
    await map().waitFor();
  };
  /** Looks at what is shown, wide and light, then on a telephone and dark. */
  const look = async (name: string) => {
    await settled(page);
    expect(await seriousFaults(page)).toEqual([]);
    await picture(page, `seat-map-${name}`, 'whole');
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.setViewportSize(telephone);
    await settled(page);
    expect(await seriousFaults(page)).toEqual([]);
    await picture(page, `seat-map-${name}-telephone`, 'whole');
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    await page.emulateMedia({ colorScheme: 'light' });
    await page.setViewportSize(desk);
    await settled(page);
  };

  it(
    'is walked through and painted by the keyboard alone',
    async () => {
      await openHall('Grande salle assis');
      for (let tab = 0; tab < 200; tab += 1) {
        if (await map().evaluate((grid) => grid === document.activeElement)) break;
        await page.keyboard.press('Tab');
      }
      expect(await focusedSeat()).toBe('PLATEA - Rang 1 - Place 17, Cat1');
      await page.keyboard.press('ArrowRight');
      expect(await focusedSeat()).toBe('PLATEA - Rang 1 - Place 15, Cat1');
      await page.keyboard.press('ArrowDown');
      expect(await focusedSeat()).toBe('PLATEA - Rang 2 - Place 15, Cat1');
      await page.keyboard.press('Home');
      await page.keyboard.press('Shift+End');
      await selected('18 places sélectionnées');
      await page.keyboard.press('Escape');
      await selected('Aucune place sélectionnée');
      await page.keyboard.press('r');
      await selected('18 places sélectionnées');
      await look('selected');
      await palette(/^Cat1 212$/);
      await page.keyboard.press('3');
      await palette(/^Cat1 212 194 −18$/);
      await palette(/^Cat2 222 240 \+18$/);
      expect(await focusedSeat()).toMatch(/, Cat2, Non enregistrée$/);
      await page.keyboard.press('Control+z');
      await palette(/^Cat1 212$/);
      await selected('18 places sélectionnées');
      await page.keyboard.press('3');
      await look('painted');
      await save();
      await page.getByRole('row', { name: /^Cat1 CAT1 Oui 194$/ }).waitFor();
      await page.reload();
      await map().waitFor();
      await palette(/^Cat1 194$/);
      await palette(/^Cat2 240$/);
    },
    STORY_MS,
  );

  it(
    'is painted by the mouse: a rectangle, the name of a row, a lasso',
    async () => {
      await openHall('Grande salle assis');
      const place = async () => {
        await map().scrollIntoViewIfNeeded();
        const box = await map().boundingBox();
        if (box === null) throw new Error('The map is not drawn.');
        return (x: number, y: number): [number, number] => [box.x + box.width * x, box.y + box.height * y];
      };
      const at = await place();
      await page.mouse.move(...at(0.02, 0.02));
      await page.mouse.down();
      await page.mouse.move(...at(0.98, 0.98), { steps: 4 });
      await page.mouse.up();
      await selected('900 places sélectionnées');
      await map().locator('text[data-row]', { hasText: /^7$/ }).first().click();
      await selected('22 places sélectionnées');
      await page.getByRole('button', { name: 'Sélectionner au lasso' }).click();
      await page.keyboard.down('Control');
      await page.mouse.move(...at(0.3, 0.75));
      await page.mouse.down();
      for (const [x, y] of [
        [0.7, 0.75],
        [0.7, 0.97],
        [0.3, 0.97],
      ]) {
        await page.mouse.move(...at(x ?? 0, y ?? 0), { steps: 3 });
      }
      await page.mouse.up();
      await page.keyboard.up('Control');
      await page
        .getByRole('status')
        .getByText(/^\d+ places sélectionnées$/)
        .waitFor();
      await page.getByRole('button', { name: 'Effacer la sélection' }).click();
      await selected('Aucune place sélectionnée');
      await map().locator('text[data-row]', { hasText: /^7$/ }).first().click();
      await paintAs('Cat3').click();
      await palette(/^Cat3 286 308 \+22$/);
      await save();
      await page.reload();
      await map().waitFor();
      await palette(/^Cat3 308$/);
    },
    STORY_MS,
  );

  it(
    'keeps strokes when somebody else saved meanwhile, and asks before they are left',
    async () => {
      await openHall('Grande salle assis');
      await map().focus();
      await page.keyboard.press('r');
      await page.keyboard.press('4');
      await page.getByText('18 places changées, non enregistrées').waitFor();
      const { id, version } = await found('logical-configurations', 'Grande salle assis');
      const { seats, categories } = Columns.parse(await ask(`logical-configurations/${id}/seats`));
      const theirs = await page.request.post(`${placet.url}/api/logical-configurations/${id}/paint`, {
        headers: { 'X-Requested-With': 'placet', 'If-Match': `"${version}"` },
        data: { paints: [{ seatCategoryId: categories[0]?.id, seatIds: seats.id.slice(-5) }] },
      });
      expect(theirs.status()).toBe(200);
      await page.getByRole('button', { name: 'Enregistrer', exact: true }).click();
      await page.getByRole('row', { name: /^Carré Or 60 65$/ }).waitFor();
      await look('conflict');
      await page.getByText('18 places changées, non enregistrées').waitFor();
      await page.getByRole('navigation').getByRole('link', { name: 'Lieux', exact: true }).first().click();
      await page.getByRole('dialog').getByRole('button', { name: 'Rester sur la page' }).click();
      await page.getByRole('dialog').waitFor({ state: 'detached' });
      await page
        .getByRole('alert')
        .getByRole('button', { name: /enregistrer/i })
        .click();
      await page.getByText(/non enregistrées?$/).waitFor({ state: 'detached' });
      await palette(/^Carré Or 65$/);
    },
    STORY_MS,
  );

  it(
    'is painted by touch on a telephone',
    async () => {
      const context = await frenchContext(browser, { viewport: telephone, hasTouch: true, isMobile: true });
      const phone = await context.newPage();
      phone.setDefaultTimeout(60_000);
      await signIn(phone, placet, 'manager');
      const { id } = await found('logical-configurations', 'Grande salle assis');
      await open(phone, `/logical-configurations/${id}/show`);
      const drawing = phone.getByRole('grid');
      await drawing.scrollIntoViewIfNeeded();
      const box = await drawing.boundingBox();
      if (box === null) throw new Error('The map is not drawn.');
      await phone.touchscreen.tap(box.x + box.width * 0.5, box.y + box.height * 0.95);
      await phone.getByText('1 place sélectionnée').waitFor();
      await phone.getByRole('button', { name: 'Sélectionner le rang entier' }).tap();
      await phone.getByText(/^\d\d places sélectionnées$/).waitFor();
      await phone.getByRole('group', { name: 'Peindre les places choisies' }).waitFor();
      await picture(phone, 'seat-map-touch');
      await phone.getByRole('button', { name: 'Peindre en Visibilité réduite' }).tap();
      await phone.getByText(/places changées, non enregistrées$/).waitFor();
      await phone.getByRole('button', { name: 'Tout abandonner' }).tap();
      await context.close();
    },
    STORY_MS,
  );

  it(
    'shows the seats of a plan, to be looked at',
    async () => {
      const { id } = await found('seat-plans', 'Auditorium');
      await open(page, `/seat-plans/${id}/show`);
      await map().waitFor();
      await page.getByRole('list', { name: 'Légende' }).getByText('1 282').waitFor();
      await map().focus();
      await page.keyboard.press('Control+End');
      expect(await focusedSeat()).toBe('BALCON - Rang P - Place 54');
      await page.keyboard.press(' ');
      expect(await page.getByRole('button', { name: 'Sélectionner au lasso' }).count()).toBe(0);
      await look('plan');
    },
    STORY_MS,
  );

  it(
    'draws a rectangle over 2,006 seats in few frames',
    async () => {
      const { spaceId, planId } = Built.parse(await found('logical-configurations', 'Auditorium assis'));
      const made = await page.request.post(`${placet.url}/api/logical-configurations`, {
        headers: { 'x-requested-with': 'placet' },
        data: { spaceId, planId, code: 'LIBRE', name: 'Auditorium libre', numbered: true },
      });
      expect(made.status()).toBe(201);
      await openHall('Auditorium libre');
      await map().scrollIntoViewIfNeeded();
      const box = await map().boundingBox();
      if (box === null) throw new Error('The map is not drawn.');
      await page.evaluate(() => {
        const seen = { frames: [0], moves: 0 };
        const watch = (at: number) => {
          seen.frames.push(at);
          document.body.dataset.frames = JSON.stringify(seen);
          requestAnimationFrame(watch);
        };
        seen.frames.pop();
        document.addEventListener('pointermove', () => {
          seen.moves += 1;
        });
        requestAnimationFrame(watch);
      });
      await page.mouse.move(box.x + 4, box.y + 4);
      await page.mouse.down();
      await page.mouse.move(box.x + box.width - 4, box.y + box.height - 4, { steps: 60 });
      await page.mouse.up();
      await selected('2006 places sélectionnées');
      const Seen = z.object({ frames: z.array(z.number()), moves: z.number() });
      const told = await page.evaluate(() => document.body.dataset.frames ?? '');
      const { frames, moves } = Seen.parse(JSON.parse(told));
      const gaps = frames.slice(1).map((frame, index) => frame - (frames[index] ?? frame));
      const sorted = gaps.toSorted((one, other) => one - other);
      const elements = await map().locator('svg *').count();
      process.stderr.write(
        `seat map: rectangle over 2,006 seats, ${moves} moves in ${frames.length} frames; median ${Math.round(sorted[Math.floor(sorted.length / 2)] ?? 0)} ms, longest ${Math.round(sorted.at(-1) ?? 0)} ms; ${elements} elements drawn\n`,
      );
      expect(elements).toBeLessThan(400);
    },
    STORY_MS,
  );
});
