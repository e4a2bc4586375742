import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Browser, chromium, type Page } from 'playwright-core';
import { CHROMIUM_FLAGS, chromiumPath } from '../support/chromium.ts';
import { type RunningPlacet, startPlacet } from '../support/running-placet.ts';
import { seriousFaults } from './support/accessibility.ts';
import { frenchContext } from './support/french-context.ts';
import { mouse } from './support/hand.ts';
import { optionStory } from './support/option-story.ts';
import { signIn } from './support/sign-in.ts';

const START_MS = 180_000;
const STORY_MS = 180_000;

/** The whole story in the console, in French, as an operator with a mouse lives it. */
describe('the story of an option in the console', () => {
  let placet: RunningPlacet;
  let browser: Browser;

  beforeAll(async () => {
    placet = await startPlacet();
    browser = await chromium.launch({ executablePath: await chromiumPath(), args: CHROMIUM_FLAGS });
  }, START_MS);

  afterAll(async () => {
    await browser?.close();
    await placet?.stop();
  }, START_MS);

  const openPage = async (width: number): Promise<Page> => {
    const context = await frenchContext(browser, { viewport: { width, height: 900 } });
    context.setDefaultTimeout(60_000);
    return context.newPage();
  };

  it(
    'refuses a wrong password in plain words, and lets the operator in',
    async () => {
      const page = await openPage(1280);
      await page.goto(placet.url);
      await page.getByLabel('Adresse e-mail').fill('operator@demo.test');
      await page.getByRole('textbox', { name: 'Mot de passe' }).fill('not the password');
      await page.getByRole('button', { name: 'Se connecter', exact: true }).click();
      await page.getByText('Adresse ou mot de passe incorrect.').waitFor();
      expect(await seriousFaults(page)).toEqual([]);
      await signIn(page, placet);
      await page.context().close();
    },
    STORY_MS,
  );

  it.each([
    ['wide', 1280],
    ['on a telephone', 390],
  ])(
    'takes a request, places it, refuses it, cancels the refusal, validates it, and shows the letter that was sent, %s',
    async (_, width) => {
      const page = await openPage(width);
      await signIn(page, placet);
      const story = optionStory(page, mouse(), placet);
      const email = `verrieres-${width}@example.test`;
      await story.request(`Comité Verrières ${width}`, email);
      await story.decide();
      await story.readLetter(email);
      await page.context().close();
    },
    STORY_MS,
  );
});
