import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';

/** A folder for pictures that are to be looked at; without it none are taken. */
const folder = process.env.PLACET_SCREENSHOTS;

/** Takes a picture of what is seen, or of the whole page. */
export async function picture(page: Page, name: string, how: 'seen' | 'whole' = 'seen'): Promise<void> {
  if (folder === undefined) return;
  await mkdir(folder, { recursive: true });
  await page.screenshot({
    path: join(folder, `${name}.jpg`),
    type: 'jpeg',
    quality: 70,
    fullPage: how === 'whole',
  });
}
