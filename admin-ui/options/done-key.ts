import { type OptionVerb, optionVerbs } from '../../rules/options/life.ts';
import type { TextKey } from '../messages/use-text.ts';
import { fieldOf, type HistoryRow } from './history-row.ts';

function isVerb(name: string): name is OptionVerb {
  return optionVerbs.some((verb) => verb === name);
}

/** How the timeline tells that a verb was done. */
export function doneKey({ verb, before }: Pick<HistoryRow, 'verb' | 'before'>): TextKey {
  if (verb === 'place' && fieldOf(before, 'state') === 'placed') return 'options.done.place-again';
  if (isVerb(verb)) return `options.done.${verb}`;
  return verb === 'flag-overdue' ? 'options.done.flag-overdue' : 'options.done.other';
}
