import { describe, expect, it } from '@jest/globals';
import type { OptionRecord } from '../../admin-ui/options/option-record.ts';
import {
  boundLines,
  heldLines,
  namedLines,
  reachKey,
  reachOf,
} from '../../admin-ui/options/released-lines.ts';
import type { LineRole } from '../../rules/catalogue/product-kinds.ts';

type Line = OptionRecord['lines'][number];

function line(id: string, productLineRole: LineRole | null, quantity = 4): Line {
  const names = { performanceName: 'Le Cid', startsAt: '2016-01-10T19:00:00.000Z', timeZone: 'Europe/Paris' };
  const category = { seatCategoryId: 'k', seatCategoryCode: 'A', seatCategoryName: 'A' };
  const audience = {
    audienceSubcategoryId: null,
    audienceSubcategoryName: null,
    audienceCategoryName: null,
  };
  const places = { id: `${id}-places`, performanceId: 'p', ...category, ...audience, quantity };
  const own = {
    contingentId: 'c',
    contingentName: 'C',
    takesStock: true,
    priceCents: 0,
    seats: [],
    seatRows: [],
  };
  return {
    id,
    performanceId: 'p',
    productLineId: null,
    productLineName: null,
    productLineRole,
    eventKind: 'show',
    guide: null,
    requestedQuantity: quantity,
    minimumQuantity: null,
    ...names,
    ...category,
    ...audience,
    placed: quantity === 0 ? [] : [{ ...places, ...own }],
  };
}

const lines = [line('show', 'mandatory'), line('programme', 'optional'), line('guide', 'companion', 0)];
const forfait = { lines, productKind: 'package', insured: false } as const;

describe('what a release of some lines reaches, said beforehand', () => {
  it('counts only lines that hold something', () => {
    expect(heldLines(forfait).map(({ id }) => id)).toEqual(['show', 'programme']);
    expect(namedLines(forfait, ['guide', 'show']).map(({ id }) => id)).toEqual(['show']);
    expect(namedLines(forfait, null)).toHaveLength(2);
  });

  it('is these lines, all of the product with a mandatory one, or all of an insured order', () => {
    const told = (option: Parameters<typeof reachOf>[0]) =>
      [['programme'], ['show'], ['show', 'programme'], null].map((lineIds) =>
        reachKey(reachOf(option, lineIds), false),
      );
    expect(told(forfait)).toEqual([
      'optionActs.release.part',
      'optionActs.release.package',
      'optionActs.release.every',
      'optionActs.release.every',
    ]);
    expect(told({ ...forfait, insured: true }).slice(0, 2)).toEqual([
      'optionActs.release.insured',
      'optionActs.release.insured',
    ]);
  });

  it('is an extra choice alone, though its line is a mandatory one, as the API decides it', () => {
    const chosen = ['show', 'extra'].map((id) => ({ ...line(id, 'mandatory'), productLineId: 'choice' }));
    const ticket = { lines: chosen, productKind: 'season-ticket' as const, insured: false };
    expect(reachKey(reachOf(ticket, ['extra']), false)).toBe('optionActs.release.part');
    expect(reachKey(reachOf(ticket, ['show']), false)).toBe('optionActs.release.package');
    expect(boundLines(ticket, ticket.lines).map(({ id }) => id)).toEqual(['show']);
  });

  it('says that an order loses the lines, too', () => {
    expect(reachKey(reachOf(forfait, ['programme']), true)).toBe('optionActs.release.partOrdered');
    const seats = { ...forfait, productKind: null, lines: [line('a', null), line('b', null)] };
    expect(reachKey(reachOf(seats, ['a']), false)).toBe('optionActs.release.part');
  });
});
