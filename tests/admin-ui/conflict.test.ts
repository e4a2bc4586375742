import { describe, expect, it } from '@jest/globals';
import { differingFields, firstChoice, settled } from '../../admin-ui/frame/conflict/sides.ts';

const before = { name: 'La Cerisaie', quantity: 12, remark: null, names: { fr: 'a', en: 'b' }, days: [1, 2] };
const names = ['name', 'quantity', 'remark', 'names', 'days'] as const;

describe('two versions of one record', () => {
  it('differ only where they say different things', () => {
    const mine = { ...before, remark: '', names: { en: 'b', fr: 'a' } };
    expect(differingFields(names, { before, mine, theirs: before })).toEqual([]);
  });

  it('know who changed what', () => {
    const mine = { ...before, quantity: 20, remark: 'de ma part', days: [1, 2, 3] };
    const theirs = { ...before, quantity: 15, name: 'La Mouette' };
    const rows = differingFields(names, { before, mine, theirs });
    expect(rows.map(({ name, changedBy }) => [name, changedBy])).toEqual([
      ['name', 'theirs'],
      ['quantity', 'both'],
      ['remark', 'mine'],
      ['days', 'mine'],
    ]);
  });

  it('agree field by field', () => {
    const mine = { ...before, quantity: 20, remark: 'de ma part' };
    const theirs = { ...before, quantity: 15, name: 'La Mouette' };
    const rows = differingFields(names, { before, mine, theirs });
    expect(settled(mine, rows, firstChoice)).toEqual({ ...mine, name: 'La Mouette' });
    expect(settled(mine, rows, () => 'theirs')).toEqual(theirs);
    expect(settled(mine, rows, () => 'mine')).toEqual(mine);
  });
});
