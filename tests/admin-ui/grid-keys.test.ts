import { describe, expect, it } from '@jest/globals';
import { pastedCells, placeAfter } from '../../admin-ui/frame/grid/grid-keys.ts';

const here = { row: 2, column: 3 };
const press = (key: string, more: { shiftKey?: boolean; atStart?: boolean; atEnd?: boolean } = {}) =>
  placeAfter({ key, shiftKey: false, atStart: false, atEnd: false, ...more }, here);

describe('the keys of a grid', () => {
  it('move as in a spreadsheet', () => {
    expect(press('ArrowUp')).toEqual({ row: 1, column: 3 });
    expect(press('ArrowDown')).toEqual({ row: 3, column: 3 });
    expect(press('Enter')).toEqual({ row: 3, column: 3 });
    expect(press('Enter', { shiftKey: true })).toEqual({ row: 1, column: 3 });
  });

  it('leave a cell sideways only from the edge of what is typed', () => {
    expect(press('ArrowLeft')).toBeNull();
    expect(press('ArrowRight')).toBeNull();
    expect(press('ArrowLeft', { atStart: true })).toEqual({ row: 2, column: 2 });
    expect(press('ArrowRight', { atEnd: true })).toEqual({ row: 2, column: 4 });
    expect(press('a', { atStart: true, atEnd: true })).toBeNull();
  });
});

describe('a table copied from a spreadsheet', () => {
  it('is cells by row', () => {
    expect(pastedCells('12,50\t10,00\r\n 8 \t\r\n')).toEqual([
      ['12,50', '10,00'],
      ['8', ''],
    ]);
    expect(pastedCells('1\n2')).toEqual([['1'], ['2']]);
  });

  it('of one value is pasted as any text', () => {
    expect(pastedCells('12,50')).toBeNull();
    expect(pastedCells('12,50\n')).toBeNull();
  });
});
