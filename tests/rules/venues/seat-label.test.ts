import { describe, expect, it } from '@jest/globals';
import { seatLabel } from '../../../rules/venues/seat-label.ts';

describe('the printed label of a seat', () => {
  it.each([
    [
      { zone: 'PLATEA', block: '', rowLabel: '3', number: '15' },
      'PLATEA - Rang 3 - Place 15',
      'PLATEA - Row 3 - Seat 15',
    ],
    [
      { zone: 'BALCON', block: 'FACE', rowLabel: 'A', number: '2' },
      'BALCON - FACE - Rang A - Place 2',
      'BALCON - FACE - Row A - Seat 2',
    ],
    [
      { zone: 'LOGES', block: 'LOGES', rowLabel: 'Loge 2', number: '5' },
      'LOGES - Loge 2 - Place 5',
      'LOGES - Loge 2 - Seat 5',
    ],
    [{ zone: '', block: '', rowLabel: '', number: '7' }, 'Place 7', 'Seat 7'],
  ])('%j', (seat, fr, en) => {
    expect(seatLabel('fr', seat)).toBe(fr);
    expect(seatLabel('en', seat)).toBe(en);
  });
});
