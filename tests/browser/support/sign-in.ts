import type { Page } from 'playwright-core';
import type { RunningDesk } from '../../support/running-desk.ts';
import { type Hand, mouse } from './hand.ts';

/** Signs in as one of the demo's people and waits for the first page. */
export async function signIn(
  page: Page,
  placet: RunningDesk,
  name = 'operator',
  hand: Hand = mouse(),
): Promise<void> {
  await page.goto(placet.url);
  await hand.write(page.getByLabel('Adresse e-mail'), `${name}@demo.test`);
  await hand.write(page.getByRole('textbox', { name: 'Mot de passe' }), placet.password);
  await hand.press(page.getByRole('button', { name: 'Se connecter', exact: true }));
  await page.getByRole('heading', { level: 1, name: /^(Demandes d’options|Option requests)$/ }).waitFor();
  await settled(page);
}

/** What the console says of an address that is no page, in either language. */
const nowhere = /^(Page introuvable|Page not found)$/;

/** Goes to a page of the console without loading it anew, and waits until it is whole. */
export async function open(page: Page, path: string): Promise<void> {
  await page.evaluate(() => {
    window.location.hash = '#/nowhere';
  });
  await page.getByRole('heading', { level: 1, name: nowhere }).waitFor();
  await page.evaluate((hash) => {
    window.location.hash = hash;
  }, path);
  await page.getByRole('heading', { level: 1, name: nowhere }).waitFor({ state: 'detached' });
  await settled(page);
}

/** Waits until a page has its heading and nothing on it is still being fetched. */
export async function settled(page: Page): Promise<void> {
  await page.locator('h1').first().waitFor(); // behind a dialog, too
  await page.waitForFunction(
    () =>
      document.querySelector('[aria-busy="true"], .MuiSkeleton-root, .MuiCircularProgress-root') === null &&
      document.getAnimations().every(({ playState }) => playState !== 'running'),
  );
}
