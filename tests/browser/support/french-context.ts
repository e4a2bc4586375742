import type { Browser, BrowserContext, BrowserContextOptions } from 'playwright-core';

/** A person's browser: in French, on a system that was told to spare them movement, unless they want it otherwise. */
export function frenchContext(browser: Browser, more: BrowserContextOptions = {}): Promise<BrowserContext> {
  return browser.newContext({ locale: 'fr-FR', reducedMotion: 'reduce', ...more });
}
