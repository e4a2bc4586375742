import type { Locator, Page } from 'playwright-core';

/** How a person works the console: with the mouse, or with nothing but the keyboard. */
export interface Hand {
  /** Presses a button or follows a link. */
  press(target: Locator): Promise<void>;
  /** Writes into a field, in place of what is there. */
  write(target: Locator, text: string): Promise<void>;
  /** Takes a proposal out of the list that opened under a field. */
  take(proposal: Locator): Promise<void>;
}

/** A hand on the mouse. */
export function mouse(): Hand {
  return {
    press: (target) => target.click(),
    write: (target, text) => target.fill(text),
    take: (proposal) => proposal.click(),
  };
}

const MOST_TABS = 250;
const MOST_PROPOSALS = 60;

/** Two hands on the keyboard: what Tab, arrows and Enter do not reach, nobody reaches. */
export function keyboard(page: Page): Hand {
  const isFocused = (target: Locator) => target.evaluate((element) => element === document.activeElement);
  const reach = async (target: Locator): Promise<void> => {
    await target.waitFor();
    for (let tab = 0; tab < MOST_TABS; tab += 1) {
      if (await isFocused(target)) return;
      await page.keyboard.press('Tab');
    }
    throw new Error(`Tab does not reach ${target}`);
  };
  return {
    press: async (target) => {
      await reach(target);
      await page.keyboard.press('Enter');
    },
    write: async (target, text) => {
      await reach(target);
      await page.keyboard.press('ControlOrMeta+a');
      await page.keyboard.type(text);
    },
    take: async (proposal) => {
      for (let down = 0; down < MOST_PROPOSALS; down += 1) {
        await proposal.waitFor();
        const isActive = await proposal.evaluate(
          ({ id }) => document.activeElement?.getAttribute('aria-activedescendant') === id,
        );
        if (isActive) return page.keyboard.press('Enter');
        await page.keyboard.press('ArrowDown');
      }
      throw new Error(`The arrows do not reach ${proposal}`);
    },
  };
}
