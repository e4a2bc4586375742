import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { simpleParser } from 'mailparser';
import { createContact } from '../../../activities/contacts/create-contact.ts';
import { resendLetter } from '../../../activities/letters/resend-letter.ts';
import { holdMail } from '../../../activities/mail-guard/hold-mail.ts';
import { releaseMail } from '../../../activities/mail-guard/release-mail.ts';
import { cancelConfirmation } from '../../../activities/options/cancel-confirmation.ts';
import { confirmOption } from '../../../activities/options/confirm-option.ts';
import { placeDirectly } from '../../../activities/options/place-directly.ts';
import { mailGuardProcessId } from '../../../rules/processes.ts';
import { startTemporalDevServer, type TestTemporal } from '../../support/temporal.ts';
import { eventually } from '../support/eventually.ts';
import { recordHistory } from '../support/record-history.ts';
import { openStage, type Stage } from '../support/stage.ts';

let temporal: TestTemporal;
let stage: Stage;

beforeAll(async () => {
  temporal = await startTemporalDevServer();
  stage = await openStage({ temporalAddress: temporal.address, temporalNamespace: temporal.namespace });
  stage.startRelay();
});
beforeEach(() => stage.smtp.behave('accept'));
afterAll(async () => {
  await stage.close();
  await temporal.stop();
});

let contacts = 0;

/** A confirmed option of a contact of its own, whose letter is owed. */
async function confirmed(email: string | null = `contact-${contacts}@contacts.test`) {
  contacts += 1;
  const { house } = stage;
  const contact = await createContact(house.system(), { kind: 'individual', name: 'Anouk Delmas', email });
  const option = await placeDirectly(house.caller(), {
    contactId: contact.id,
    performanceId: house.performanceId,
    lines: [{ seatCategoryId: house.seatCategoryId, quantity: 1 }],
  });
  await confirmOption(house.caller(), { optionId: option.id });
  return { optionId: option.id, number: option.number, email: email ?? '' };
}

type LetterRow = {
  id: string;
  state: string;
  recipient: string;
  message_id: string | null;
  failure: string | null;
  sent_at: Date | null;
};

const lettersOf = async (optionId: string) => {
  const { rows } = await stage.owner.query<LetterRow>(
    'select id, state, recipient, message_id, failure, sent_at from letter where option_id = $1 order by number',
    [optionId],
  );
  return rows;
};

const letterIs = (optionId: string, state: string) =>
  eventually(`the letter is ${state}`, async () => {
    const last = (await lettersOf(optionId)).at(-1);
    return last?.state === state ? last : null;
  });

const messagesTo = (email: string) => stage.smtp.messages.filter(({ to }) => to.includes(email));

describe('the story of a letter', () => {
  it('sends it as it is kept, and says so in its history', async () => {
    const { optionId, number, email } = await confirmed();
    const letter = await letterIs(optionId, 'sent');
    const [message] = messagesTo(email);
    expect(message).toMatchObject({ messageId: letter.message_id, from: 'groupes@theatre.test' });
    expect(letter).toMatchObject({ message_id: `<${letter.id}@placet.test>`, failure: null });
    const mail = await simpleParser(message!.raw);
    expect(mail.attachments.map(({ filename }) => filename)).toEqual([
      `option-${number}.pdf`,
      `option-${number}.ics`,
    ]);
    const kept = await stage.owner.query<{ message: Buffer; document: Buffer }>(
      'select message, document from letter_content where letter_id = $1',
      [letter.id],
    );
    expect(message!.raw.equals(kept.rows[0]!.message)).toBe(true);
    expect(kept.rows[0]!.document.subarray(0, 5).toString()).toBe('%PDF-');
    const history = await stage.owner.query(
      'select verb, actor_name, after from history where subject_id = $1',
      [letter.id],
    );
    expect(history.rows).toEqual([
      { verb: 'send', actor_name: 'Placet', after: { state: 'sent', messageId: letter.message_id } },
    ]);
    await recordHistory(stage, `letter/${letter.id}`, 'letter-sent');
  });

  it('tries again while the server turns it away for now, and shows why', async () => {
    stage.smtp.behave('refuse-for-now');
    const { optionId, email } = await confirmed();
    const waiting = await eventually('the letter was turned away', async () => {
      const [letter] = await lettersOf(optionId);
      return letter?.failure == null ? null : letter;
    });
    expect(waiting).toMatchObject({ state: 'owed', failure: 'mail.deferred: 451 try again later' });
    stage.smtp.behave('accept');
    await letterIs(optionId, 'sent');
    expect(messagesTo(email)).toHaveLength(1);
  });

  it('sends the same bytes under the same Message-ID after an end it cannot know', async () => {
    stage.smtp.behave('drop-before-answer');
    const { optionId, email } = await confirmed();
    await stage.smtp.message(({ to }) => to.includes(email));
    await letterIs(optionId, 'sending');
    stage.smtp.behave('accept');
    const letter = await letterIs(optionId, 'sent');
    const messages = messagesTo(email);
    expect(messages.length).toBeGreaterThan(1);
    expect(new Set(messages.map(({ messageId }) => messageId))).toEqual(new Set([letter.message_id]));
    for (const { raw } of messages) expect(raw.equals(messages[0]!.raw)).toBe(true);
  });

  it('shows a letter that is refused for good; sent again, it keeps its Message-ID', async () => {
    stage.smtp.behave('refuse-for-good');
    const { optionId, email } = await confirmed();
    const failed = await letterIs(optionId, 'failed');
    expect(failed.failure).toBe('mail.refused: 550 no such mailbox');
    stage.smtp.behave('accept');
    await resendLetter(stage.house.caller(), { letterId: failed.id });
    const sent = await letterIs(optionId, 'sent');
    expect(sent).toMatchObject({ message_id: failed.message_id, failure: null });
    expect(messagesTo(email)).toHaveLength(1);
    await expect(resendLetter(stage.house.caller(), { letterId: failed.id })).rejects.toMatchObject({
      code: 'letter.state',
    });
  });

  it('makes a letter for a contact without e-mail, which can be printed, and sends it once an address is known', async () => {
    const { optionId } = await confirmed(null);
    const failed = await letterIs(optionId, 'failed');
    expect(failed.failure).toBe('mail.addressInvalid');
    const kept = await stage.owner.query<{ message: Buffer; document: Buffer }>(
      'select message, document from letter_content where letter_id = $1',
      [failed.id],
    );
    expect(kept.rows[0]!.message).toHaveLength(0);
    expect(kept.rows[0]!.document.length).toBeGreaterThan(1_000);
    await stage.owner.query(
      'update contact set email = $2 where id = (select contact_id from letter where id = $1)',
      [failed.id, 'found@contacts.test'],
    );
    await resendLetter(stage.house.caller(), { letterId: failed.id });
    expect(await letterIs(optionId, 'sent')).toMatchObject({ recipient: 'found@contacts.test' });
    expect(messagesTo('found@contacts.test')).toHaveLength(1);
  });

  it('does not send a letter that was superseded while it was turned away', async () => {
    stage.smtp.behave('refuse-for-now');
    const { optionId, email } = await confirmed();
    await eventually(
      'the letter was turned away',
      async () => (await lettersOf(optionId))[0]?.failure ?? null,
    );
    await cancelConfirmation(stage.house.caller(), { optionId });
    stage.smtp.behave('accept');
    const [letter] = await lettersOf(optionId);
    expect(letter?.state).toBe('superseded');
    await stage.temporal.client.workflow.getHandle(`letter/${letter!.id}`).result();
    expect(messagesTo(email)).toHaveLength(0);
    await recordHistory(stage, `letter/${letter!.id}`, 'letter-superseded-while-turned-away');
    await recordHistory(stage, mailGuardProcessId, 'mail-guard-told');
  });

  it('tells a contact what was decided in the order in which it was decided', async () => {
    stage.smtp.behave('hold');
    const { optionId, email } = await confirmed();
    await stage.smtp.message(({ to }) => to.includes(email));
    await cancelConfirmation(stage.house.caller(), { optionId });
    await confirmOption(stage.house.caller(), { optionId });
    stage.smtp.behave('accept');
    stage.smtp.release();
    await letterIs(optionId, 'sent');
    const letters = await lettersOf(optionId);
    expect(letters.map(({ state }) => state)).toEqual(['sent', 'superseded', 'sent']);
    expect(messagesTo(email).map(({ messageId }) => messageId)).toEqual([
      letters[0]!.message_id,
      letters[2]!.message_id,
    ]);
  });

  it('waits while all mail is held, and goes on when a person releases it', async () => {
    await holdMail(stage.house.caller(), { reason: 'a restore is being prepared' });
    const { optionId, email } = await confirmed();
    const [letter] = await lettersOf(optionId);
    await eventually('the story has looked', () =>
      stage.temporal.client.workflow
        .getHandle(`letter/${letter!.id}`)
        .result()
        .then(
          () => true,
          () => null,
        ),
    );
    expect((await lettersOf(optionId))[0]!.state).toBe('owed');
    expect(messagesTo(email)).toHaveLength(0);
    expect(await releaseMail(stage.house.caller(), { reason: 'the restore was called off' })).toEqual({
      released: true,
    });
    await letterIs(optionId, 'sent');
    expect(messagesTo(email)).toHaveLength(1);
    const { rows } = await stage.owner.query(
      "select verb, reason from history where subject_type = 'mail' order by at",
    );
    expect(rows).toEqual([
      { verb: 'hold-mail', reason: 'a restore is being prepared' },
      { verb: 'release-mail', reason: 'the restore was called off' },
    ]);
  });
});
