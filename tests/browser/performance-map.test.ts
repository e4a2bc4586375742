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

const Named = z.array(z.object({ id: z.string(), name: z.string() }));
const Configurations = z.array(
  z.object({
    id: z.string(),
    name: z.string(),
    venueId: z.string(),
    categories: z.array(z.object({ seatCategoryId: z.string(), capacity: z.number() })),
  }),
);
const Performances = z.array(z.object({ id: z.string(), eventId: z.string(), eventCode: z.string() }));
const Stock = z.array(
  z.object({ contingentId: z.string().nullable(), contingentName: z.string().optional() }),
);
const Prices = z.array(z.object({ audienceSubcategoryId: z.string() }));
const Record = z.object({ id: z.string(), version: z.number() });
const Option = z.object({
  id: z.string(),
  number: z.number(),
  version: z.number(),
  lines: z.array(z.object({ id: z.string() })),
});
const Proposals = z.array(
  z.object({
    proposals: z.array(z.object({ seats: z.array(z.object({ id: z.string(), label: z.string() })) })),
  }),
);

/** Somebody shares out the seats of a performance on the map of its hall, and places a group on them. */
describe('the map of a performance in the console', () => {
  let placet: RunningDesk;
  let browser: Browser;
  let page: Page;
  let house: { performanceId: string; seatCategoryId: string; contingent: string; byQuantity: string };

  beforeAll(async () => {
    placet = await startDesk();
    browser = await chromium.launch({ executablePath: await chromiumPath(), args: CHROMIUM_FLAGS });
    page = await (await frenchContext(browser, { viewport: desk })).newPage();
    page.setDefaultTimeout(30_000);
    await signIn(page, placet, 'admin');
    house = await numberedPerformance();
  }, START_MS);

  afterAll(async () => {
    await browser?.close();
    await placet?.stop();
  }, START_MS);

  const ask = async (path: string): Promise<unknown> =>
    (await page.request.get(`${placet.url}/api/${path}`)).json();
  const send = async (method: 'POST' | 'PUT', path: string, data: unknown, version?: number) => {
    const answer = await page.request.fetch(`${placet.url}/api/${path}`, {
      method,
      data,
      headers: {
        'X-Requested-With': 'placet',
        ...(version === undefined ? {} : { 'If-Match': `"${version}"` }),
      },
    });
    if (!answer.ok()) throw new Error(`${path}: ${answer.status()} ${await answer.text()}`);
    return answer.json();
  };

  /** A performance in the auditorium, whose 2,006 seats are not open yet, at the price of another one. */
  const numberedPerformance = async () => {
    const configurations = Configurations.parse(await ask('logical-configurations?range=[0,99]'));
    const hall = configurations.find(({ name }) => name === 'Auditorium assis');
    const performances = Performances.parse(
      await ask(`performances?range=[0,99]&filter=${encodeURIComponent('{"q":"Quatuors"}')}`),
    );
    const model = performances.find(({ eventCode }) => eventCode === 'OPEN-QUATUORS');
    const category = hall?.categories.toSorted((one, other) => other.capacity - one.capacity)[0];
    if (hall === undefined || model === undefined || category === undefined) throw new Error('no demo hall');
    const [row] = Stock.parse(await ask(`performances/${model.id}/stock`));
    const modelPrices = Prices.parse(await ask(`performances/${model.id}/prices`));
    const made = Record.parse(
      await send('POST', 'performances', {
        eventId: model.eventId,
        venueId: hall.venueId,
        configurationId: hall.id,
        startsAt: new Date(Date.now() + 70 * 86_400_000).toISOString(),
      }),
    );
    const tariffs = [...new Set(modelPrices.map(({ audienceSubcategoryId }) => audienceSubcategoryId))];
    const prices = hall.categories.flatMap(({ seatCategoryId }) =>
      tariffs.map((audienceSubcategoryId) => ({ seatCategoryId, audienceSubcategoryId, priceCents: 2000 })),
    );
    await send('PUT', `performances/${made.id}/prices`, prices, made.version);
    return {
      performanceId: made.id,
      seatCategoryId: category.seatCategoryId,
      contingent: row?.contingentName ?? '',
      byQuantity: model.id,
    };
  };
  /** A request of so many seats on the performance. */
  const requested = async (quantity: number) => {
    const [contact] = Named.parse(await ask('contacts?range=[0,0]&filter={"kind":"individual"}'));
    return Option.parse(
      await send('POST', 'options', {
        contactId: contact?.id,
        performanceId: house.performanceId,
        lines: [{ seatCategoryId: house.seatCategoryId, quantity }],
      }),
    );
  };

  const map = () => page.getByRole('grid', { name: /^Plan de la salle/ });
  const button = (name: string | RegExp) => page.getByRole('button', { name, exact: true });
  const dialog = () => page.getByRole('dialog');
  const act = (name: string) => dialog().getByRole('button', { name, exact: true }).click();
  const choose = async (field: string, choice: string) => {
    await dialog().getByRole('combobox', { name: field }).first().click();
    await page.getByRole('option', { name: choice, exact: true }).click();
  };
  const selected = (words: string | RegExp) =>
    page
      .getByRole('status')
      .getByText(words, { exact: typeof words === 'string' })
      .waitFor();
  const legend = (state: string, count: string) =>
    page
      .getByRole('list', { name: 'Légende' })
      .getByRole('listitem')
      .filter({ hasText: new RegExp(`^${state}\\s*${count.replaceAll(' ', '\\s')}$`) })
      .waitFor();
  const focusedSeat = () =>
    map().evaluate((grid) => {
      const id = grid.getAttribute('aria-activedescendant') ?? '';
      return document.getElementById(id)?.textContent ?? '';
    });
  const wear = async (colorScheme: 'light' | 'dark') => {
    await page.emulateMedia({ colorScheme });
    await page.waitForFunction((dark) => {
      const [red = 255] = (getComputedStyle(document.body).backgroundColor.match(/\d+/g) ?? []).map(Number);
      return red < 128 === dark;
    }, colorScheme === 'dark');
  };
  /** Looks at what is shown, wide and light, then on a telephone and dark. */
  const look = async (name: string) => {
    await settled(page);
    expect(await seriousFaults(page)).toEqual([]);
    await picture(page, `performance-map-${name}`, 'whole');
    await wear('dark');
    await page.setViewportSize(telephone);
    await settled(page);
    expect(await seriousFaults(page)).toEqual([]);
    await picture(page, `performance-map-${name}-telephone`, 'whole');
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    await wear('light');
    await page.setViewportSize(desk);
    await settled(page);
  };
  const openMap = async () => {
    await open(page, `/performances/${house.performanceId}/places`);
    await map().waitFor();
  };

  it(
    'opens the seats into a contingent, paints a row into another and blocks two, and the counts follow',
    async () => {
      await open(page, `/performances/${house.performanceId}/show`);
      await page.getByRole('link', { name: 'Plan de salle' }).click();
      await page.getByText('Aucune place n’est ouverte').waitFor();
      await look('closed');
      await button('Ouvrir les places').click();
      await choose('Contingent', house.contingent);
      await look('opening');
      await act('Ouvrir les places');
      await map().waitFor();
      await legend('Libre', '2 006');

      await map().focus();
      await page.keyboard.press('r');
      await selected(/^\d\d places sélectionnées$/);
      const { seats = '' } =
        /^(?<seats>\d+) /.exec((await page.getByRole('status').first().textContent()) ?? '')?.groups ?? {};
      await look('selected');
      await button('Changer de contingent').click();
      const others = Named.parse(await ask('contingents?range=[0,99]&sort=["name","ASC"]'));
      const other = others.find(({ name }) => name !== house.contingent);
      await choose('Vers le contingent', other?.name ?? '');
      await act('Changer de contingent');
      await dialog().waitFor({ state: 'detached' });
      await button('Contingents').click();
      await legend(`${other?.name} – Libre`, seats);
      expect(await focusedSeat()).toContain(other?.name ?? '?');
      await look('contingents');
      await button('États').click();

      await page.keyboard.press('Escape');
      await map().focus();
      await page.keyboard.press('Control+Home');
      await page.keyboard.press(' ');
      await page.keyboard.press('ArrowRight');
      await page.keyboard.press(' ');
      await selected('2 places sélectionnées');
      await button('Bloquer').click();
      await act('Bloquer');
      await dialog().getByText('À remplir').waitFor();
      await dialog().getByLabel('Motif').fill('Régie son');
      await act('Bloquer');
      await dialog().waitFor({ state: 'detached' });
      await legend('Bloquée', '2');
      await legend('Libre', '2 004');
      expect(await focusedSeat()).toMatch(/, Bloquée, blocage\s: Régie son, /);
      await button('2 bloquées').click();
      await dialog().getByText('blocage : Régie son').waitFor();
      await look('sources');
      await act('Fermer');
    },
    STORY_MS,
  );

  it(
    'places a group of 12 on a proposal, from the list of what waits',
    async () => {
      const option = await requested(12);
      await openMap();
      await button(`Poser l’option ${option.number}`).click();
      await page.getByText('12 sur 12 places choisies').waitFor();
      await page.getByRole('radio', { name: /^Proposition 2/ }).waitFor();
      await look('proposals');
      await page.getByRole('radio', { name: /^Proposition 2/ }).check();
      await page.getByText('12 sur 12 places choisies').waitFor();
      await button('Poser ces places').click();
      await page.getByText(`Option ${option.number} posée : 12 places.`).waitFor();
      await legend('Posée', '12');
      await button('12 posées').click();
      await dialog()
        .getByRole('link', { name: `Option ${option.number}` })
        .click();
      await page.getByRole('heading', { level: 1, name: `Option n° ${option.number}` }).waitFor();
      await page
        .getByText(/Places \d+ à \d+/)
        .first()
        .waitFor();
      await look('option');
    },
    STORY_MS,
  );

  it(
    'proposes again when somebody else took the seats, and keeps the selection while others work',
    async () => {
      const [ours, theirs] = [await requested(6), await requested(6)];
      await open(page, `/performances/${house.performanceId}/places?option=${ours.id}`);
      await page.getByText('6 sur 6 places choisies').waitFor();
      const [line] = Proposals.parse(
        await send('POST', `options/${theirs.id}/seat-proposals`, {
          performanceId: house.performanceId,
          k: 1,
        }),
      );
      const seatIds = line?.proposals[0]?.seats.map(({ id }) => id);
      const lines = [{ lineId: theirs.lines[0]?.id, quantity: 6, seatIds }];
      await send('POST', `options/${theirs.id}/place`, { lines }, theirs.version);
      await button('Poser ces places').click();
      await page
        .getByText(/^Ces places viennent d’être prises\s: voici de nouvelles propositions\./)
        .waitFor();
      await page.getByText('6 sur 6 places choisies').waitFor();
      await look('lost');
      await button('Poser ces places').click();
      await page.getByText(`Option ${ours.number} posée : 6 places.`).waitFor();
      await legend('Posée', '24');
      await button('Poser ces places').waitFor({ state: 'detached' }); // its map gives way to the one that selects

      await map().focus();
      await page.keyboard.press('Control+End');
      await page.keyboard.press(' ');
      await selected('1 place sélectionnée');
      const more = await requested(3);
      await send('POST', `options/${more.id}/place`, { seats: 'best' }, more.version);
      await legend('Posée', '27');
      await selected('1 place sélectionnée');
    },
    STORY_MS,
  );

  it(
    'names the seats at fault when a verb is refused',
    async () => {
      await openMap();
      await map().focus();
      await page.keyboard.press('Control+Home');
      await page.keyboard.press(' ');
      await button('Bloquer').click();
      await dialog().getByText('1 place n’est pas libre et sera refusée.').waitFor();
      await dialog().getByLabel('Motif').fill('Encore');
      await act('Bloquer');
      await dialog()
        .getByText(/^Place déjà prise\s:/)
        .waitFor();
      await look('refused');
      await act('Annuler');
      await button('Débloquer').click();
      await dialog().getByLabel('Motif').fill('Régie démontée');
      await act('Débloquer');
      await dialog().waitFor({ state: 'detached' });
      await legend('Bloquée', '1');
    },
    STORY_MS,
  );

  it(
    'has the same verbs on quantities where there are no numbers',
    async () => {
      await open(page, `/performances/${house.byQuantity}/places`);
      const grid = page.getByRole('table', { name: 'Quantités par catégorie et contingent' });
      await grid.waitFor();
      await grid
        .getByRole('button', { name: /^Bloquer – / })
        .first()
        .click();
      await dialog().getByLabel('Quantité').fill('99999');
      await dialog().getByLabel('Motif').fill('Travaux');
      await act('Bloquer');
      await dialog().locator('[aria-invalid="true"]').first().waitFor();
      await dialog().getByLabel('Quantité').fill('3');
      await look('quantity');
      await act('Bloquer');
      await dialog().waitFor({ state: 'detached' });
      await grid.getByRole('button', { name: 'Ce qui compose « 3 bloquées »' }).waitFor();
      await look('quantities');
      await open(page, `/performances/${house.byQuantity}/show`);
      await page
        .getByRole('list', { name: 'Occupation' })
        .getByRole('button', { name: '3 bloquées' })
        .first()
        .click();
      await dialog().getByText('blocage : Travaux').waitFor();
      await act('Fermer');
      await look('occupancy');
    },
    STORY_MS,
  );

  it(
    'stays smooth over 2,006 seats: pointing, panning and painting',
    async () => {
      await openMap();
      await map().scrollIntoViewIfNeeded();
      const box = await map().boundingBox();
      if (box === null) throw new Error('The map is not drawn.');
      const watched = async (work: () => Promise<void>) => {
        await page.evaluate(() => {
          const frames: number[] = [];
          document.body.dataset.watching = 'true';
          const watch = (at: number) => {
            frames.push(at);
            document.body.dataset.frames = JSON.stringify(frames);
            if (document.body.dataset.watching === 'true') requestAnimationFrame(watch);
          };
          requestAnimationFrame(watch);
        });
        await work();
        const told = await page.evaluate(() => {
          document.body.dataset.watching = 'false';
          return document.body.dataset.frames ?? '[]';
        });
        const frames = z.array(z.number()).parse(JSON.parse(told));
        const gaps = frames.slice(1).map((frame, index) => frame - (frames[index] ?? frame));
        const sorted = gaps.toSorted((one, other) => one - other);
        const [median = 0, longest = 0] = [sorted[Math.floor(sorted.length / 2)], sorted.at(-1)];
        return `${frames.length} frames, median ${Math.round(median)} ms, longest ${Math.round(longest)} ms`;
      };
      const drawn = () =>
        map()
          .locator('svg path')
          .evaluateAll((paths) => paths.map((path) => path.getAttribute('d')).join('').length);
      const before = await drawn();
      const pointing = await watched(async () => {
        for (let step = 0; step < 60; step += 1)
          await page.mouse.move(box.x + 20 + ((box.width - 40) * step) / 60, box.y + box.height / 2);
      });
      expect(await drawn()).toBe(before);
      await button('Déplacer le plan').click();
      await button('Agrandir').click();
      await button('Agrandir').click();
      const panning = await watched(async () => {
        await page.mouse.move(box.x + box.width * 0.8, box.y + box.height * 0.5);
        await page.mouse.down();
        await page.mouse.move(box.x + box.width * 0.2, box.y + box.height * 0.5, { steps: 60 });
        await page.mouse.up();
      });
      await map().focus();
      await page.keyboard.press('Control+a');
      await selected('2006 places sélectionnées');
      const painted = await page.evaluate(async () => {
        const started = performance.now();
        const pressed = [...document.querySelectorAll('button')].find(
          ({ textContent }) => textContent === 'Contingents',
        );
        pressed?.click();
        await new Promise(requestAnimationFrame);
        await new Promise(requestAnimationFrame);
        return performance.now() - started;
      });
      process.stderr.write(
        `performance map, 2,006 seats: pointing ${pointing}; panning ${panning}; other colours for all seats, all selected, ${Math.round(painted)} ms\n`,
      );
    },
    STORY_MS,
  );
});
