import { describe, expect, it } from '@jest/globals';
import {
  builtVerbs,
  holdsStock,
  isBuiltVerb,
  lifeRow,
  nextState,
  type OptionState,
  type OptionVerb,
  optionBirths,
  optionLife,
  optionStates,
  optionVerbs,
  ruleMoment,
} from '../../../rules/options/life.ts';

/** The table of the design, written a second time: state, verb, next state, T when time may do it too. */
const table: readonly (readonly [OptionState, OptionVerb, OptionState | 'refusedFrom', 'T' | ''])[] = [
  ['requested', 'change', 'requested', ''],
  ['requested', 'place', 'placed', ''],
  ['requested', 'refuse', 'refused', ''],
  ['requested', 'withdraw', 'withdrawn', ''],
  ['requested', 'expire', 'lapsed', 'T'],
  ['requested', 'cancel-performance', 'cancelled', ''],
  ['placed', 'place', 'placed', ''],
  ['placed', 'extend', 'placed', ''],
  ['placed', 'refuse', 'refused', ''],
  ['placed', 'confirm', 'confirmed', ''],
  ['placed', 'lapse', 'lapsed', 'T'],
  ['placed', 'withdraw', 'withdrawn', ''],
  ['placed', 'cancel-performance', 'cancelled', ''],
  ['placed', 'change-configuration', 'requested', ''],
  ['refused', 'cancel-refusal', 'refusedFrom', ''],
  ['refused', 'wait', 'waiting', ''],
  ['refused', 'confirm-refusal', 'declined', 'T'],
  ['refused', 'withdraw', 'withdrawn', ''],
  ['refused', 'cancel-performance', 'cancelled', ''],
  ['waiting', 'offer', 'offered', 'T'],
  ['waiting', 'place', 'placed', ''],
  ['waiting', 'leave-waiting', 'refused', ''],
  ['waiting', 'withdraw', 'withdrawn', ''],
  ['waiting', 'expire', 'declined', 'T'],
  ['waiting', 'cancel-performance', 'cancelled', ''],
  ['offered', 'accept', 'placed', ''],
  ['offered', 'decline', 'waiting', ''],
  ['offered', 'lapse-offer', 'waiting', 'T'],
  ['offered', 'withdraw', 'withdrawn', ''],
  ['offered', 'cancel-performance', 'cancelled', ''],
  ['offered', 'change-configuration', 'waiting', ''],
  ['confirmed', 'cancel-confirmation', 'placed', ''],
  ['confirmed', 'extend', 'confirmed', ''],
  ['confirmed', 'firm', 'firm', ''],
  ['confirmed', 'resume', 'resumed', ''],
  ['confirmed', 'lapse', 'lapsed', 'T'],
  ['confirmed', 'cancel', 'cancelled', ''],
  ['confirmed', 'cancel-performance', 'cancelled', ''],
  ['firm', 'extend', 'firm', ''],
  ['firm', 'resume', 'resumed', ''],
  ['firm', 'cancel', 'cancelled', ''],
  ['firm', 'cancel-performance', 'cancelled', ''],
  ['resumed', 'cancel', 'cancelled', ''],
  ['lapsed', 'reinstate', 'placed', ''],
  ['declined', 'cancel-confirmation', 'refused', ''],
];

const pairs = optionStates.flatMap((state) => optionVerbs.map((verb) => ({ state, verb })));

describe('the life of an option', () => {
  it.each(table)('%s, %s -> %s', (state, verb, next, time) => {
    expect(lifeRow(state, verb)).toMatchObject({ to: next, byTime: time === 'T' });
    for (const refusedFrom of ['requested', 'placed'] as const) {
      expect(nextState(state, verb, refusedFrom, 'placed')).toBe(next === 'refusedFrom' ? refusedFrom : next);
    }
  });

  it('has no other arrow', () => {
    const known = new Set(table.map(([state, verb]) => `${state} ${verb}`));
    const others = pairs.filter(({ state, verb }) => !known.has(`${state} ${verb}`));
    expect(others.filter(({ state, verb }) => nextState(state, verb, 'placed', 'placed') !== null)).toEqual(
      [],
    );
    expect(others.length + table.length).toBe(optionStates.length * optionVerbs.length);
  });

  it('begins with a request, a copy of one, a direct placement or a remainder', () => {
    expect(optionBirths).toEqual({
      request: 'requested',
      duplicate: 'requested',
      'place-directly': 'placed',
      split: 'waiting',
    });
  });

  it.each([
    ['nothing', ['requested', 'refused', 'waiting', 'lapsed', 'declined', 'withdrawn', 'cancelled']],
    ['held', ['placed', 'offered']],
    ['ordered', ['confirmed', 'firm']],
    ['sold', ['resumed']],
  ] as const)('takes %s from the stock in %j', (effect, states) => {
    expect(optionStates.filter((state) => holdsStock(state) === effect)).toEqual(states);
  });

  it('returns a cancelled refusal to where it came from, and nowhere when that is unknown', () => {
    expect(nextState('refused', 'cancel-refusal', 'requested')).toBe('requested');
    expect(nextState('refused', 'cancel-refusal', 'placed')).toBe('placed');
    expect(nextState('refused', 'cancel-refusal', null)).toBeNull();
  });

  it('reinstates only what lapsed from placed or confirmed', () => {
    const from = (lapsedFrom: OptionState | null) => nextState('lapsed', 'reinstate', null, lapsedFrom);
    expect(from('placed')).toBe('placed');
    expect(from('confirmed')).toBe('placed');
    expect(from('requested')).toBeNull();
    expect(from(null)).toBeNull();
  });

  it('leaves withdrawn and cancelled options alone', () => {
    expect(optionLife.withdrawn.rows).toEqual([]);
    expect(optionLife.cancelled.rows).toEqual([]);
  });

  it('wants a motive to cancel a firm option, and a counter-operation for a sold one', () => {
    const cancels = optionStates.map((state) => lifeRow(state, 'cancel')).filter((row) => row !== null);
    expect(cancels.map(({ needsReason, through }) => [needsReason, through])).toEqual([
      [false, 'option'],
      [true, 'option'],
      [false, 'order'],
    ]);
  });

  it('agrees on a date, and opens lapsed and declined options again, only before the performance', () => {
    const late = pairs.filter(({ state, verb }) => lifeRow(state, verb)?.beforePerformance);
    expect(late).toEqual([
      { state: 'placed', verb: 'extend' },
      { state: 'confirmed', verb: 'extend' },
      { state: 'firm', verb: 'extend' },
      { state: 'lapsed', verb: 'reinstate' },
      { state: 'declined', verb: 'cancel-confirmation' },
    ]);
  });

  it('asks the rules at request, placement and confirmation, never when seats are given back', () => {
    const asked = pairs.flatMap(({ state, verb }) => {
      const moment = lifeRow(state, verb) === null ? null : ruleMoment(state, verb, 'placed');
      return moment === null ? [] : [`${state} ${verb} ${moment}`];
    });
    expect(asked).toEqual([
      'requested change request',
      'requested place placement',
      'placed place placement',
      'placed confirm confirmation',
      'refused cancel-refusal placement',
      'waiting place placement',
      'lapsed reinstate placement',
    ]);
    expect(ruleMoment('refused', 'cancel-refusal', 'requested')).toBeNull();
    expect(ruleMoment(null, 'request', null)).toBe('request');
    expect(ruleMoment(null, 'place-directly', null)).toBe('placement');
  });

  it('asks the rules at every arrow into placed from a state that holds nothing, and only there among those', () => {
    for (const { state, verb } of pairs) {
      if (nextState(state, verb, 'placed', 'placed') !== 'placed' || state === 'placed') continue;
      const expected = holdsStock(state) === 'nothing' ? 'placement' : null;
      expect([state, verb, ruleMoment(state, verb, 'placed')]).toEqual([state, verb, expected]);
    }
  });

  it('names the verbs that are built', () => {
    expect(optionVerbs.filter(isBuiltVerb).toSorted()).toEqual([...builtVerbs].toSorted());
    expect(isBuiltVerb('offer')).toBe(false);
  });
});
