import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { cancelRefusal } from '../../../activities/options/cancel-refusal.ts';
import { changeOption } from '../../../activities/options/change-option.ts';
import { confirmOption } from '../../../activities/options/confirm-option.ts';
import { placeDirectly } from '../../../activities/options/place-directly.ts';
import { placeOption } from '../../../activities/options/place-option.ts';
import { refuseOption } from '../../../activities/options/refuse-option.ts';
import { requestOption } from '../../../activities/options/request-option.ts';
import { withdrawOption } from '../../../activities/options/withdraw-option.ts';
import { Problem } from '../../../activities/problem.ts';
import { limitationTableRecords } from '../../../activities/records/kinds/limitation-tables.ts';
import { ruleSetRecords } from '../../../activities/records/kinds/rule-sets.ts';
import { changeRecord, createRecord } from '../../../activities/records/write-record.ts';
import type { Reason } from '../../../rules/messages/reason.ts';
import { Stage, type Theatre } from './support/stage.ts';
import { refusal } from './support/verbs.ts';

let stage: Stage;
let house: Theatre;
let performanceId: string;
let tableId: string;

beforeAll(async () => {
  stage = await Stage.open(32);
  house = await stage.theatre();
  performanceId = await stage.performance(house, { stock: [{ capacity: 5_000 }] });
  const { id } = await createRecord(stage.caller(), limitationTableRecords, {
    organisationId: house.organisationId,
    code: 'OPTIONSCO',
    name: 'Option pour les scolaires',
    familyId: await familyId('ENTREE'),
    collectivityTypeIds: [type('SCOLAIRE')],
    maximumPerPerformance: 60,
    state: 'validated',
  });
  tableId = id;
});
afterAll(() => stage.close());

const type = (code: string) => stage.house.institution.collectivityTypes[code]!;

async function familyId(code: string): Promise<string> {
  const { rows } = await stage.owner.query<{ id: string }>('select id from product_family where code = $1', [
    code,
  ]);
  return rows[0]!.id;
}

/** A school, unless another type is given; null for a structure without type. */
const contact = (code: string | null = 'SCOLAIRE') =>
  stage.contact({
    kind: 'structure',
    structure_type: 'community',
    acceptance: 'accepted',
    collectivity_type_id: code === null ? null : type(code),
  });

const asking = (contactId: string, quantity: number, at = performanceId) => ({
  contactId,
  performanceId: at,
  lines: [{ seatCategoryId: house.categories.CAT1, quantity }],
});

const request = (contactId: string, quantity: number, at?: string) =>
  requestOption(stage.caller(), asking(contactId, quantity, at));
const place = (contactId: string, quantity: number, at?: string) =>
  placeDirectly(stage.caller(), asking(contactId, quantity, at));

async function reasonsOf(attempt: Promise<unknown>): Promise<readonly Reason[]> {
  const failure: unknown = await attempt.then(
    () => null,
    (error: unknown) => error,
  );
  if (!(failure instanceof Problem)) throw failure ?? new Error('nothing was refused');
  return failure.details.reasons ?? [];
}

/** Places the contact holds, and those of their requests that await an answer. */
async function has(contactId: string): Promise<{ held: number; requested: number }> {
  const { rows } = await stage.owner.query<{ held: number; requested: number }>(
    `select coalesce(sum(placed_quantity) filter (where state in ('placed', 'confirmed')), 0)::int as held,
       coalesce(sum(requested_quantity) filter (where state = 'requested'), 0)::int as requested
     from seat_option where contact_id = $1`,
    [contactId],
  );
  return rows[0]!;
}

describe('a limit of 60 places per performance', () => {
  it('lets a school that holds 48 ask for 12, not for 13, and says so', async () => {
    const contactId = await contact();
    await place(contactId, 48);
    const [reason] = await reasonsOf(request(contactId, 13));
    expect(reason?.code).toBe('limitation.performance');
    expect(reason?.values).toMatchObject({ limit: 60, held: 48, requested: 0, asked: 13, passing: 12 });
    const { id: optionId } = await request(contactId, 12);
    expect((await placeOption(stage.caller(), { optionId })).state).toBe('placed');
    expect(await has(contactId)).toEqual({ held: 60, requested: 0 });
    expect(await refusal(place(contactId, 1))).toBe('authorisation.refused');
  });

  it('counts what awaits an answer when more is asked for, and not when some is granted', async () => {
    const contactId = await contact();
    await request(contactId, 50);
    expect((await reasonsOf(request(contactId, 11)))[0]?.values).toMatchObject({ held: 0, requested: 50 });
    expect(await refusal(place(contactId, 60))).toBeNull();
  });

  it('counts what is confirmed, and no more what was given back', async () => {
    const contactId = await contact();
    const { id: optionId } = await place(contactId, 60);
    await confirmOption(stage.caller(), { optionId });
    expect(await refusal(place(contactId, 1))).toBe('authorisation.refused');
    const other = await contact();
    const { id } = await place(other, 60);
    await withdrawOption(stage.caller(), { optionId: id });
    expect(await refusal(place(other, 60))).toBeNull();
  });

  it('is asked when a refusal is cancelled, and when a request becomes another', async () => {
    const contactId = await contact();
    const { id: refused } = await place(contactId, 40);
    await refuseOption(stage.caller(), { optionId: refused });
    await place(contactId, 30);
    expect(await refusal(cancelRefusal(stage.caller(), { optionId: refused }))).toBe('authorisation.refused');
    const { id: optionId } = await request(contactId, 30);
    const become = (quantity: number) =>
      changeOption(stage.caller(), { optionId, ...asking(contactId, quantity) });
    expect(await refusal(become(31))).toBe('authorisation.refused');
    expect(await refusal(become(29))).toBeNull();
  });

  it('lets an option be placed anew with what it has, also after the limit was lowered', async () => {
    const contactId = await contact();
    const { id: optionId, lines } = await place(contactId, 60);
    const grant = (quantity: number) =>
      placeOption(stage.caller(), { optionId, lines: [{ lineId: lines[0]!.id, quantity }] });
    await changeRecord(stage.caller(), limitationTableRecords, {
      id: tableId,
      version: null,
      values: { maximumPerPerformance: 20 },
    });
    try {
      expect(await refusal(grant(60))).toBeNull();
      expect(await refusal(grant(50))).toBeNull();
      expect(await refusal(grant(51))).toBe('authorisation.refused');
    } finally {
      await changeRecord(stage.caller(), limitationTableRecords, {
        id: tableId,
        version: null,
        values: { maximumPerPerformance: 60 },
      });
    }
  });

  it('is a structure’s, whichever relay asks for it', async () => {
    const structureId = await contact();
    const relays = [await stage.contact(), await stage.contact()];
    for (const individual_id of relays)
      await stage.insert('contact_link', {
        individual_id,
        structure_id: structureId,
        kind: 'relay',
        starts_on: '2020-01-01',
      });
    await place(relays[0]!, 40);
    await place(structureId, 10);
    expect((await reasonsOf(place(relays[1]!, 11)))[0]?.values).toMatchObject({ held: 50, passing: 10 });
    expect(await refusal(place(relays[1]!, 10))).toBeNull();
  });

  it('is for no other type, no contact without type and no other performance', async () => {
    for (const contactId of [await contact('ASSOCIATION'), await contact(null), await stage.contact()])
      expect(await refusal(place(contactId, 200))).toBeNull();
    const school = await contact();
    await place(school, 60);
    const elsewhere = await stage.performance(house, { stock: [{ capacity: 100 }] });
    expect(await refusal(place(school, 60, elsewhere))).toBeNull();
  });

  it('counts for nothing as a draft', async () => {
    const contactId = await contact();
    const as = (state: 'draft' | 'validated') =>
      changeRecord(stage.caller(), limitationTableRecords, { id: tableId, version: null, values: { state } });
    await as('draft');
    expect(await refusal(place(contactId, 61))).toBeNull();
    await as('validated');
    expect(await refusal(place(contactId, 1))).toBe('authorisation.refused');
  });
});

const times = <T>(make: (at: number) => T): T[] => Array.from({ length: 64 }, (_, at) => make(at));

describe('64 at once near the limit of one contact', () => {
  it('requests never exceed it', async () => {
    const contactId = await contact();
    await place(contactId, 48);
    const answers = await Promise.all(times(() => refusal(request(contactId, 1))));
    expect(answers.filter((answer) => answer === null)).toHaveLength(12);
    expect(await has(contactId)).toEqual({ held: 48, requested: 12 });
  });

  it('direct placements never exceed it', async () => {
    const contactId = await contact();
    await place(contactId, 40);
    const answers = await Promise.all(times(() => refusal(place(contactId, 2))));
    expect(answers.filter((answer) => answer === null)).toHaveLength(10);
    expect(await has(contactId)).toEqual({ held: 60, requested: 0 });
  });

  it('placements of requests, requests and direct placements never exceed it, and none is lost in a deadlock', async () => {
    const contactId = await contact();
    const asked = await Promise.all(Array.from({ length: 50 }, () => request(contactId, 1)));
    const answers = await Promise.all([
      ...asked.map(({ id: optionId }) => refusal(placeOption(stage.caller(), { optionId }))),
      ...times((at) => refusal(at % 2 === 0 ? place(contactId, 1) : request(contactId, 1))),
    ]);
    expect(new Set(answers)).toEqual(new Set([null, 'authorisation.refused']));
    expect((await has(contactId)).held).toBeLessThanOrEqual(60);
    const left = await Promise.all(
      asked.map(({ id: optionId }) => refusal(placeOption(stage.caller(), { optionId }))),
    );
    expect(left.every((answer) => answer === null || answer === 'authorisation.refused')).toBe(true);
    expect((await has(contactId)).held).toBeLessThanOrEqual(60);
  });
});

describe('a rule of the house’s own that counts what a contact has', () => {
  it('is never passed by 64 requests and placements at once', async () => {
    const { id } = await createRecord(stage.caller(), ruleSetRecords, {
      organisationId: house.organisationId,
      rules: [
        {
          code: 'associations',
          name: 'Associations : au plus 60 places par séance',
          scope: 'collectivity-type',
          scopeId: type('ASSOCIATION'),
          moments: ['request', 'placement'],
          outcome: 'refuse',
          priority: 0,
          conditions: { all: [{ fact: 'contact.performanceTotal', operator: 'greaterThan', value: 60 }] },
        },
      ],
    });
    await stage.owner.query(`update rule_set set state = 'published', effective_at = now() where id = $1`, [
      id,
    ]);
    const contactId = await contact('ASSOCIATION');
    const answers = await Promise.all(times((at) => refusal(place(contactId, at % 2 === 0 ? 2 : 1))));
    expect(new Set(answers)).toEqual(new Set([null, 'authorisation.refused']));
    const { held } = await has(contactId);
    expect([59, 60]).toContain(held); // the last two places may be one too many
    const school = await contact('ASSOCIATION');
    await Promise.all(times(() => refusal(request(school, 1))));
    expect(await has(school)).toEqual({ held: 0, requested: 60 });
    expect((await reasonsOf(request(school, 1)))[0]?.code).toBe('authorisation.rule');
  });
});
