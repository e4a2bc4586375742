import type { RightFunction } from '../../rules/organisation/right-tree.ts';
import type { later } from '../messages/fr/later.ts';

type Words = (typeof later)['settings']['role'];
/** What a function is called by: the last part of its name. */
export type FunctionWord = keyof Words['functions'];

const functionWords: Readonly<Record<FunctionWord, true>> = {
  requests: true,
  placement: true,
  refusal: true,
  'refusal-cancellation': true,
  order: true,
  'order-cancellation': true,
  waiting: true,
  'waiting-end': true,
  firm: true,
  'firm-cancellation': true,
  resumption: true,
  cancellation: true,
  lapse: true,
  'agreed-date': true,
  override: true,
  report: true,
  'season-ticket-choices': true,
  twins: true,
  'visit-settings': true,
  'visit-guides': true,
  'visit-sheets': true,
  'visit-validation': true,
  organisations: true,
  operators: true,
  roles: true,
  seasons: true,
  activities: true,
  events: true,
  performances: true,
  audiences: true,
  venues: true,
  'seat-categories': true,
  contacts: true,
  imports: true,
  access: true,
  'collectivity-types': true,
  channels: true,
  'limitation-tables': true,
  'option-profiles': true,
  rules: true,
  contingents: true,
  stock: true,
  'gauge-check': true,
  orders: true,
  'payment-by-hand': true,
  accounts: true,
  interfaces: true,
  runs: true,
  letters: true,
  templates: true,
  bounces: true,
  'mail-hold': true,
  history: true,
};

const isWord = (text: string): text is FunctionWord => text in functionWords;

/** The key of a function's words, which is the last part of its name: seats and products share theirs. */
export function functionWord(name: RightFunction): FunctionWord {
  const last = name.split('.').at(-1) ?? '';
  if (!isWord(last)) throw new RangeError(`${name} has no words`);
  return last;
}
