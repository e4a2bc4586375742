import { describe, expect, it } from '@jest/globals';
import { seatGroups } from '../../../rules/venues/seat-groups.ts';

const inRow = (rowLabel: string, numbers: readonly string[], zone = 'PLATEA') =>
  numbers.map((number) => ({ zone, block: '', rowLabel, number }));

describe('seats told row by row', () => {
  it('are told by their first and last where they follow one another', () => {
    const seats = [...inRow('F', ['14', '12', '13', '15']), ...inRow('G', ['3', '4', '5', '9'])];
    expect(seatGroups('fr', seats)).toEqual([
      'PLATEA - Rang F - Places 12 à 15',
      'PLATEA - Rang G - Places 3 à 5 et 9',
    ]);
    expect(seatGroups('en', seats)[0]).toBe('PLATEA - Row F - Seats 12 to 15');
  });

  it('are odd or even where the numbers run out from the centre', () => {
    expect(seatGroups('fr', inRow('3', ['11', '13', '15', '17']))).toEqual([
      'PLATEA - Rang 3 - Places 11 à 17 impaires',
    ]);
    expect(seatGroups('en', inRow('3', ['2', '4', '6', '10']))).toEqual([
      'PLATEA - Row 3 - Seats 2 to 6 even and 10',
    ]);
  });

  it('are told one by one where that is as short, or where they are no numbers', () => {
    expect(seatGroups('fr', inRow('Loge 2', ['5']))).toEqual(['PLATEA - Loge 2 - Place 5']);
    expect(seatGroups('fr', inRow('A', ['1', '2', 'B1']))).toEqual(['PLATEA - Rang A - Places 1, 2 et B1']);
    expect(seatGroups('fr', [])).toEqual([]);
  });
});
