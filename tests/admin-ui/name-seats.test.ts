import { describe, expect, it } from '@jest/globals';
import { nameSeats } from '../../admin-ui/contingents/name-seats.ts';

const share = (seatCategoryId: string, contingentId: string, seatIds: string[] | null, quantity = 0) => ({
  seatCategoryId,
  contingentId,
  quantity: seatIds === null ? quantity : null,
  percent: null,
  seatIds,
});
const seat = (id: string, seatCategoryId: string | null) => ({ id, seatCategoryId });

describe('seats named on the plan of a template', () => {
  it('make a share of each category, and leave those that are not sold', () => {
    const seats = [seat('a', 'CAT1'), seat('b', 'CAT2'), seat('c', 'CAT1'), seat('d', null)];
    expect(nameSeats([], seats, 'ECOLES')).toEqual([
      share('CAT1', 'ECOLES', ['a', 'c']),
      share('CAT2', 'ECOLES', ['b']),
    ]);
  });

  it('stand in one share only: given elsewhere they leave the first, which goes when it is empty', () => {
    const before = [share('CAT1', 'ECOLES', ['a', 'b']), share('CAT1', 'PRESSE', ['c'])];
    expect(nameSeats(before, [seat('a', 'CAT1')], 'PRESSE')).toEqual([
      share('CAT1', 'ECOLES', ['b']),
      share('CAT1', 'PRESSE', ['c', 'a']),
    ]);
    expect(nameSeats(before, [seat('c', 'CAT1')], 'ECOLES')).toEqual([
      share('CAT1', 'ECOLES', ['a', 'b', 'c']),
    ]);
  });

  it('take the place of an amount, and amounts of others stay', () => {
    const before = [share('CAT1', 'ECOLES', null, 40), share('CAT2', 'ECOLES', null, 10)];
    expect(nameSeats(before, [seat('a', 'CAT1')], 'ECOLES')).toEqual([
      share('CAT1', 'ECOLES', ['a']),
      share('CAT2', 'ECOLES', null, 10),
    ]);
  });

  it('given back to the rest are named no more', () => {
    const before = [share('CAT1', 'ECOLES', ['a', 'b']), share('CAT2', 'ECOLES', null, 10)];
    expect(nameSeats(before, [seat('a', 'CAT1'), seat('b', 'CAT1')], null)).toEqual([
      share('CAT2', 'ECOLES', null, 10),
    ]);
  });
});
