import { type Browser, chromium, type Page } from 'playwright-core';
import { CHROMIUM_FLAGS, chromiumPath } from '../../support/chromium.ts';
import { type RunningDesk, startDesk } from '../../support/running-desk.ts';
import { type RunningPlacet, startPlacet } from '../../support/running-placet.ts';
import { frenchContext } from './french-context.ts';
import { signIn } from './sign-in.ts';

/** The demo's console, and a browser to meet it in. */
export interface OpenDesk<Running extends RunningDesk = RunningDesk> {
  placet: Running;
  browser: Browser;
  /** One of the demo's people, signed in in French on a screen of this size; they wait so long for what they look for. */
  person(name: string, screen: { width: number; height: number }, patienceMs?: number): Promise<Page>;
  close(): Promise<void>;
}

/** The same on a whole Placet. */
export type OpenConsole = OpenDesk<RunningPlacet>;

/** Starts a whole Placet and a browser; whoever opens closes. */
export async function openConsole(): Promise<OpenConsole> {
  return browse(await startPlacet());
}

/** Starts a desk, which is there sooner, and a browser; whoever opens closes. */
export async function openDesk(): Promise<OpenDesk> {
  return browse(await startDesk());
}

async function browse<Running extends RunningDesk>(placet: Running): Promise<OpenDesk<Running>> {
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
