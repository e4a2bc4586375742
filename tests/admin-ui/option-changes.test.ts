import { describe, expect, it } from '@jest/globals';
import { optionChanges } from '../../admin-ui/options/option-changes.ts';

const seats = (quantity: number, performanceId = 'p1') => ({
  seatCategoryId: 'stalls',
  audienceSubcategoryId: 'pupil',
  requestedQuantity: 18,
  placed:
    quantity === 0
      ? []
      : [{ performanceId, seatCategoryId: 'stalls', audienceSubcategoryId: 'pupil', quantity }],
});
const due = ['2026-11-27T17:00:00.000Z', '2026-12-08T17:00:00.000Z'] as const;
const pupils = { kind: 'quantity', seatCategoryId: 'stalls', audienceSubcategoryId: 'pupil' };

describe('what an event changed of an option', () => {
  it('is nothing when it stands as it stood', () => {
    const side = { state: 'placed', confirmationDueAt: due[0], lines: [seats(18)] };
    const written = { ...side, confirmationDueAt: '2026-11-27T17:00:00+00:00' };
    expect(optionChanges({ before: side, after: written })).toEqual([]);
  });

  it('tells seats, due date and performance of a placement that was changed', () => {
    const changes = optionChanges({
      before: { state: 'placed', confirmationDueAt: due[0], lines: [seats(18)] },
      after: { state: 'placed', confirmationDueAt: due[1], lines: [seats(17, 'p2')] },
    });
    expect(changes).toEqual([
      { kind: 'performance', from: 'p1', to: 'p2' },
      { ...pupils, from: 18, to: 17 },
      { kind: 'confirmationDueAt', from: due[0], to: due[1] },
    ]);
  });

  it('tells what a first placement placed, not what was asked for', () => {
    const changes = optionChanges({
      before: { state: 'requested', confirmationDueAt: null, lines: [seats(0)] },
      after: { state: 'placed', confirmationDueAt: due[0], lines: [seats(17)] },
    });
    expect(changes).toEqual([
      { kind: 'state', from: 'requested', to: 'placed' },
      { ...pupils, from: 0, to: 17 },
      { kind: 'confirmationDueAt', from: null, to: due[0] },
    ]);
  });

  it('tells what a request asks for', () => {
    const changes = optionChanges({ before: null, after: { state: 'requested', lines: [seats(0)] } });
    expect(changes).toEqual([{ ...pupils, from: 0, to: 18 }]);
  });

  it('tells the places a cancelled performance takes, and what the option stands for then', () => {
    const changes = optionChanges({
      before: { state: 'placed', placedQuantity: 8, startsAt: due[0] },
      after: { state: 'placed', placedQuantity: 4, startsAt: due[1] },
    });
    expect(changes).toEqual([
      { kind: 'startsAt', from: due[0], to: due[1] },
      { kind: 'placedQuantity', from: 8, to: 4 },
    ]);
  });

  it('tells nothing of what it does not know', () => {
    expect(optionChanges({ before: null, after: 'moved' })).toEqual([]);
  });
});
