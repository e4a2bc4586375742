import { describe, expect, it } from '@jest/globals';
import { optionStates } from '../../../rules/options/life.ts';
import {
  brokenGrants,
  extraLines,
  type OfferedLine,
  takenLines,
} from '../../../rules/options/product-lines.ts';
import { type ReleaseFacts, releaseScope } from '../../../rules/options/release-part.ts';
import { proposedFor } from '../../../rules/options/twins.ts';

const line = (id: string, more: Partial<OfferedLine> = {}): OfferedLine => ({
  id,
  role: 'mandatory',
  quantity: 1,
  per: null,
  rounding: null,
  performanceIds: [`at ${id}`],
  ...more,
});
const lines = [
  line('show'),
  line('other show', { quantity: 2, performanceIds: ['monday', 'tuesday'] }),
  line('programme', { role: 'optional' }),
  line('guide', { role: 'companion', per: 10, rounding: 'up' }),
];

describe('the lines of a product that is asked for', () => {
  it('are all mandatory ones, companions by their ratio, and the optional ones that are named', () => {
    const { taken, faults } = takenLines('package', lines, 11, [
      { productLineId: 'other show', performanceId: 'tuesday' },
      { productLineId: 'programme', quantity: 4 },
    ]);
    expect(faults).toEqual([]);
    expect(taken).toEqual([
      { productLineId: 'show', performanceId: 'at show', quantity: 11 },
      { productLineId: 'other show', performanceId: 'tuesday', quantity: 22 },
      { productLineId: 'programme', performanceId: 'at programme', quantity: 4 },
      { productLineId: 'guide', performanceId: 'at guide', quantity: 2 },
    ]);
  });

  it('need a choice where there are several, and no companion comes with too few', () => {
    expect(takenLines('package', lines, 3, []).faults).toEqual([{ path: 'lines', code: 'product.choice' }]);
    const few = [line('show'), line('parking', { role: 'companion', per: 4, rounding: 'down' })];
    expect(takenLines('package', few, 3, []).taken.map(({ productLineId }) => productLineId)).toEqual([
      'show',
    ]);
    expect(takenLines('package', few, 4, [{ productLineId: 'parking', quantity: 0 }]).taken).toHaveLength(1);
  });
});

describe('an extra choice', () => {
  const chosen = (performanceId: string | null, quantity: number | null = null) => ({
    productLineId: 'other show',
    performanceId,
    quantity,
  });
  const faultsOf = (kind: 'package' | 'season-ticket', ...wishes: Parameters<typeof takenLines>[3]) =>
    takenLines(kind, lines, 5, wishes).faults;

  it('takes a line of a season ticket once more, behind the others, for all units or fewer', () => {
    const { taken, faults } = takenLines('season-ticket', lines, 5, [chosen('monday'), chosen('tuesday', 3)]);
    expect(faults).toEqual([]);
    expect(taken).toEqual([
      { productLineId: 'show', performanceId: 'at show', quantity: 5 },
      { productLineId: 'other show', performanceId: 'monday', quantity: 10 },
      { productLineId: 'guide', performanceId: 'at guide', quantity: 1 },
      { productLineId: 'other show', performanceId: 'tuesday', quantity: 3 },
    ]);
    expect(taken.map((each) => extraLines(taken).has(each))).toEqual([false, false, false, true]);
  });

  it('is of season tickets, at a performance that is not taken yet, for no more than the units', () => {
    const monday = chosen('monday');
    expect(faultsOf('package', monday, chosen('tuesday'))).toEqual([
      { path: 'lines.1.productLineId', code: 'field.duplicate' },
    ]);
    expect(faultsOf('season-ticket', monday, monday)).toEqual([
      { path: 'lines.1.performanceId', code: 'field.duplicate' },
    ]);
    expect(faultsOf('season-ticket', monday, chosen(null))).toEqual([
      { path: 'lines.1.performanceId', code: 'product.choice' },
    ]);
    expect(faultsOf('season-ticket', monday, chosen('sunday'))).toEqual([
      { path: 'lines.1.performanceId', code: 'field.reference' },
    ]);
    expect(faultsOf('season-ticket', monday, chosen('tuesday', 11))).toEqual([
      { path: 'lines.1.quantity', code: 'field.tooLarge' },
    ]);
    expect(faultsOf('season-ticket', monday, { productLineId: 'guide' }, { productLineId: 'guide' })).toEqual(
      [{ path: 'lines.2.productLineId', code: 'field.duplicate' }],
    );
  });

  it('is granted within the units, or not at all, and breaks nothing', () => {
    const granted = (quantity: number) =>
      brokenGrants('season-ticket', [
        ...[6, 12, 0, 1].map((each, at) => ({ line: lines[at]!, quantity: each, extra: false })),
        { line: lines[1]!, quantity, extra: true },
      ]);
    expect([granted(0), granted(7), granted(13)]).toEqual([[], [], [4]]);
  });
});

describe('a grant', () => {
  const grant = (quantities: number[]) =>
    lines.map((each, at) => ({ line: each, quantity: quantities[at] ?? 0, extra: false }));

  it('of a package is for the same number of units in every mandatory line', () => {
    expect(brokenGrants('package', grant([6, 12, 0, 1]))).toEqual([]);
    expect(brokenGrants('package', grant([6, 11]))).toEqual([1]);
    expect(brokenGrants('season-ticket', grant([0, 12]))).toEqual([0, 1]);
    expect(brokenGrants('package', grant([6, 12, 7, 0]))).toEqual([2]);
    expect(brokenGrants('package', grant([10, 20, 0, 2]))).toEqual([3]);
  });

  it('of a visit may leave what it likes', () => {
    expect(brokenGrants('visit', grant([6, 0]))).toEqual([]);
  });
});

describe('the release of a part', () => {
  const facts: ReleaseFacts = {
    productKind: 'package',
    roles: ['optional'],
    insured: false,
    creditCents: 0,
    byTime: false,
  };
  it.each<[string, Partial<ReleaseFacts>, ReturnType<typeof releaseScope>]>([
    ['an optional line of a package goes alone', {}, { scope: 'part', because: null }],
    ['a mandatory one takes the package', { roles: ['mandatory'] }, { scope: 'whole', because: 'package' }],
    [
      'of seats any line goes alone',
      { productKind: null, roles: ['mandatory'] },
      { scope: 'part', because: null },
    ],
    ['an insured order goes whole', { insured: true }, { scope: 'whole', because: 'insured' }],
    [
      'time skips a contact in credit',
      { byTime: true, creditCents: 1 },
      { scope: 'skipped', because: 'credit' },
    ],
    ['a person does not', { roles: null, creditCents: 1 }, { scope: 'whole', because: null }],
    ['nor is no credit any', { roles: null, byTime: true }, { scope: 'whole', because: null }],
  ])('%s', (_told, more, scope) => {
    expect(releaseScope({ ...facts, ...more })).toEqual(scope);
  });
});

describe('twins', () => {
  it('are proposed what was done to the first, where their state allows it', () => {
    const proposed = (done: Parameters<typeof proposedFor>[1]) =>
      optionStates.filter((state) => proposedFor({ state, refusedFrom: null }, done) !== null);
    expect(proposed('place')).toEqual(['requested', 'waiting']);
    expect(proposed('refuse')).toEqual(['requested', 'placed']);
    expect(proposed('lapse')).toEqual(['placed', 'confirmed']);
    expect(proposed('confirm')).toEqual([]);
    expect(proposedFor({ state: 'requested', refusedFrom: null }, 'place-directly')).toBe('place');
  });
});
