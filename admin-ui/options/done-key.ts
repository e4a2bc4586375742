import { type OptionVerb, optionVerbs } from '../../rules/options/life.ts';
import type { TextKey } from '../messages/use-text.ts';
import { fieldOf, type HistoryRow } from './history-row.ts';

function isVerb(name: string): name is OptionVerb {
  return optionVerbs.some((verb) => verb === name);
}

/** How the timeline tells that a verb was done. */
export function doneKey({ verb, before, after }: Pick<HistoryRow, 'verb' | 'before' | 'after'>): TextKey {
  const state = fieldOf(before, 'state');
  if (verb === 'place' && state === 'placed') return 'options.done.place-again';
  const stays = state !== undefined && fieldOf(after, 'state') === state;
  if (verb === 'lapse' && stays) return 'optionActs.release.done';
  if (isVerb(verb)) return `options.done.${verb}`;
  const known = byTimeOrPerformance.find((name) => name === verb);
  return known === undefined ? 'options.done.other' : `options.done.${known}`;
}

/** What is no verb of an option's life, but happens to it. */
const byTimeOrPerformance = [
  'flag-overdue',
  'remind',
  'move-performance',
  'performance-moved',
  'bring-forward',
  'suppress-letters',
  'resume-letters',
  'note',
  'link-twin',
  'unlink-twin',
] as const;
