import { describe, it } from '@jest/globals';
import fc from 'fast-check';
import {
  holdsStock,
  nextState,
  type OptionState,
  type OptionVerb,
  optionLife,
  optionVerbs,
  type RefusedFrom,
  ruleMoment,
} from '../../../rules/options/life.ts';
import {
  apply,
  counterOf,
  firm,
  limit,
  moveBetween,
  newStockRow,
  type StockRow,
  stockCounters,
  taken,
} from '../../../rules/stock/counters.ts';
import { must } from '../support/must.ts';
import { modelRuns, stepsPerRun } from '../support/steps.ts';

type Option = {
  state: OptionState;
  refusedFrom: RefusedFrom | null;
  lapsedFrom: OptionState | null;
  quantity: number;
  takesStock: boolean;
};

function requested(wanted: { quantity: number; takesStock: boolean }): Option {
  return { state: 'requested', refusedFrom: null, lapsedFrom: null, ...wanted };
}

/** One verb on one option of a house: the table says where it leads, the guarded row whether it may. */
function play(
  option: Option,
  verb: OptionVerb,
  row: StockRow,
): { option: Option; row: StockRow } | 'refused' {
  const { state } = option;
  const next = nextState(state, verb, option.refusedFrom, option.lapsedFrom);
  if (next === null) return 'refused';
  const move = moveBetween(holdsStock(state), holdsStock(next), option.quantity, option.takesStock);
  const after = apply(row, move);
  if (after === 'insufficient') return 'refused';
  const refusedFrom =
    verb === 'refuse' && (state === 'requested' || state === 'placed') ? state : option.refusedFrom;
  return {
    option: { ...option, state: next, refusedFrom, lapsedFrom: next === 'lapsed' ? state : null },
    row: after,
  };
}

describe('a house full of options', () => {
  it('counts every place where its option stands, whatever is done in whatever order', () => {
    const houses = fc.record({
      capacity: fc.integer({ min: 0, max: 40 }),
      overbooking: fc.nat(8),
      options: fc.array(fc.record({ quantity: fc.integer({ min: 1, max: 20 }), takesStock: fc.boolean() }), {
        minLength: 3,
        maxLength: 6,
      }),
      story: fc.array(fc.record({ who: fc.nat(5), verb: fc.constantFrom(...optionVerbs) }), {
        minLength: stepsPerRun,
        maxLength: stepsPerRun,
        size: 'max',
      }),
    });
    fc.assert(
      fc.property(houses, ({ capacity, overbooking, options: wanted, story }) => {
        let row = newStockRow(capacity, overbooking);
        const options = wanted.map(requested);
        for (const { who, verb } of story) {
          const index = who % options.length;
          const ended = optionLife[options[index]!.state].rows.length === 0;
          const option = ended ? requested(wanted[index]!) : options[index]!;
          const played = play(option, verb, row);
          if (played === 'refused') {
            expectMayBeRefused(option, verb);
            continue;
          }
          row = played.row;
          options[index] = played.option;
          expectCounted(row, options);
        }
      }),
      { numRuns: modelRuns },
    );
  });
});

/** Verbs that give seats back, and confirmations being cancelled, are never refused by the stock. */
function expectMayBeRefused(option: Option, verb: OptionVerb): void {
  const next = nextState(option.state, verb, option.refusedFrom, option.lapsedFrom);
  if (next === null) return;
  const asks = ruleMoment(option.state, verb, option.refusedFrom) !== null || verb === 'offer';
  must(asks, `${verb} is never refused by the stock`);
}

function expectCounted(row: StockRow, options: readonly Option[]): void {
  for (const counter of stockCounters) {
    const counted = options
      .filter((option) => counterOf(holdsStock(option.state), option.takesStock) === counter)
      .reduce((sum, option) => sum + option.quantity, 0);
    must(row[counter] === counted, `${counter} counts its options`);
  }
  must(taken(row) <= limit(row), 'taken <= limit');
  must(firm(row) <= row.capacity, 'firm <= capacity');
}
