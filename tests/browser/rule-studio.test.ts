import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { seriousFaults } from './support/accessibility.ts';
import { type OpenConsole, openConsole } from './support/open-console.ts';
import { picture } from './support/picture.ts';
import { open, settled } from './support/sign-in.ts';

const START_MS = 240_000;
const STORY_MS = 240_000;
const rule = 'Scolaires : au plus 60 places le samedi';

/** A house's own rule, from the builder to a refusal that says why, and back. */
describe('the rule studio', () => {
  let stage: OpenConsole;

  beforeAll(async () => {
    stage = await openConsole();
  }, START_MS);

  afterAll(() => stage?.close(), START_MS);

  const person = (name: string) => stage.person(name, { width: 1280, height: 1000 });
  const button = (within: Page | Locator, name: string) => within.getByRole('button', { name, exact: true });
  const choose = async (page: Page, within: Locator, label: string, option: string) => {
    await within
      .getByRole('combobox', { name: new RegExp(`^${label}`) })
      .first()
      .click();
    await page.getByRole('option', { name: option, exact: true }).click();
  };
  /** What assistive technology stumbles over and what does not fit, in the light and in the dark. */
  const faults = async (page: Page, name: string, width: number) => {
    await page.setViewportSize({ width, height: 1000 });
    const found: string[] = [];
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      await settled(page);
      await picture(page, `studio-${name}-${width}-${colorScheme}`, 'whole');
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      found.push(...(await seriousFaults(page)), ...(wide > 0 ? [`${wide} px too wide`] : []));
    }
    await page.emulateMedia({ colorScheme: 'light' });
    await page.setViewportSize({ width: 1280, height: 1000 });
    return found;
  };

  /** Writes the rule in the builder; the sentence under it says what it means. */
  const writeRule = async (page: Page) => {
    await button(page, 'Ajouter une règle').click();
    const dialog = page.getByRole('dialog', { name: 'Nouvelle règle' });
    await dialog.getByRole('textbox', { name: 'Nom', exact: true }).fill(rule);
    await choose(page, dialog, 'Portée', 'Type de collectivité');
    await dialog.getByRole('combobox', { name: 'Type de collectivité', exact: true }).fill('scolaire');
    await page
      .getByRole('option', { name: /scolaire/i })
      .first()
      .click();
    await button(dialog, 'Condition').click();
    const added = dialog.locator('.rule').last();
    await choose(page, added, 'Donnée', 'Jour de la séance');
    await choose(page, added, 'Valeur', 'samedi');
    await dialog
      .getByText(
        /^À la demande et à la pose, pour les contacts de type «\s.+\s»\s: refusé si le total du contact à la séance dépasse 60 et le jour de la séance est samedi\.$/,
      )
      .waitFor();
    expect(await faults(page, 'editor', 390)).toEqual([]);
    await button(dialog, 'Enregistrer la règle').click();
    await dialog.waitFor({ state: 'detached' });
  };

  /** Tries the draft on an option that is there: both decisions stand side by side. */
  const tryOnOption = async (page: Page) => {
    await page.getByRole('combobox', { name: /^Option \(/ }).click();
    await page
      .getByRole('option', { name: /^N°\s\d+ – / })
      .first()
      .click();
    await button(page, 'Essayer').click();
    const answer = page.getByRole('status').filter({ hasText: /^Pose · \d+ places? · / });
    await answer.getByText('Règles en vigueur', { exact: true }).waitFor();
    await answer.getByText('Cette version', { exact: true }).waitFor();
  };

  /** A school asks for 61 places on a Saturday; the button is pressed, and the page answers. */
  const ask = async (page: Page): Promise<Locator> => {
    const get = async (path: string) => (await page.request.get(`${stage.placet.url}/api/${path}`)).json();
    const [type] = await get(`collectivity-types?filter=${encodeURIComponent('{"code":"SCOLAIRE"}')}`);
    const contact = 'École des Tilleuls';
    await page.request.post(`${stage.placet.url}/api/contacts`, {
      headers: { 'x-requested-with': 'placet' },
      data: { kind: 'structure', name: contact, collectivityTypeId: type.id },
    });
    const performances: { id: string; startsAt: string; timeZone: string }[] = await get(
      `performances?filter=${encodeURIComponent('{"q":"OPEN-"}')}&range=[0,199]`,
    );
    const saturday = performances.find(
      ({ startsAt, timeZone }) =>
        new Intl.DateTimeFormat('en', { weekday: 'long', timeZone }).format(new Date(startsAt)) ===
        'Saturday',
    );
    await open(page, `/options/create?performanceId=${saturday?.id}`);
    await page.getByRole('combobox', { name: /^Contact/ }).fill(contact);
    await page
      .getByRole('option', { name: new RegExp(`^${contact}`) })
      .first()
      .click();
    await page
      .getByLabel(/^Quantité en /)
      .first()
      .fill('61');
    await button(page, 'Enregistrer la demande').click();
    return page.getByRole('alert');
  };

  it(
    'a manager writes « scolaires : au plus 60 places le samedi », sees the impact, publishes; an operator is refused and reads why; the manager rolls back',
    async () => {
      const [manager, operator] = [await person('manager'), await person('operator')];
      await open(manager, '/rule-sets');
      await button(manager, 'Nouvelle version').click();
      await manager.getByRole('heading', { level: 1, name: /^Règles, version \d+$/ }).waitFor();
      await writeRule(manager);
      await tryOnOption(manager);
      await button(manager, 'Calculer l’impact').click();
      await manager
        .getByText(/^Sur \d+ demandes?, (\d+ change(nt)?|aucune ne change)\./)
        .first()
        .waitFor();
      expect(await faults(manager, 'version', 1280)).toEqual([]);
      await button(manager, 'Publier').click();
      await button(manager.getByRole('dialog'), 'Publier').click();
      await manager.getByText('En vigueur', { exact: true }).first().waitFor();

      const refused = await ask(operator);
      await refused
        .getByText(
          /«\sScolaires\s: au plus 60 places le samedi\s»\s: le total du contact à la séance est 61 \(0 détenue, 61 demandées\) et dépasse 60\s; le jour de la séance est samedi\./,
        )
        .waitFor();
      await refused.getByText(/^Ce qui passerait\s: 60 places/).waitFor();
      await refused.getByText(/^Qui peut en décider autrement\s: /).waitFor();
      expect(await faults(operator, 'refused', 390)).toEqual([]);

      await button(manager, 'Revenir en arrière').click();
      const back = manager.getByRole('dialog');
      await back.getByRole('textbox', { name: 'Motif' }).fill('Une école attend une réponse');
      await button(back, 'Revenir en arrière').click();
      await manager.getByRole('heading', { level: 1, name: /^Règles, version \d+$/ }).waitFor();
      await manager
        .getByText(/^Version \d+ en vigueur\.$/)
        .first()
        .waitFor();
      expect(await faults(manager, 'rolled-back', 390)).toEqual([]);
      await button(operator, 'Enregistrer la demande').click();
      await operator.getByRole('heading', { level: 1, name: /^Option n°/ }).waitFor();
    },
    STORY_MS,
  );
});
