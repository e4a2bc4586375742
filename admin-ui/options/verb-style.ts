import type { OptionState, OptionVerb } from '../../rules/options/life.ts';
import type { TextKey } from '../messages/use-text.ts';

/** The order of the buttons: first what moves an option on, last what ends it. */
const order: readonly OptionVerb[] = [
  'place',
  'confirm',
  'resume',
  'extend',
  'cancel-refusal',
  'confirm-refusal',
  'wait',
  'leave-waiting',
  'firm',
  'reinstate',
  'cancel-confirmation',
  'change',
  'refuse',
  'cancel',
  'lapse',
  'expire',
  'withdraw',
];

/** The next step of an option in this state: the one button that stands out. */
const main: Readonly<Partial<Record<OptionState, OptionVerb>>> = {
  requested: 'place',
  placed: 'confirm',
  refused: 'confirm-refusal',
  waiting: 'place',
  lapsed: 'reinstate',
  confirmed: 'resume',
  firm: 'resume',
};

/** Gives seats back or says no: asked for twice, in red. */
const destructive: readonly OptionVerb[] = ['refuse', 'withdraw', 'lapse', 'cancel-confirmation', 'cancel'];

/** Where a verb stands among the buttons: the next step of this state is the first of them. */
export function verbRank(state: OptionState, verb: OptionVerb): number {
  if (isMainVerb(state, verb)) return -1;
  const rank = order.indexOf(verb);
  return rank === -1 ? order.length : rank;
}

export function isMainVerb(state: OptionState, verb: OptionVerb): boolean {
  return main[state] === verb;
}

export function isDestructive(verb: OptionVerb): boolean {
  return destructive.includes(verb);
}

/** What a verb does and who decides it, said on its button and in its dialog. */
export const explained: Readonly<Partial<Record<OptionVerb, TextKey>>> = {
  extend: 'optionActs.explain.extend',
  refuse: 'optionActs.explain.refuse',
  withdraw: 'optionActs.explain.withdraw',
  confirm: 'optionActs.explain.confirm',
  'cancel-refusal': 'optionActs.explain.cancel-refusal',
  'confirm-refusal': 'optionActs.explain.confirm-refusal',
  'cancel-confirmation': 'optionActs.explain.cancel-confirmation',
  lapse: 'optionActs.explain.lapse',
  wait: 'optionActs.explain.wait',
  'leave-waiting': 'optionActs.explain.leave-waiting',
  firm: 'optionActs.explain.firm',
  cancel: 'optionActs.explain.cancel',
  reinstate: 'optionActs.explain.reinstate',
  expire: 'optionActs.explain.expire',
  resume: 'optionActs.explain.resume',
};
