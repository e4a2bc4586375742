import { describe, expect, it } from '@jest/globals';
import { tellReason } from '../../../rules/messages/format.ts';
import { type AllowedActionFacts, allowedActions } from '../../../rules/options/allowed-actions.ts';
import { type OptionState, optionStates } from '../../../rules/options/life.ts';
import { rolePresets } from '../../../rules/organisation/role-presets.ts';

const start = '2016-01-10T19:00:00.000Z';

function actions(state: OptionState, more: Partial<AllowedActionFacts> = {}) {
  return allowedActions({
    state,
    refusedFrom: 'placed',
    lapsedFrom: 'confirmed',
    firstPerformanceStartsAt: start,
    now: '2015-07-23T14:00:00.000Z',
    rights: rolePresets.operator,
    ...more,
  });
}

function allowed(state: OptionState, more: Partial<AllowedActionFacts> = {}): string[] {
  return actions(state, more)
    .filter((action) => action.allowed)
    .map((action) => action.verb);
}

const buttons: Readonly<Record<OptionState, readonly string[]>> = {
  requested: ['change', 'place', 'refuse', 'withdraw'],
  placed: ['place', 'extend', 'refuse', 'confirm', 'lapse', 'withdraw'],
  refused: ['cancel-refusal', 'confirm-refusal', 'withdraw', 'wait'],
  waiting: ['place', 'withdraw', 'leave-waiting'],
  offered: ['withdraw'],
  confirmed: ['extend', 'cancel-confirmation', 'lapse', 'firm', 'cancel', 'resume'],
  firm: ['extend', 'cancel', 'resume'],
  resumed: [],
  lapsed: ['reinstate'],
  declined: ['cancel-confirmation'],
  withdrawn: [],
  cancelled: [],
};

describe('what an operator may do', () => {
  it.each(optionStates)('with an option that is %s', (state) => {
    expect(allowed(state).toSorted()).toEqual([...buttons[state]].toSorted());
  });

  it.each(optionStates)('shows every built verb with its reason when %s forbids it', (state) => {
    const all = actions(state);
    expect(all.map((action) => action.verb)).toEqual([
      'change',
      'place',
      'extend',
      'refuse',
      'cancel-refusal',
      'confirm',
      'cancel-confirmation',
      'confirm-refusal',
      'lapse',
      'withdraw',
      'wait',
      'leave-waiting',
      'firm',
      'cancel',
      'reinstate',
      'expire',
      'resume',
    ]);
    for (const action of all) {
      expect(action.allowed).toBe(action.reasons.length === 0);
      for (const reason of action.reasons) {
        expect(tellReason('fr', reason).message).not.toMatch(/[{}—]/);
        expect(tellReason('en', reason).message).not.toMatch(/[{}—]/);
      }
    }
  });

  it('leaves out what the operator has no right for', () => {
    expect(actions('placed', { rights: [] })).toEqual([]);
    const only = actions('placed', { rights: ['options.seats.order:execute'] });
    expect(only.map((action) => action.verb)).toEqual(['confirm', 'confirm-refusal']);
    expect(actions('placed', { rights: ['options.seats.order:execute'], kind: 'product' })).toEqual([]);
  });

  it('places, confirms and opens nothing again once the performance has started, but still gives back', () => {
    const past = { now: start };
    expect(allowed('requested', past)).toEqual(['change', 'refuse', 'withdraw', 'expire']);
    expect(allowed('placed', past)).toEqual(['refuse', 'lapse', 'withdraw']);
    expect(allowed('waiting', past)).toEqual(['withdraw', 'leave-waiting', 'expire']);
    expect(allowed('lapsed', past)).toEqual([]);
    expect(allowed('declined', past)).toEqual([]);
    expect(allowed('confirmed', past)).toEqual(['cancel-confirmation', 'lapse', 'firm', 'cancel', 'resume']);
    expect(allowed('refused', past)).toEqual(['confirm-refusal', 'withdraw', 'wait']);
    expect(allowed('refused', { ...past, refusedFrom: 'requested' })).toContain('cancel-refusal');
    const confirm = actions('placed', { ...past, timeZone: 'Europe/Paris' }).find(
      (action) => action.verb === 'confirm',
    );
    expect(confirm?.reasons).toEqual([
      { code: 'performance.past', values: { startsAt: start, timeZone: 'Europe/Paris' } },
    ]);
    expect(allowed('placed', { now: '2016-01-10T18:59:59.999Z' })).toContain('confirm');
  });

  it('reinstates only what lapsed while it was placed or validated', () => {
    expect(allowed('lapsed', { lapsedFrom: 'placed' })).toEqual(['reinstate']);
    expect(allowed('lapsed', { lapsedFrom: 'requested' })).toEqual([]);
    expect(allowed('lapsed', { lapsedFrom: null })).toEqual([]);
  });

  it('cancels what is firm with a right of its own, and what is paid through its order only', () => {
    const rights = rolePresets.operator.filter(
      (right) => right !== 'options.seats.firm-cancellation:execute',
    );
    expect(actions('firm', { rights }).map(({ verb }) => verb)).not.toContain('cancel');
    expect(allowed('confirmed', { rights })).toContain('cancel');
    const paid = actions('resumed').find(({ verb }) => verb === 'cancel');
    expect(paid?.reasons).toEqual([{ code: 'order.counterOperation', values: {} }]);
  });

  it('records that a date is past only once it is', () => {
    const early = actions('requested', { timeZone: 'Europe/Paris' }).find(({ verb }) => verb === 'expire');
    expect(early?.reasons).toEqual([
      { code: 'performance.ahead', values: { startsAt: start, timeZone: 'Europe/Paris' } },
    ]);
  });

  it('keeps a validation whose order is in a basket', () => {
    expect(allowed('confirmed', { orderLocked: true })).toEqual(['extend']);
    const locked = actions('confirmed', { orderLocked: true }).find(
      (action) => action.verb === 'cancel-confirmation',
    );
    expect(locked?.reasons).toEqual([{ code: 'order.locked', values: {} }]);
  });
});
