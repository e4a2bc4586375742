import { type Browser, chromium, type Page } from 'playwright-core';
import { CHROMIUM_FLAGS, chromiumPath } from '../../support/chromium.ts';
import { type RunningPlacet, startPlacet } from '../../support/running-placet.ts';
import { frenchContext } from './french-context.ts';
import { signIn } from './sign-in.ts';

/** Placet running with its demo, and a browser to meet it in. */
export interface OpenConsole {
  placet: RunningPlacet;
  browser: Browser;
  /** One of the demo's people, signed in in French on a screen of this size; they wait so long for what they look for. */
  person(name: string, screen: { width: number; height: number }, patienceMs?: number): Promise<Page>;
  close(): Promise<void>;
}

/** Starts both; whoever opens closes. */
export async function openConsole(): Promise<OpenConsole> {
  const placet = await startPlacet();
  const launched = chromium.launch({ executablePath: await chromiumPath(), args: CHROMIUM_FLAGS });
  const browser = await launched.catch(async (error: unknown) => {
    await placet.stop();
    throw error;
  });
  return {
    placet,
    browser,
    person: async (name, screen, patienceMs = 60_000) => {
      const context = await frenchContext(browser, { viewport: screen });
      context.setDefaultTimeout(patienceMs);
      const page = await context.newPage();
      await signIn(page, placet, name);
      return page;
    },
    close: async () => {
      await browser.close();
      await placet.stop();
    },
  };
}
