import { describe, expect, it } from '@jest/globals';
import { freeName } from '../../admin-ui/frame/free-name.ts';
import { readProblem } from '../../admin-ui/provider/problem.ts';

const row = (eventName: string, seatCategoryName: string, contingentName: string) => ({
  performanceId: `performance of ${eventName}`,
  eventName,
  seatCategoryId: `id of ${seatCategoryName}`,
  seatCategoryName,
  contingentId: `id of ${contingentName}`,
  contingentName,
  free: 0,
});

function names(...rows: readonly object[]): (string | null)[] {
  const { free } = readProblem(409, { code: 'stock.insufficient', free: rows });
  return free.map((each) => freeName(each, free));
}

describe('places that are free', () => {
  it('are named by their category', () => {
    expect(names(row('Le Cid', 'Balcon', 'Groupes'), row('Le Cid', 'Orchestre', 'Groupes'))).toEqual([
      'Balcon',
      'Orchestre',
    ]);
  });

  it('are told apart by contingent and by event', () => {
    expect(names(row('Le Cid', 'Balcon', 'Groupes'), row('Le Cid', 'Balcon', 'Écoles'))).toEqual([
      'Balcon – Groupes',
      'Balcon – Écoles',
    ]);
    expect(names(row('Le Cid', 'Balcon', 'Groupes'), row('Médée', 'Balcon', 'Groupes'))).toEqual([
      'Balcon – Le Cid',
      'Balcon – Médée',
    ]);
  });

  it('of an answer without names have none', () => {
    expect(names({ seatCategoryId: 'b', free: 3 })).toEqual([null]);
  });
});
