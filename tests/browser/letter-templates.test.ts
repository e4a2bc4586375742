import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { simpleParser } from 'mailparser';
import type { Page } from 'playwright-core';
import { seriousFaults } from './support/accessibility.ts';
import { frenchContext } from './support/french-context.ts';
import { type OpenConsole, openConsole } from './support/open-console.ts';
import { picture } from './support/picture.ts';
import { open, settled } from './support/sign-in.ts';

const START_MS = 300_000;
const STORY_MS = 300_000;
const mark = 'Au plaisir de vous voir, {{contactName}}';

/** A manager writes the house's own confirmation, and the next letter uses it. */
describe('the texts of letters, in the console', () => {
  let stage: OpenConsole;
  let page: Page;

  beforeAll(async () => {
    stage = await openConsole();
    page = await stage.person('manager', { width: 1280, height: 1000 });
  }, START_MS);

  afterAll(() => stage?.close(), START_MS);

  const button = (name: string | RegExp) => page.getByRole('button', { name, exact: true });
  const field = (name: string) => page.getByRole('textbox', { name, exact: true });

  /** What the mail catcher was given whose subject fits, read. */
  async function caught(
    subject: RegExp,
  ): Promise<{ to: string; subject: string; text: string; files: string[] }[]> {
    const folder = join(stage.placet.home, 'mail');
    const names = (await readdir(folder).catch(() => [])).filter((name) => name.endsWith('.eml'));
    const mails = await Promise.all(
      names.map(async (name) => simpleParser(await readFile(join(folder, name)))),
    );
    return mails
      .filter((mail) => subject.test(mail.subject ?? ''))
      .map((mail) => ({
        to: [mail.to]
          .flat()
          .map((each) => each?.text ?? '')
          .join(),
        subject: mail.subject ?? '',
        text: mail.text ?? '',
        files: mail.attachments.map(({ filename }) => filename ?? ''),
      }));
  }

  it(
    'are listed by kind and language, the shipped ones in force',
    async () => {
      await open(page, '/letter-texts');
      await page.getByRole('heading', { level: 1, name: 'Textes des lettres' }).waitFor();
      await page.getByRole('link', { name: 'Confirmation, français : livré' }).waitFor();
      await picture(page, 'letter-texts');
      expect(await seriousFaults(page)).toEqual([]);
      await page.getByRole('link', { name: 'Confirmation, français : livré' }).click();
      await page.getByText('Texte livré en vigueur').waitFor();
    },
    STORY_MS,
  );

  it(
    'show a name that does not exist at its place, and cannot be kept with it',
    async () => {
      await field('Texte après les places').fill('Merci.\n{{evenement}}');
      await page.getByText('« evenement », ligne 2, caractère 1.').waitFor();
      expect(await button('Enregistrer le brouillon').isDisabled()).toBe(true);
      expect(await seriousFaults(page)).toEqual([]);
      await picture(page, 'letter-text-fault', 'whole');
    },
    STORY_MS,
  );

  it(
    'are previewed on a real option, sent to their writer as a test, and published',
    async () => {
      await field('Texte après les places').fill(mark);
      await button('Voir l’aperçu').click();
      const shown = page.frameLocator('iframe[title="Aperçu de la lettre"]');
      await shown.getByText(/^Au plaisir de vous voir, \p{L}/u).waitFor();
      await button('Enregistrer le brouillon').click();
      await page.getByText('Brouillon, version 1').waitFor();
      await button('M’envoyer un essai').click();
      await page.getByText('L’essai est parti à manager@demo.test.').waitFor();
      const [test] = await caught(/^\[ESSAI\] /);
      expect(test?.to).toContain('manager@demo.test');
      expect(test?.text).toContain('Au plaisir de vous voir, ');
      await settled(page);
      await picture(page, 'letter-text-preview', 'whole');
      await button('Publier').first().click();
      await page.getByRole('dialog').getByRole('button', { name: 'Publier' }).click();
      await page.getByText('Version 1 en vigueur').waitFor();
    },
    STORY_MS,
  );

  it(
    'are what the next letter says, with the performance for the calendar',
    async () => {
      const { request } = await frenchContext(stage.browser, {
        baseURL: stage.placet.url,
        extraHTTPHeaders: { 'x-requested-with': 'placet' },
      });
      const ask = async (path: string) => (await request.get(`/api/${path}`)).json();
      const tell = async (path: string, data: object) =>
        (await request.post(`/api/${path}`, { data })).json();
      await tell('session', { email: 'operator@demo.test', password: stage.placet.password });
      const [performance] = await ask('performances?filter={"q":"OPEN-"}&range=[0,0]');
      const [row] = await ask(`performances/${performance.id}/stock`);
      const contact = await tell('contacts', {
        kind: 'individual',
        name: 'Ada Quillan',
        email: 'ada@example.test',
      });
      const option = await tell('options', {
        contactId: contact.id,
        performanceId: performance.id,
        lines: [{ seatCategoryId: row.seatCategoryId, quantity: 2 }],
        place: true,
      });
      expect((await tell(`options/${option.id}/confirm`, {})).state).toBe('confirmed');
      // the console's own page of the option says when its letter has left
      await open(page, `/options/${option.id}/show`);
      await page.getByText('Envoyée', { exact: true }).first().waitFor();
      expect(await caught(new RegExp(`^Confirmation de votre option n° ${option.number} `))).toMatchObject([
        {
          to: expect.stringContaining('ada@example.test'),
          text: expect.stringContaining('Au plaisir de vous voir, Ada Quillan'),
          files: [`option-${option.number}.pdf`, `option-${option.number}.ics`],
        },
      ]);
    },
    STORY_MS,
  );

  it(
    'fit a telephone, and the dark',
    async () => {
      await page.setViewportSize({ width: 390, height: 844 });
      await button('Passer en sombre').click();
      for (const [path, name] of [
        ['/letter-texts', 'letter-texts-telephone'],
        ['/letters', 'outbox-telephone'],
      ] as const) {
        await open(page, path);
        const wide = await page.evaluate(() => document.documentElement.scrollWidth);
        expect([path, wide]).toEqual([path, 390]);
        expect(await seriousFaults(page)).toEqual([]);
        await picture(page, name, 'whole');
      }
      await open(page, '/letter-texts');
      await page.getByRole('link', { name: 'Refus, français : livré' }).click();
      await page.getByText('Texte livré en vigueur').waitFor();
      await settled(page);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
      expect(await seriousFaults(page)).toEqual([]);
      await picture(page, 'letter-text-telephone', 'whole');
    },
    STORY_MS,
  );
});
