import { mkdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Browser, chromium, type Locator, type Page } from 'playwright-core';
import { z } from 'zod';
import { english } from '../../admin-ui/messages/en/index.ts';
import { later as laterEnglish } from '../../admin-ui/messages/en/later.ts';
import { french } from '../../admin-ui/messages/fr/index.ts';
import { later as laterFrench } from '../../admin-ui/messages/fr/later.ts';
import { ROOT } from '../../bin/settings.ts';
import { CHROMIUM_FLAGS, chromiumPath } from '../support/chromium.ts';
import { type RunningPlacet, startPlacet } from '../support/running-placet.ts';
import { frenchContext } from './support/french-context.ts';
import { open, settled, signIn } from './support/sign-in.ts';

const START_MS = 180_000;
const GUIDE_MS = 480_000;
const LARGEST_BYTES = 130_000;
const pictures = process.env.PLACET_GUIDE_IMAGES ?? join(ROOT, '.placet', 'guide');

const editions = {
  fr: { ...french, ...laterFrench },
  en: { ...english, ...laterEnglish },
};

const Records = z.array(z.object({ id: z.string() }));

const contacts = [
  'Nom;Téléphone;Code postal;Ville;E-mail',
  'CSE Papeteries Rivaudière;06.09.57.33.85;3492;Saint-Aubin ;cse@rivaudiere.example',
  'Chœur La Mésange;04 65 71 40 02;92500;Rueil-Malmaison;choeur@la-mesange.test',
  ';01 99 00 77 77;75010;Paris;personne@example.test',
  'Lycée Aimé-Bourdelin; 0199007788;77000;Melun;culture@bourdelin',
].join('\r\n');

/** Whatever kind of space the page puts between the words. */
function said(text: string): RegExp {
  const words = text.split(/\s/).map((word) => word.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(words.join('\\s'));
}

/** The pictures of the guides, taken where the guide's words lead. */
describe('the pictures of the guides', () => {
  let placet: RunningPlacet;
  let browser: Browser;

  beforeAll(async () => {
    placet = await startPlacet();
    await mkdir(pictures, { recursive: true });
    browser = await chromium.launch({ executablePath: await chromiumPath(), args: CHROMIUM_FLAGS });
  }, START_MS);

  afterAll(async () => {
    await browser?.close();
    await placet?.stop();
  }, START_MS);

  const firstId = async (page: Page, resource: string, filter: object): Promise<string> => {
    const query = new URLSearchParams({ range: '[0,0]', filter: JSON.stringify(filter) });
    const answer = await page.request.get(`${placet.url}/api/${resource}?${query}`);
    return Records.parse(await answer.json())[0]?.id ?? '';
  };

  it.each(['fr', 'en'] as const)(
    'show every task, %s',
    async (language) => {
      const words = editions[language];
      const context = await frenchContext(browser, { viewport: { width: 1060, height: 600 } });
      context.setDefaultTimeout(60_000);
      const page = await context.newPage();
      const shot = async (name: string, part: Page | Locator = page) => {
        const path = join(pictures, `${language}-${name}.png`);
        await part.screenshot({ path });
        expect((await stat(path)).size).toBeLessThan(LARGEST_BYTES);
      };
      const button = (name: string) => page.getByRole('button', { name: said(name) });
      const dialog = page.getByRole('dialog');
      const closeDialog = async () => {
        await dialog.getByRole('button', { name: said(words.frame.common.cancel) }).click();
        await dialog.waitFor({ state: 'detached' });
      };

      await signIn(page, placet);
      const toggle = page.getByRole('button', { name: new RegExp(`^${language.toUpperCase()} `) });
      if (await toggle.isVisible()) await toggle.click();
      await page.getByRole('heading', { level: 1, name: said(words.frame.page.requests) }).waitFor();

      await open(page, '/options');
      await button(words.options.queue.dueSoon).click();
      await settled(page);
      await shot('due');

      await open(page, '/options/create');
      await page.getByRole('combobox', { name: said(words.options.form.contact) }).fill('Ateliers du F');
      await page.getByRole('option', { name: /CSE Ateliers du Faubourg/ }).click();
      await page
        .getByRole('combobox', { name: said(words.options.form.performance) })
        .first()
        .fill('Quatuors');
      await page
        .getByRole('option', { name: /^Quatuors du soir/ })
        .first()
        .click();
      await settled(page);
      await page.getByRole('spinbutton').first().fill('24');
      await shot('request');

      const requested = await firstId(page, 'options', { state: 'requested' });
      await open(page, `/options/${requested}/show`);
      const actions = page.getByRole('group', { name: said(words.options.show.actions) });
      await actions.locator('summary').click();
      await actions.getByRole('definition').first().waitFor();
      await settled(page);
      await shot('disabled');
      await actions.getByRole('button').first().click();
      await dialog.waitFor();
      await settled(page);
      await shot('place');
      await closeDialog();

      await open(page, `/options/${await firstId(page, 'options', { state: 'confirmed' })}/show`);
      await shot('option');

      await open(page, `/letters/${await firstId(page, 'letters', { state: 'sent' })}/show`);
      await page.frameLocator('iframe').locator('table').first().waitFor();
      await shot('letter');

      await open(page, '/option-requests');
      const boxes = page.getByRole('table').getByRole('checkbox');
      for (const row of [1, 2, 3, 4]) await boxes.nth(row).click();
      await page.getByRole('region', { name: said(words.bulk.bar) }).waitFor();
      await settled(page);
      await shot('bulk');

      await open(page, '/options');
      await page
        .getByRole('button', { name: new RegExp(`^${words.lists.views.button.slice(0, 3)}`) })
        .click();
      await page.getByRole('menuitem', { name: said(words.lists.views.save) }).click();
      await dialog
        .getByLabel(said(words.lists.views.name))
        .fill(language === 'fr' ? 'Scolaires à relancer' : 'Schools to remind');
      await dialog.getByLabel(said(words.lists.views.share)).check();
      await settled(page);
      await shot('views');
      await closeDialog();

      await open(page, '/contact-import');
      await page
        .getByLabel(said(words.imports.file.choose))
        .setInputFiles({ name: 'contacts.csv', mimeType: 'text/csv', buffer: Buffer.from(contacts) });
      await button(words.imports.columns.check).click();
      await page.getByRole('button', { name: said(words.imports.would.rejected) }).waitFor();
      await settled(page);
      await shot('import');

      await context.close();
    },
    GUIDE_MS,
  );
});
