import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { RequestInput } from '../../../activities/options/new-option.ts';
import { placeDirectly } from '../../../activities/options/place-directly.ts';
import { requestOption } from '../../../activities/options/request-option.ts';
import {
  holdsStock,
  lifeRow,
  nextState,
  type OptionState,
  optionStates,
  type RefusedFrom,
} from '../../../rules/options/life.ts';
import { inDays, Stage, type Theatre } from './support/stage.ts';
import { type ActingVerb, actingVerbs, acts, refusal } from './support/verbs.ts';

/** A place of the table: the verbs that lead there and, for states whose verbs are still to be built, what the row becomes. */
type Corner = {
  state: OptionState;
  refusedFrom: RefusedFrom | null;
  lapsedFrom?: OptionState;
  by: readonly ActingVerb[];
  becomes?: OptionState;
};

const corners: readonly Corner[] = [
  { state: 'requested', refusedFrom: null, by: [] },
  { state: 'placed', refusedFrom: null, by: ['place'] },
  { state: 'refused', refusedFrom: 'requested', by: ['refuse'] },
  { state: 'refused', refusedFrom: 'placed', by: ['place', 'refuse'] },
  { state: 'waiting', refusedFrom: 'requested', by: ['refuse', 'wait'] },
  { state: 'waiting', refusedFrom: 'placed', by: ['place', 'refuse', 'wait'] },
  { state: 'offered', refusedFrom: null, by: ['place'], becomes: 'offered' },
  { state: 'confirmed', refusedFrom: null, by: ['place', 'confirm'] },
  { state: 'firm', refusedFrom: null, by: ['place', 'confirm', 'firm'] },
  { state: 'resumed', refusedFrom: null, by: ['place', 'confirm'], becomes: 'resumed' },
  { state: 'lapsed', refusedFrom: null, lapsedFrom: 'requested', by: ['expire'] },
  { state: 'lapsed', refusedFrom: null, lapsedFrom: 'placed', by: ['place', 'lapse'] },
  { state: 'lapsed', refusedFrom: null, lapsedFrom: 'confirmed', by: ['place', 'confirm', 'lapse'] },
  { state: 'declined', refusedFrom: 'requested', by: ['refuse', 'confirm-refusal'] },
  { state: 'declined', refusedFrom: 'placed', by: ['place', 'refuse', 'confirm-refusal'] },
  { state: 'withdrawn', refusedFrom: null, by: ['withdraw'] },
  { state: 'cancelled', refusedFrom: null, by: ['place', 'confirm', 'cancel'] },
];

const places = 7;

/** A date is recorded as past by who finds it past. */
function callerOf(verb: ActingVerb) {
  return verb === 'expire' ? stage.caller({ now: inDays(61) }) : stage.caller();
}

/** Where a verb leads from a corner; null: nowhere, or through the order only. */
function leadsTo({ state, refusedFrom, lapsedFrom }: Corner, verb: ActingVerb): OptionState | null {
  return lifeRow(state, verb)?.through === 'order'
    ? null
    : nextState(state, verb, refusedFrom, lapsedFrom ?? null);
}

let stage: Stage;
let house: Theatre;

beforeAll(async () => {
  stage = await Stage.open();
  house = await stage.theatre();
});
afterAll(() => stage.close());

async function reach(corner: Corner): Promise<{ optionId: string; request: RequestInput }> {
  const performanceId = await stage.performance(house, { stock: [{ capacity: 20 }] });
  const lines = [{ seatCategoryId: house.categories.CAT1, quantity: places }];
  const request = { contactId: await stage.contact(), performanceId, lines };
  const { id: optionId } = await requestOption(stage.caller(), request);
  for (const verb of corner.by) await acts[verb](callerOf(verb), { optionId }, request);
  const { becomes } = corner;
  if (becomes !== undefined) {
    await stage.owner.query('update seat_option set state = $2 where id = $1', [optionId, becomes]);
  }
  if (becomes === 'resumed') {
    await stage.owner.query(`update claim set counter = 'sold' where source_id = $1`, [optionId]);
    await stage.owner.query('update stock set ordered = 0, sold = ordered where performance_id = $1', [
      performanceId,
    ]);
  }
  await stage.wakeUps();
  return { optionId, request };
}

async function counters(performanceId: string) {
  const { rows } = await stage.owner.query<Record<'held' | 'ordered' | 'sold', number>>(
    'select sum(held)::int as held, sum(ordered)::int as ordered, sum(sold)::int as sold from stock where performance_id = $1',
    [performanceId],
  );
  return rows[0]!;
}

const cases = corners.flatMap((corner) => actingVerbs.map((verb) => ({ corner, verb })));
const told = ({ corner, verb }: (typeof cases)[number]) => {
  const to = leadsTo(corner, verb);
  const from = corner.refusedFrom === null ? corner.state : `${corner.state} (from ${corner.refusedFrom})`;
  return `${verb} on ${from}, by ${corner.by.join(', ') || 'request'}: ${to ?? 'not possible'}`;
};

describe('the life of an option on PostgreSQL', () => {
  it('is tried from every state of the table', () => {
    expect(new Set(corners.map((corner) => corner.state))).toEqual(new Set(optionStates));
  });

  it.each(cases.map((each) => [told(each), each] as const))('%s', async (_name, { corner, verb }) => {
    const { optionId, request } = await reach(corner);
    const to = leadsTo(corner, verb);
    const before = await stage.option(optionId);
    const told = (await stage.history(optionId)).length;
    const stock = await counters(request.performanceId);
    const letters = await stage.letters(optionId);
    const reason = 'À la demande du contact';
    const act = acts[verb](callerOf(verb), { optionId, reason }, request);

    if (to === null) {
      expect(await refusal(act)).toBe('option.state');
      expect(await stage.option(optionId)).toEqual(before);
      expect(await stage.history(optionId)).toHaveLength(told);
      expect(await counters(request.performanceId)).toEqual(stock);
      expect(await stage.letters(optionId)).toEqual(letters);
      expect(await stage.wakeUps()).toEqual([]);
      return;
    }

    const answer = await act;
    expect([answer.state, answer.version]).toEqual([to, before.version + 1]);
    const after = await stage.option(optionId);
    expect([after.state, after.version]).toEqual([to, before.version + 1]);
    const history = await stage.history(optionId);
    expect(history).toHaveLength(told + 1);
    const last = history.find((row) => row.verb === verb && row.reason === reason);
    expect(last).toMatchObject({ actor: 'Camille Essai' });
    if (verb !== 'change') expect([last?.before?.state, last?.after?.state]).toEqual([corner.state, to]);
    const effect = holdsStock(to);
    expect(await counters(request.performanceId)).toEqual({
      held: effect === 'held' ? places : 0,
      ordered: effect === 'ordered' ? places : 0,
      sold: effect === 'sold' ? places : 0,
    });
    expect(after.placed_quantity).toBe(effect === 'nothing' ? 0 : places);
    // Until it is decided an option waits for time as well; everything else waits for a person.
    expect(after.next_action_at !== null).toBe(['requested', 'placed', 'refused', 'waiting'].includes(to));
    expect(after.order_id !== null).toBe(to === 'confirmed' || to === 'firm' || to === 'resumed');
    const woken = await stage.wakeUps();
    expect(woken).toContain(`option/${optionId}`);
    const owed = (await stage.letters(optionId)).slice(letters.length);
    expect(woken.filter((process) => process.startsWith('letter/'))).toEqual(
      expect.arrayContaining(owed.map((letter) => `letter/${letter.id}`)),
    );
  });

  it('begins with a request that takes nothing, or with a placement that holds at once', async () => {
    const performanceId = await stage.performance(house);
    const lines = [{ seatCategoryId: house.categories.CAT1, quantity: 3 }];
    const input = { contactId: await stage.contact(), performanceId, lines };
    const requested = await requestOption(stage.caller(), input);
    expect(requested).toMatchObject({ state: 'requested', version: 1, confirmationDueAt: null });
    expect(await stage.counted(performanceId)).toEqual({ held: 0, ordered: 0, tentative: 0 });
    const direct = await placeDirectly(stage.caller(), input);
    expect(direct.state).toBe('placed');
    expect(await stage.counted(performanceId)).toEqual({ held: 3, ordered: 0, tentative: 0 });
    expect((await stage.history(requested.id)).map((row) => [row.verb, row.before])).toEqual([
      ['request', null],
    ]);
    expect((await stage.history(direct.id)).map((row) => [row.verb, row.before])).toEqual([
      ['place-directly', null],
    ]);
    expect(await stage.wakeUps()).toEqual([`option/${requested.id}`, `option/${direct.id}`].toSorted());
  });
});
