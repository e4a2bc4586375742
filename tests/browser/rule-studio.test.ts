import { AxeBuilder } from '@axe-core/playwright';
import { afterAll, beforeAll, describe, it } from '@jest/globals';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { CHROMIUM_FLAGS, chromiumPath } from '../support/chromium.ts';
import { type RunningPlacet, startPlacet } from '../support/running-placet.ts';
import { open, settled, signIn } from './support/sign-in.ts';

const START_MS = 240_000;
const STORY_MS = 240_000;
const shots = process.env.PLACET_SHOTS;

/** A manager's own rule, from the builder to a refusal that says why, and back. */
describe('the rule studio', () => {
  let placet: RunningPlacet;
  let browser: Browser;
  const contexts: BrowserContext[] = [];

  const person = async (name: string): Promise<Page> => {
    const context = await browser.newContext({ locale: 'fr-FR', viewport: { width: 1280, height: 1000 } });
    context.setDefaultTimeout(60_000);
    contexts.push(context);
    const page = await context.newPage();
    await signIn(page, placet, name);
    return page;
  };

  beforeAll(async () => {
    placet = await startPlacet();
    browser = await chromium.launch({ executablePath: await chromiumPath(), args: CHROMIUM_FLAGS });
  }, START_MS);

  afterAll(async () => {
    for (const context of contexts) await context.close();
    await browser?.close();
    await placet?.stop();
  }, START_MS);

  const look = async (page: Page, name: string) => {
    if (shots !== undefined) await page.screenshot({ path: `${shots}/${name}.png`, fullPage: true });
  };

  const choose = async (page: Page, label: string, option: string, within = page.locator('body')) => {
    await within
      .getByRole('combobox', { name: new RegExp(`^${label}`) })
      .first()
      .click();
    await page.getByRole('option', { name: option, exact: true }).click();
  };

  it(
    'a manager writes « scolaires : au plus 60 places le samedi », sees the impact, publishes; an operator is refused and reads why; the manager rolls back',
    async () => {
      const manager = await person('manager');
      const operator = await person('operator');
      const asked = await schoolOnSaturday(operator);

      await open(manager, '/rule-sets');
      await look(manager, 'list');
      await manager.getByRole('button', { name: 'Nouvelle version', exact: true }).click();
      await manager.getByRole('heading', { level: 1, name: /^Règles, version \d+$/ }).waitFor();
      await manager.getByRole('button', { name: 'Ajouter une règle', exact: true }).click();
      const dialog = manager.getByRole('dialog', { name: 'Nouvelle règle' });
      await dialog
        .getByRole('textbox', { name: 'Nom', exact: true })
        .fill('Scolaires : au plus 60 places le samedi');
      await choose(manager, 'Portée', 'Type de collectivité', dialog);
      await dialog.getByRole('combobox', { name: 'Type de collectivité', exact: true }).fill('Scolaire');
      await manager
        .getByRole('option', { name: /scolaire/i })
        .first()
        .click();
      await dialog.getByRole('button', { name: 'Condition', exact: true }).click();
      const added = dialog.locator('.rule').last();
      await choose(manager, 'Donnée', 'Jour de la séance', added);
      await choose(manager, 'Valeur', 'samedi', added);
      await dialog
        .getByText(
          'À la demande et à la pose, pour les contacts de type « Établissement scolaire » : refusé si le total du contact à la séance dépasse 60 et le jour de la séance est samedi.',
        )
        .waitFor();
      await dialog.getByRole('button', { name: 'Voir le JSON', exact: true }).click();
      await assertAccessible(manager);
      await look(manager, 'editor');
      await dialog.getByRole('button', { name: 'Enregistrer la règle', exact: true }).click();
      await dialog.waitFor({ state: 'detached' });

      await manager.getByRole('button', { name: 'Calculer l’impact', exact: true }).click();
      await manager
        .getByText(/^Sur \d+ demandes?, \d+ change(nt)?\./)
        .first()
        .waitFor();
      await assertAccessible(manager);
      await look(manager, 'impact');
      await manager.getByRole('button', { name: 'Publier', exact: true }).click();
      await manager.getByRole('dialog').getByRole('button', { name: 'Publier', exact: true }).click();
      await manager.getByText('En vigueur', { exact: true }).first().waitFor();

      const refused = await ask(operator, asked);
      await refused
        .getByText(
          /«\sScolaires\s: au plus 60 places le samedi\s»\s: le total du contact à la séance est 61 .* et dépasse 60/,
        )
        .waitFor();
      await refused.getByText(/^Ce qui passerait\s: 60 places/).waitFor();
      await refused.getByText(/^Qui peut en décider autrement\s: /).waitFor();
      await look(operator, 'refused');

      await manager.getByRole('button', { name: 'Revenir en arrière', exact: true }).click();
      const back = manager.getByRole('dialog');
      await back.getByRole('textbox', { name: 'Motif' }).fill('Une école attend une réponse');
      await back.getByRole('button', { name: 'Revenir en arrière', exact: true }).click();
      await manager
        .getByText(/^Version \d+ en vigueur\.$/)
        .first()
        .waitFor();
      await settled(manager);
      await look(manager, 'rolled-back');
      await manager.setViewportSize({ width: 390, height: 844 });
      await assertAccessible(manager);
      await look(manager, 'narrow');
      await operator.getByRole('button', { name: 'Enregistrer la demande', exact: true }).click();
      await operator.getByRole('heading', { level: 1, name: /^Option n°/ }).waitFor();
    },
    STORY_MS,
  );

  async function assertAccessible(page: Page): Promise<void> {
    await settled(page);
    const { violations } = await new AxeBuilder({ page }).analyze();
    if (violations.length > 0)
      throw new Error(
        violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join('\n')}`).join('\n'),
      );
  }

  /** A school and an open performance on a Saturday, by the operator's own session. */
  async function schoolOnSaturday(page: Page): Promise<{ contact: string; performanceId: string }> {
    const get = async (path: string) => (await page.request.get(`${placet.url}/api/${path}`)).json();
    const [type] = await get(`collectivity-types?filter=${encodeURIComponent('{"code":"SCOLAIRE"}')}`);
    const contact = 'École des Tilleuls';
    await page.request.post(`${placet.url}/api/contacts`, {
      headers: { 'x-requested-with': 'placet' },
      data: { kind: 'structure', name: contact, collectivityTypeId: type.id },
    });
    const filter = encodeURIComponent(JSON.stringify({ q: 'OPEN-' }));
    const performances: { id: string; startsAt: string; timeZone: string }[] = await get(
      `performances?filter=${filter}&range=[0,199]`,
    );
    const saturday = performances.find(
      ({ startsAt, timeZone }) =>
        new Intl.DateTimeFormat('en', { weekday: 'long', timeZone }).format(new Date(startsAt)) ===
        'Saturday',
    );
    if (saturday === undefined) throw new Error('no Saturday among the open performances');
    return { contact, performanceId: saturday.id };
  }

  /** Asks for 61 places as an operator does; answers what the page says. */
  async function ask(page: Page, { contact, performanceId }: { contact: string; performanceId: string }) {
    await open(page, `/options/create?performanceId=${performanceId}`);
    await page.getByRole('combobox', { name: /^Contact/ }).fill(contact);
    await page
      .getByRole('option', { name: new RegExp(contact) })
      .first()
      .click();
    await page
      .getByLabel(/^Quantité en /)
      .first()
      .fill('61');
    await page.getByRole('button', { name: 'Enregistrer la demande', exact: true }).click();
    return page.getByRole('alert');
  }
});
