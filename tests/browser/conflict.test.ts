import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Browser, chromium, type Page } from 'playwright-core';
import { CHROMIUM_FLAGS, chromiumPath } from '../support/chromium.ts';
import { type RunningDesk, startDesk } from '../support/running-desk.ts';
import { seriousFaults } from './support/accessibility.ts';
import { frenchContext } from './support/french-context.ts';
import { picture } from './support/picture.ts';
import { open, signIn } from './support/sign-in.ts';

const START_MS = 180_000;
const STORY_MS = 300_000;

type Request = { id: string; number: number; version: number };

/** Two people at two screens change one request. */
describe('a record that two people change', () => {
  let placet: RunningDesk;
  let browser: Browser;
  let page: Page;
  let colleague: Page;

  const person = async (name: string): Promise<Page> => {
    const context = await frenchContext(browser, { viewport: { width: 1280, height: 900 } });
    context.setDefaultTimeout(60_000);
    const screen = await context.newPage();
    await signIn(screen, placet, name);
    return screen;
  };

  beforeAll(async () => {
    placet = await startDesk();
    browser = await chromium.launch({ executablePath: await chromiumPath(), args: CHROMIUM_FLAGS });
    page = await person('operator');
    colleague = await person('admin');
  }, START_MS);

  afterAll(async () => {
    await browser?.close();
    await placet?.stop();
  }, START_MS);

  /** A request for twelve places on one of the open performances. */
  const request = (): Promise<Request> =>
    page.evaluate(async () => {
      const ask = async (path: string, body?: unknown) => {
        const answer = await fetch(path, {
          method: body === undefined ? 'GET' : 'POST',
          headers: { 'Content-Type': 'application/json', 'X-Requested-With': 'placet' },
          ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        });
        return answer.json();
      };
      const performances = await ask('/api/performances?filter={"q":"OPEN-"}&range=[0,0]');
      const stock = await ask(`/api/performances/${performances[0].id}/stock`);
      const contact = await ask('/api/contacts', { kind: 'individual', name: 'Ariane Delorme-Essai' });
      return ask('/api/options', {
        contactId: contact.id,
        performanceId: performances[0].id,
        lines: [{ seatCategoryId: stock[0].seatCategoryId, quantity: 12 }],
        remark: 'Au premier rang si possible',
      });
    });

  /** The colleague changes the request meanwhile, at their own screen. */
  const meanwhile = async (id: string, remark: string) => {
    await open(colleague, `/options/${id}`);
    await colleague.getByLabel('Remarque', { exact: false }).first().fill(remark);
    await colleague.getByRole('button', { name: 'Enregistrer les changements' }).click();
    await colleague.getByRole('heading', { level: 1, name: /^Option n°/ }).waitFor();
  };

  /** Waits until nothing moves any more; the page behind a dialog is out of reach. */
  const still = () =>
    page.waitForFunction(() => document.getAnimations().every(({ playState }) => playState !== 'running'));

  it.each([1280, 390])(
    'is settled field by field, nothing of either lost without being seen (%i px)',
    async (width) => {
      await page.setViewportSize({ width, height: 900 });
      const { id, number } = await request();
      await open(page, `/options/${id}`);
      await page
        .getByLabel(/^Quantité en /)
        .first()
        .fill('20');
      await meanwhile(id, 'Deux personnes en fauteuil');
      await page.getByRole('button', { name: 'Enregistrer les changements' }).click();
      const dialog = page.getByRole('dialog', { name: 'La fiche a changé entre-temps' });
      await dialog.waitFor();
      await dialog.getByText('rien n’a été enregistré', { exact: false }).waitFor();
      const places = dialog.getByRole('radiogroup', { name: 'Places' });
      const remark = dialog.getByRole('radiogroup', { name: 'Remarque' });
      await places.getByText('20').waitFor();
      await places.getByText('12').waitFor();
      await remark.getByText('Deux personnes en fauteuil').waitFor();
      expect(await places.getByRole('radio', { name: /^Votre saisie/ }).isChecked()).toBe(true);
      expect(await remark.getByRole('radio', { name: /^Version actuelle/ }).isChecked()).toBe(true);
      await still();
      await picture(page, `conflict-${width}`);
      expect(await seriousFaults(page)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBe(0);
      await dialog.getByRole('button', { name: 'Enregistrer ce choix' }).click();
      await page.getByRole('heading', { level: 1, name: `Option n° ${number}` }).waitFor();
      await page.getByText('Deux personnes en fauteuil').first().waitFor();
      const kept = await page.evaluate(async (sought) => {
        const option = await (await fetch(`/api/options/${sought}`)).json();
        return [option.lines[0].requestedQuantity, option.remark];
      }, id);
      expect(kept).toEqual([20, 'Deux personnes en fauteuil']);
    },
    STORY_MS,
  );

  it(
    'tells what changed before a verb is done on what is no longer so, and offers to do it again',
    async () => {
      await page.setViewportSize({ width: 1280, height: 900 });
      const { id } = await request();
      await open(page, `/options/${id}/show`);
      const actions = page.getByRole('group', { name: 'Actions' });
      await actions.getByRole('button', { name: 'Refuser', exact: true }).click();
      const dialog = page.getByRole('dialog');
      await dialog.waitFor();
      await meanwhile(id, 'Finalement au balcon');
      await dialog.getByRole('button', { name: 'Refuser', exact: true }).click();
      const notice = page.getByRole('alert').filter({ hasText: 'La fiche a changé entre-temps' });
      await notice.waitFor();
      await notice.getByText('Au premier rang si possible').waitFor();
      await notice.getByText('Finalement au balcon').waitFor();
      await still();
      await picture(page, 'conflict-verb');
      expect(await seriousFaults(page)).toEqual([]);
      await notice.getByRole('button', { name: 'Recommencer : Refuser' }).click();
      await dialog.getByRole('button', { name: 'Refuser', exact: true }).click();
      await dialog.waitFor({ state: 'detached' });
      await page.getByText('Refus en cours', { exact: true }).first().waitFor();
    },
    STORY_MS,
  );

  it(
    'is not left with unsaved changes by mistake',
    async () => {
      const { id } = await request();
      await open(page, `/options/${id}`);
      await page.getByLabel('Remarque', { exact: false }).first().fill('À ne pas perdre');
      await page.getByRole('link', { name: 'Lettres', exact: true }).click();
      const dialog = page.getByRole('dialog', { name: 'Quitter sans enregistrer ?' });
      await dialog.getByRole('button', { name: 'Rester sur la page' }).click();
      await dialog.waitFor({ state: 'detached' });
      expect(await page.getByLabel('Remarque', { exact: false }).first().inputValue()).toBe(
        'À ne pas perdre',
      );
      await page.getByRole('link', { name: 'Lettres', exact: true }).click();
      await dialog.getByRole('button', { name: 'Quitter sans enregistrer' }).click();
      await page.getByRole('heading', { level: 1, name: 'Lettres' }).waitFor();
    },
    STORY_MS,
  );
});
