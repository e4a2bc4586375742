import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

/** What axe finds wrong; only that is worked out, which takes half the time. `without`: what is left out, as a selector. */
export async function violations(page: Page, without: string | null = null) {
  const axe = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] });
  return (await (without === null ? axe : axe.exclude(without)).analyze()).violations;
}

/** What hinders people who use assistive technology: the rule that is broken, and where. */
export async function seriousFaults(page: Page, without: string | null = null): Promise<string[]> {
  return (await violations(page, without))
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id} ${html}`));
}
