import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Secret, TOTP } from 'otpauth';
import { type Browser, chromium, type Page } from 'playwright-core';
import { setSignIn } from '../../activities/organisation/set-sign-in.ts';
import { setUpOperator } from '../../activities/organisation/set-up-operator.ts';
import type { RunningApi } from '../../api/server.ts';
import { buildConsole } from '../../bin/parts/console.ts';
import { freePort } from '../../bin/parts/free-port.ts';
import { ROOT } from '../../bin/settings.ts';
import { startApi } from '../api/support/api.ts';
import { CHROMIUM_FLAGS, chromiumPath } from '../support/chromium.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { createHouse, type House } from '../support/house.ts';
import { startIssuer, type TestIssuer } from '../support/issuer.ts';
import { seriousFaults } from './support/accessibility.ts';
import { frenchContext } from './support/french-context.ts';
import { keyboard } from './support/hand.ts';
import { picture } from './support/picture.ts';
import { open, settled } from './support/sign-in.ts';

const START_MS = 240_000;
const STORY_MS = 300_000;
const flore = { email: 'flore@operators.test', password: 'the password of flore', name: 'Flore Essai' };

/** Somebody protects their account and signs in by a code, with the keyboard; another comes by the issuer's word. */
describe('coming into the console', () => {
  let folder: string;
  let database: TestDatabase;
  let house: House;
  let issuer: TestIssuer;
  let api: RunningApi;
  let url: string;
  let browser: Browser;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'placet-second-factor-'));
    const consoleDir = join(ROOT, 'admin-ui', 'dist');
    await buildConsole({ root: ROOT, outDir: consoleDir, logFile: join(folder, 'build.log') });
    database = await createTestDatabase();
    house = await createHouse(database.url);
    const port = await freePort();
    url = `http://127.0.0.1:${port}`; // another site than the issuer's localhost
    issuer = await startIssuer(`${url}/api/session/issuer/callback`);
    const { url: address, clientId, clientSecret } = issuer;
    const groups = { groupsClaim: 'groups', scope: 'openid profile email groups' };
    api = await startApi(database.url, {
      port,
      publicUrl: url,
      consoleDir,
      issuer: { url: address, clientId, clientSecret, name: 'Annuaire', institution: null, ...groups },
    });
    const { organisationId } = house;
    const operator = { ...flore, locale: 'fr', demo: false } as const;
    await setUpOperator(house.system(), { ...operator, roles: [{ organisationId, role: 'finance' }] });
    const roleId = house.institution.roles.operator!;
    await setSignIn(house.system(), {
      version: null,
      values: {
        secondFactorRoleIds: [],
        createsOperators: true,
        groupRoles: [{ group: 'guichet', roleId, organisationId }],
      },
    });
    browser = await chromium.launch({ executablePath: await chromiumPath(), args: CHROMIUM_FLAGS });
  }, START_MS);

  afterAll(async () => {
    await browser?.close();
    await api?.stop();
    await issuer?.stop();
    await house?.close();
    await database?.drop();
    if (folder !== undefined) await rm(folder, { recursive: true, force: true });
  }, START_MS);

  const person = async (colorScheme: 'light' | 'dark', width: number): Promise<Page> => {
    const viewport = { width, height: 844 };
    const context = await frenchContext(browser, { viewport, colorScheme });
    context.setDefaultTimeout(60_000);
    const page = await context.newPage();
    await page.goto(url);
    return page;
  };
  const credentials = async (page: Page, { email, password }: { email: string; password: string }) => {
    await page.getByLabel('Adresse e-mail').fill(email);
    await page.getByRole('textbox', { name: 'Mot de passe' }).fill(password);
    await page.getByRole('button', { name: 'Se connecter', exact: true }).click();
  };
  const title = (page: Page, name: string) => page.getByRole('heading', { level: 1, name }).waitFor();
  const inside = (page: Page) => title(page, 'Demandes d’options');
  /** What assistive technology stumbles over, and what does not fit; with a picture to look at. */
  const faults = async (page: Page, name: string) => {
    await settled(page);
    await picture(page, `sign-in-${name}`, 'whole');
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    return [...(await seriousFaults(page)), ...(wide > 0 ? [`${wide} px too wide`] : [])];
  };

  it(
    'by a second factor: set up, asked for, and reset when it is lost; sessions are ended from elsewhere',
    async () => {
      const page = await person('light', 1280);
      await credentials(page, flore);
      await inside(page);
      const hand = keyboard(page);
      await hand.press(page.getByRole('button', { name: /compte de/ }));
      await page.getByRole('menuitem', { name: 'Sécurité du compte' }).press('Enter');
      await title(page, 'Sécurité du compte');
      expect(await faults(page, 'account')).toEqual([]);
      await hand.press(page.getByRole('button', { name: 'Mettre en place', exact: true }));
      const dialog = page.getByRole('dialog');
      await hand.press(dialog.getByRole('button', { name: 'Commencer' }));
      const secret = (await dialog.getByLabel('Secret').textContent())?.replaceAll(' ', '') ?? '';
      const totp = new TOTP({ secret: Secret.fromBase32(secret) });
      expect(await faults(page, 'enrol')).toEqual([]);
      const taken = totp.generate();
      await hand.write(dialog.getByRole('textbox', { name: /^Code/ }), taken);
      await hand.press(dialog.getByRole('button', { name: 'Confirmer' }));
      await page.getByRole('list', { name: 'Codes de secours' }).getByRole('listitem').first().waitFor();
      expect(await faults(page, 'codes')).toEqual([]);
      await hand.press(page.getByRole('button', { name: 'Je les ai gardés' }));
      await page.getByText('En place', { exact: true }).waitFor();

      const telephone = await person('dark', 390);
      await credentials(telephone, flore);
      await title(telephone, 'Second facteur');
      const field = telephone.getByRole('textbox', { name: /^Code/ });
      await field.fill(taken);
      await field.press('Enter');
      await telephone.getByRole('alert').getByText('Code refusé').waitFor();
      expect(await faults(telephone, 'step')).toEqual([]);
      await field.fill(totp.generate({ timestamp: Date.now() + 30_000 })); // taken a step early
      await field.press('Enter');
      await inside(telephone);

      await page.reload();
      await hand.press(page.getByRole('button', { name: /^Terminer la session/ }));
      await page.getByText('Session terminée', { exact: false }).waitFor();
      await telephone.reload();
      await title(telephone, 'Se connecter');

      const desk = await person('light', 1280);
      await credentials(desk, house);
      await inside(desk);
      const found = await desk.request.get(`${url}/api/operators?filter={"email":"${flore.email}"}`);
      const [{ id }] = await found.json();
      await open(desk, `#/operators/${id}/show`);
      await desk.getByText('Chrome sur Linux').waitFor();
      expect(await faults(desk, 'operator')).toEqual([]);
      const reset = 'Réinitialiser le second facteur';
      await desk.getByRole('button', { name: reset }).click();
      await desk.getByRole('dialog').getByLabel('Motif').fill('Téléphone perdu');
      await desk.getByRole('dialog').getByRole('button', { name: reset }).click();
      await desk.getByText('Aucune session ouverte.').waitFor();
      await page.reload();
      await title(page, 'Se connecter');
      await desk.setViewportSize({ width: 390, height: 844 });
      await open(desk, '#/sign-in-settings');
      expect(await faults(desk, 'settings')).toEqual([]);
      for (const each of [page, telephone, desk]) await each.context().close();
    },
    STORY_MS,
  );

  it(
    'by the word of an issuer on another site',
    async () => {
      issuer.person = {
        subject: 'subject-of-robin',
        name: 'Robin Essai',
        email: 'robin@issuer.test',
        groups: ['guichet'],
      };
      const page = await person('dark', 390);
      const way = page.getByRole('link', { name: 'Se connecter avec Annuaire' });
      await way.waitFor();
      expect(await faults(page, 'ways')).toEqual([]);
      await way.click();
      await inside(page);
      await page.getByRole('button', { name: /compte de Robin Essai/ }).waitFor();

      issuer.person = { ...issuer.person, subject: 'subject-of-nobody', groups: [] };
      const stranger = await person('light', 390);
      await stranger.getByRole('link', { name: 'Se connecter avec Annuaire' }).click();
      await stranger.getByText('Aucun compte d’opérateur actif ne correspond', { exact: false }).waitFor();
      expect(await faults(stranger, 'unknown')).toEqual([]);
      for (const each of [page, stranger]) await each.context().close();
    },
    STORY_MS,
  );
});
