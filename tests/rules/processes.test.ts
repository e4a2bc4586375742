import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { mailGuardProcessId, parseProcessId, processId, processKinds } from '../../rules/processes.ts';

describe('process ids', () => {
  it('are found from their row and lead back to it', () => {
    fc.assert(
      fc.property(fc.uuid(), (id) => {
        const parsed = Object.values(processId).map((make) => parseProcessId(make(id)));
        expect(parsed.map((process) => process?.id)).toEqual(parsed.map(() => id));
        expect(parsed.map((process) => process?.kind).toSorted()).toEqual([...processKinds].toSorted());
      }),
    );
  });

  it('keep the names of the design', () => {
    expect(processId.option('7')).toBe('option/7');
    expect(processId.waitingList('7')).toBe('waiting-list/7');
    expect(processId.webSalesBatch('7')).toBe('web-sales-batch/7');
  });

  it.each(['', 'option', 'option/', '/7', 'seat/7', 'option/7/8', mailGuardProcessId])(
    '%j is none of them',
    (text) => {
      expect(parseProcessId(text)).toBeNull();
    },
  );
});
