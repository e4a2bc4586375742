import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from '@jest/globals';
import { simpleParser } from 'mailparser';
import type { Page } from 'playwright-core';
import type { RunningPlacet } from '../../support/running-placet.ts';
import type { Hand } from './hand.ts';
import { settled } from './sign-in.ts';

/** The story of an option, as an operator lives it in French; told by whatever hand. */
export interface OptionStory {
  /** Takes a request for a new contact, who is written to at that address. */
  request(contact: string, email: string): Promise<void>;
  /** Places it, refuses it, cancels the refusal and validates it. */
  decide(): Promise<void>;
  /** Opens the letter and holds it against the bytes that were sent. */
  readLetter(email: string): Promise<void>;
}

export function optionStory(page: Page, hand: Hand, placet: RunningPlacet): OptionStory {
  const heading = (name: string | RegExp) => page.getByRole('heading', { level: 1, name });
  const actions = page.getByRole('group', { name: 'Actions' });
  const choose = async (verb: string): Promise<void> => {
    await hand.press(actions.getByRole('button', { name: verb, exact: true }));
    const dialog = page.getByRole('dialog');
    await dialog.waitFor();
    await hand.press(dialog.getByRole('button', { name: verb, exact: true }));
    await dialog.waitFor({ state: 'hidden' });
  };
  const state = (label: string) => page.locator('main').getByText(label, { exact: true }).first().waitFor();

  return {
    request: async (contact, email) => {
      await hand.press(page.getByRole('link', { name: 'Nouvelle demande' }).first());
      await heading('Nouvelle demande d’option').waitFor();
      await hand.write(page.getByRole('combobox', { name: /^Contact/ }), contact);
      await hand.take(page.getByRole('option', { name: `Créer le contact « ${contact} »` }));
      const dialog = page.getByRole('dialog');
      await hand.write(dialog.getByLabel(/^E-mail/), email);
      await hand.press(dialog.getByRole('button', { name: /Créer|Enregistrer/ }));
      await dialog.waitFor({ state: 'hidden' });
      await hand.write(page.getByRole('combobox', { name: /^Séance/ }), 'Quatuors');
      await hand.take(page.getByRole('option', { name: /^Quatuors du soir/ }).first());
      await hand.write(page.getByLabel(/^Quantité en /).first(), '12');
      await page.getByText('12 places demandées').waitFor();
      await hand.press(page.getByRole('button', { name: 'Enregistrer la demande', exact: true }));
      await heading(/^Option n°/).waitFor();
      await actions.waitFor();
      const others = actions.locator('summary');
      await hand.press(others); // what is not possible is listed with the reasons
      await actions
        .getByRole('term')
        .filter({ hasText: /^Valider$/ })
        .waitFor();
      await actions
        .getByText(/^Possible seulement quand/)
        .first()
        .waitFor();
    },
    decide: async () => {
      await choose('Poser');
      await state('Posée');
      await choose('Refuser');
      await state('Refus en cours');
      await choose('Annuler le refus en cours');
      await state('Posée');
      await choose('Valider');
      await state('Validée');
      await page.getByText('Option validée').first().waitFor();
    },
    readLetter: async (email) => {
      await page.getByText('Envoyée').first().waitFor();
      await hand.press(page.getByRole('link', { name: 'Confirmation' }));
      await heading(/^Lettre n°/).waitFor();
      await settled(page);
      await page.getByText(email).first().waitFor();
      const shown = page.frameLocator('iframe').first();
      await shown
        .getByText(/Confirmation de votre option/)
        .first()
        .waitFor();
      const letterId = /letters\/([\w-]+)/.exec(page.url())?.[1] ?? '';
      await expectTheSame(page, placet, letterId, email);
    },
  };
}

/** The preview is the HTML of the message, and the message that can be downloaded is the one in the mailbox. */
async function expectTheSame(
  page: Page,
  placet: RunningPlacet,
  letterId: string,
  email: string,
): Promise<void> {
  const door = `${placet.url}/api/letters/${letterId}`;
  const message = await (await page.request.get(`${door}/message`)).body();
  const preview = await (await page.request.get(`${door}/html`)).text();
  const sent = await simpleParser(message);
  expect(preview).toBe(sent.html);
  expect((await caught(placet, email)).subarray(-message.length).equals(message)).toBe(true);
}

/** What the mail catcher keeps for an address: the envelope, then the bytes as they came. */
async function caught(placet: RunningPlacet, email: string): Promise<Buffer> {
  const folder = join(placet.home, 'mail');
  const messages = await Promise.all((await readdir(folder)).map((name) => readFile(join(folder, name))));
  const found = messages.find((message) => message.includes(`Delivered-To: ${email}`));
  if (found === undefined) throw new Error(`Nothing was sent to ${email}.`);
  return found;
}
