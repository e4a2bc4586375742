import axe, { type Result, type RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';

declare global {
  interface Window {
    axe: typeof axe;
  }
}

/** Only what is wrong is worked out, which takes half the time. */
const options: RunOptions = { resultTypes: ['violations'] };

/** What axe finds wrong, letting out what the selector `without` names. A page is given axe once: it is half a megabyte. */
export async function violations(page: Page, without: string | null = null): Promise<Result[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  return page.evaluate(
    async (asked) => {
      const where = asked.without === null ? document : { exclude: [asked.without] };
      return (await window.axe.run(where, asked.options)).violations;
    },
    { without, options },
  );
}

/** What hinders people who use assistive technology: the rule that is broken, and where. */
export async function seriousFaults(page: Page, without: string | null = null): Promise<string[]> {
  return (await violations(page, without))
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id} ${html}`));
}
