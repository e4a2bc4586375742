import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Secret, TOTP } from 'otpauth';
import { type Browser, chromium, type Page } from 'playwright-core';
import { ROOT } from '../../bin/settings.ts';
import { CHROMIUM_FLAGS, chromiumPath } from '../support/chromium.ts';
import { type RunningPlacet, startPlacet } from '../support/running-placet.ts';
import { keyboard } from './support/hand.ts';
import { settled, signIn } from './support/sign-in.ts';

const START_MS = 240_000;
const STORY_MS = 300_000;
const screenshots = process.env.PLACET_SCREENSHOTS ?? join(ROOT, '.placet', 'screenshots');

/** Somebody protects their account, and signs in by a code, with nothing but the keyboard. */
describe('a second factor in the console', () => {
  let placet: RunningPlacet;
  let browser: Browser;

  beforeAll(async () => {
    placet = await startPlacet();
    await mkdir(screenshots, { recursive: true });
    browser = await chromium.launch({ executablePath: await chromiumPath(), args: CHROMIUM_FLAGS });
  }, START_MS);

  afterAll(async () => {
    await browser?.close();
    await placet?.stop();
  }, START_MS);

  const person = async (colorScheme: 'light' | 'dark', width: number): Promise<Page> => {
    const viewport = { width, height: 844 };
    const context = await browser.newContext({ locale: 'fr-FR', viewport, colorScheme });
    context.setDefaultTimeout(60_000);
    return context.newPage();
  };
  const shot = (page: Page, name: string) =>
    page.screenshot({ path: join(screenshots, `second-factor-${name}.png`), fullPage: true });
  const faults = async (page: Page) => {
    const { violations } = await new AxeBuilder({ page }).analyze();
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    return [
      ...violations
        .filter(({ impact }) => impact === 'serious' || impact === 'critical')
        .map(({ id, nodes }) => `${id} ${nodes[0]?.html ?? ''}`),
      ...(wide > 0 ? [`${wide} px too wide`] : []),
    ];
  };

  it(
    'is set up from the menu of the account, and asked for at the next sign-in; sessions are ended from another',
    async () => {
      const page = await person('light', 1280);
      const hand = keyboard(page);
      await signIn(page, placet, 'finance', hand);
      await hand.press(page.getByRole('button', { name: /compte de/ }));
      await page.getByRole('menuitem', { name: 'Sécurité du compte' }).press('Enter');
      await page.getByRole('heading', { level: 1, name: 'Sécurité du compte' }).waitFor();
      await page.getByText('Cette session').waitFor();
      await settled(page);
      expect(await faults(page)).toEqual([]);
      await shot(page, 'account');
      await hand.press(page.getByRole('button', { name: 'Mettre en place', exact: true }));
      const dialog = page.getByRole('dialog');
      await hand.press(dialog.getByRole('button', { name: 'Commencer' }));
      const secret = (await dialog.getByLabel('Secret').textContent())?.replaceAll(' ', '') ?? '';
      const totp = new TOTP({ secret: Secret.fromBase32(secret) });
      await settled(page);
      expect(await faults(page)).toEqual([]);
      await shot(page, 'enrol');
      const earlier = totp.generate();
      await hand.write(dialog.getByRole('textbox', { name: /^Code/ }), earlier);
      await hand.press(dialog.getByRole('button', { name: 'Confirmer' }));
      await page.getByRole('list', { name: 'Codes de secours' }).getByRole('listitem').first().waitFor();
      await settled(page);
      expect(await faults(page)).toEqual([]);
      await shot(page, 'codes');
      await hand.press(page.getByRole('button', { name: 'Je les ai gardés' }));
      await page.getByText('En place', { exact: true }).waitFor();

      const other = await person('dark', 390);
      await other.goto(placet.url);
      await other.getByLabel('Adresse e-mail').fill('finance@demo.test');
      await other.getByRole('textbox', { name: 'Mot de passe' }).fill(placet.password);
      await other.getByRole('button', { name: 'Se connecter', exact: true }).click();
      await other.getByRole('heading', { level: 1, name: 'Second facteur' }).waitFor();
      const field = other.getByRole('textbox', { name: /^Code/ });
      await field.fill(earlier);
      await field.press('Enter');
      await other.getByRole('alert').getByText('Code refusé').waitFor();
      await settled(other);
      expect(await faults(other)).toEqual([]);
      await shot(other, 'step');
      await field.fill(totp.generate({ timestamp: Date.now() + 30_000 })); // taken a step early
      await field.press('Enter');
      await other.getByRole('heading', { level: 1, name: /^Demandes d’options$/ }).waitFor();

      await page.reload();
      await hand.press(page.getByRole('button', { name: 'Terminer', exact: false }).last());
      await page.getByText('Session terminée', { exact: false }).waitFor();
      await other.reload();
      await other.getByRole('heading', { level: 1, name: 'Se connecter' }).waitFor();
      await page.context().close();
      await other.context().close();
    },
    STORY_MS,
  );
});
