import { afterAll, beforeAll, describe, it } from '@jest/globals';
import { type Browser, chromium } from 'playwright-core';
import { CHROMIUM_FLAGS, chromiumPath } from '../support/chromium.ts';
import { type RunningPlacet, startPlacet } from '../support/running-placet.ts';
import { frenchContext } from './support/french-context.ts';
import { keyboard } from './support/hand.ts';
import { optionStory } from './support/option-story.ts';
import { signIn } from './support/sign-in.ts';

const START_MS = 180_000;
const STORY_MS = 240_000;

/** The same story by somebody who has no mouse. */
describe('the story of an option, by keyboard only', () => {
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

  it.each([
    ['wide', 1280],
    ['on a telephone', 390],
  ])(
    'is told from the request to the letter, %s',
    async (_, width) => {
      const context = await frenchContext(browser, { viewport: { width, height: 900 } });
      context.setDefaultTimeout(60_000);
      const page = await context.newPage();
      const hand = keyboard(page);
      await signIn(page, placet, 'operator', hand);
      const story = optionStory(page, hand, placet);
      const email = `clavier-${width}@example.test`;
      await story.request(`Amicale du Clavier ${width}`, email);
      await story.decide();
      await story.readLetter(email);
      await context.close();
    },
    STORY_MS,
  );
});
