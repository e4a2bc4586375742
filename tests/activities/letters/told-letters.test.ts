import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { resumeLetters, suppressLetters } from '../../../activities/letters/no-letters.ts';
import { publishTemplate, restoreShipped } from '../../../activities/letters/publish-template.ts';
import { takeBounces } from '../../../activities/letters/take-bounces.ts';
import { testTemplate } from '../../../activities/letters/test-template.ts';
import { messageIdOf } from '../../../activities/letters/write-letter.ts';
import { confirmOption } from '../../../activities/options/confirm-option.ts';
import { lapseOption } from '../../../activities/options/lapse-option.ts';
import { placeOption } from '../../../activities/options/place-option.ts';
import { refuseOption } from '../../../activities/options/refuse-option.ts';
import { requestOption } from '../../../activities/options/request-option.ts';
import { letterTemplateRecords } from '../../../activities/records/kinds/letter-templates.ts';
import { changeRecord, createRecord } from '../../../activities/records/write-record.ts';
import { shippedTemplate } from '../../../rules/letters/shipped/shipped-template.ts';
import { Stage, type Theatre } from '../options/support/stage.ts';

let stage: Stage;
let house: Theatre;
let performanceId: string;

beforeAll(async () => {
  stage = await Stage.open();
  house = await stage.theatre();
  performanceId = await stage.performance(house, { stock: [{ capacity: 500 }] });
});
afterAll(() => stage.close());
beforeEach(() => sends('["confirmation", "refusal"]'));

const sends = (kinds: string) =>
  stage.owner.query('update organisation set letter_kinds = $1::jsonb where id = $2', [
    kinds,
    house.organisationId,
  ]);
const all = '["acknowledgement", "placement", "confirmation", "refusal", "lapse"]';

async function requested(contact: Record<string, unknown> = {}): Promise<{ optionId: string }> {
  const { id } = await requestOption(stage.caller(), {
    contactId: await stage.contact(contact),
    performanceId,
    lines: [{ seatCategoryId: house.categories.CAT1, quantity: 4 }],
  });
  return { optionId: id };
}

describe('the kinds a house chooses', () => {
  it('are confirmation and refusal until it says otherwise: nothing more leaves than before', async () => {
    const option = await requested();
    await placeOption(stage.caller(), option);
    await lapseOption(stage.caller(), option);
    expect(await stage.told(option.optionId)).toEqual([]);
  });

  it('acknowledge a request and tell its placement, each in the place of what had not left', async () => {
    await sends(all);
    const option = await requested({ locale: 'it' });
    expect(await stage.told(option.optionId)).toEqual(['acknowledgement owed']);
    expect(await stage.lastSnapshot(option.optionId)).toMatchObject({
      locale: 'it',
      lines: [{ priceCents: null }],
    });
    await placeOption(stage.caller(), option);
    expect(await stage.told(option.optionId)).toEqual(['acknowledgement superseded', 'placement owed']);
    const snapshot = await stage.lastSnapshot(option.optionId);
    expect(snapshot).toMatchObject({ lines: [{ quantity: 4, priceCents: 2500, amountCents: 10_000 }] });
    expect(snapshot.confirmationDueAt).not.toBeNull();
    await refuseOption(stage.caller(), option);
    expect(await stage.told(option.optionId)).toEqual(['acknowledgement superseded', 'placement superseded']);
  });

  it('tell a lapse, once, and not a correction besides', async () => {
    await sends(all);
    const option = await requested();
    await placeOption(stage.caller(), option);
    await confirmOption(stage.caller(), option);
    const letters = await stage.letters(option.optionId);
    await stage.letterIs(letters.findLast(({ kind }) => kind === 'confirmation')!.id, 'sent');
    await lapseOption(stage.caller(), { ...option, reason: 'Impayée' });
    expect((await stage.told(option.optionId)).slice(2)).toEqual(['confirmation sent', 'lapse owed']);
    expect(await stage.lastSnapshot(option.optionId)).toMatchObject({
      reason: 'Impayée',
      lines: [{ quantity: 4 }],
    });
  });

  it('may leave confirmations out', async () => {
    await sends('[]');
    const option = await requested();
    await placeOption(stage.caller(), option);
    await confirmOption(stage.caller(), option);
    expect(await stage.told(option.optionId)).toEqual([]);
  });
});

describe('a contact who is not written to', () => {
  it('is owed nothing, with a motive in history, until letters are resumed', async () => {
    await sends(all);
    const contactId = await stage.contact();
    const first = await requested();
    const lines = [{ seatCategoryId: house.categories.CAT1, quantity: 1 }];
    const request = { contactId, performanceId, lines };
    const { id: optionId } = await requestOption(stage.caller(), request);
    await expect(suppressLetters(stage.caller(), { about: 'contact', id: contactId })).rejects.toMatchObject({
      code: 'motive.required',
    });
    const reason = 'Préfère le téléphone';
    await suppressLetters(stage.caller(), { about: 'contact', id: contactId, reason });
    expect(await stage.told(optionId)).toEqual(['acknowledgement superseded']);
    expect(await stage.told(first.optionId)).toEqual(['acknowledgement owed']);
    await placeOption(stage.caller(), { optionId });
    await confirmOption(stage.caller(), { optionId });
    expect(await stage.told(optionId)).toEqual(['acknowledgement superseded']);
    const { rows } = await stage.owner.query('select verb, reason from history where subject_id = $1', [
      contactId,
    ]);
    expect(rows).toContainEqual({ verb: 'suppress-letters', reason });
    await resumeLetters(stage.caller(), { about: 'contact', id: contactId });
    await lapseOption(stage.caller(), { optionId });
    expect(await stage.told(optionId)).toEqual(['acknowledgement superseded', 'lapse owed']);
  });

  it('may be left alone about one option only', async () => {
    const option = await requested();
    await suppressLetters(stage.caller(), { about: 'option', id: option.optionId, reason: 'Invitation' });
    await placeOption(stage.caller(), option);
    await confirmOption(stage.caller(), option);
    expect(await stage.told(option.optionId)).toEqual([]);
  });
});

describe('a text of the house', () => {
  const mine = { ...shippedTemplate('confirmation', 'es'), title: 'Bienvenidos, {{contactName}}' };
  const place = () => ({
    organisationId: house.organisationId,
    kind: 'confirmation',
    language: 'es',
    content: mine,
  });

  it('counts from its publication for letters to come, in its language, and can be taken back', async () => {
    const confirmed = async () => {
      const option = await requested({ locale: 'es' });
      await placeOption(stage.caller(), option);
      await confirmOption(stage.caller(), option);
      return (await stage.lastSnapshot(option.optionId)).template?.title;
    };
    const draft = await createRecord(stage.caller(), letterTemplateRecords, place());
    await expect(createRecord(stage.caller(), letterTemplateRecords, place())).rejects.toMatchObject({
      code: '23505',
    });
    expect(await confirmed()).toBeUndefined();
    const published = await publishTemplate(stage.caller(), draft);
    expect(published).toMatchObject({ state: 'published', number: 1 });
    expect(await confirmed()).toBe(mine.title);
    const changed = { id: draft.id, version: null, values: { content: { ...mine, title: 'Otra' } } };
    await expect(changeRecord(stage.caller(), letterTemplateRecords, changed)).rejects.toMatchObject({
      code: 'text.state',
    });
    await expect(
      stage.owner.query(`update letter_template set content = '{}' where id = $1`, [draft.id]),
    ).rejects.toThrow('published texts do not change');
    const next = await createRecord(stage.caller(), letterTemplateRecords, place());
    await publishTemplate(stage.caller(), next);
    await restoreShipped(stage.caller(), { id: next.id });
    expect(await confirmed()).toBeUndefined();
    const { rows } = await stage.owner.query(
      `select state, count(*)::int as many from letter_template group by state`,
    );
    expect(rows).toEqual([{ state: 'superseded', many: 2 }]);
  });

  it('is sent to whoever tries it, marked, and is no letter of the option', async () => {
    const option = await requested();
    const draft = await createRecord(stage.caller(), letterTemplateRecords, { ...place(), language: 'fr' });
    const caller = stage.caller();
    const { letterId, to } = await testTemplate(caller, { id: draft.id, optionId: option.optionId });
    expect(await testTemplate(caller, { id: draft.id, optionId: option.optionId })).toEqual({ letterId, to });
    expect(to).toBe(stage.house.email);
    expect(await stage.told(option.optionId)).toEqual([]);
    const { rows } = await stage.owner.query(
      `select test, option_id, recipient, snapshot->>'test' as marked from letter where test`,
    );
    expect(rows).toEqual([{ test: true, option_id: null, recipient: to, marked: 'true' }]);
  });
});

describe('a letter that came back', () => {
  const report = (messageId: string, action = 'failed') => `From: MAILER-DAEMON@mail.example.test
Content-Type: multipart/report; report-type=delivery-status; boundary="x"

--x
Content-Type: message/delivery-status

Reporting-MTA: dns; mail.example.test

Final-Recipient: rfc822; maelle.tardieu@example.test
Action: ${action}
Status: 5.1.1
Diagnostic-Code: smtp; 550 5.1.1 no such user

--x
Content-Type: text/rfc822-headers

Message-ID: ${messageId}

--x--
`;

  it('is bounced with its reason once it had left, and only then', async () => {
    const option = await requested();
    await placeOption(stage.caller(), option);
    await confirmOption(stage.caller(), option);
    const [letter] = await stage.letters(option.optionId);
    const messageId = messageIdOf(letter!.id, 'placet.test');
    const take = (file: string) => takeBounces(stage.caller(), { file });
    expect(await take(report(messageId))).toEqual({ messages: 1, bounced: 0, ignored: 1 });
    await stage.owner.query(`update letter set state = 'sent', message_id = $1 where id = $2`, [
      messageId,
      letter!.id,
    ]);
    expect(await take(report(messageId, 'delayed'))).toMatchObject({ bounced: 0 });
    expect(await take(report(messageId.replace('placet', 'other')))).toMatchObject({ bounced: 0 });
    expect(await take(report(messageId))).toEqual({ messages: 1, bounced: 1, ignored: 0 });
    expect(await take(report(messageId))).toMatchObject({ bounced: 0 });
    const { rows } = await stage.owner.query('select state, failure from letter where id = $1', [letter!.id]);
    expect(rows).toEqual([
      { state: 'bounced', failure: 'mail.bounced.unknownAddress: 5.1.1 550 5.1.1 no such user' },
    ]);
  });
});
