import { describe, expect, it } from '@jest/globals';
import { faultyLineName } from '../../admin-ui/options/option-record.ts';

const line = (seatCategoryName: string, productLineName: string | null = null) => ({
  seatCategoryName,
  productLineName,
});

describe('a faulty field of a line', () => {
  const lines = [line('Balcon'), line('Cat1', 'Soirée 1')];

  it('is told by the name of its line', () => {
    expect(faultyLineName(lines, 'lines.0.quantity')).toBe('Balcon');
    expect(faultyLineName(lines, 'lines.1.seatCategoryId')).toBe('Soirée 1');
  });

  it('is left as it is where there is no such line', () => {
    expect(faultyLineName(lines, 'lines.2.quantity')).toBeUndefined();
    expect(faultyLineName(lines, 'confirmationDueAt')).toBeUndefined();
  });
});
