import type { OptionState } from '../../rules/options/life.ts';
import type { OptionKind } from '../../rules/options/rights.ts';
import { Problem } from '../problem.ts';
import { runVerb, type VerbCaller } from '../verb.ts';
import type { OptionVerbInput } from './locked-option.ts';
import type { OptionAnswer } from './option-answer.ts';

/** Options done at once in one call. */
export const mostInBulk = 200;

/** Transactions of one call that run side by side. */
const atOnce = 4;

/** One option of a selection, with the version its caller saw. */
export interface BulkItem {
  id: string;
  version?: number | null;
}

/** An option of a selection as it stands before the call. */
export interface BulkOption {
  id: string;
  kind: OptionKind;
  performanceId: string;
  state: OptionState;
}

/** What became of one option of a selection: the option as it is after, or why not. */
export type BulkResult = { id: string; answer: OptionAnswer } | { id: string; problem: Problem };

/** What is asked for: a verb, the options, and those of them that stand within the caller's reach. */
export interface BulkRequest {
  /** The verb's name, with which its key is kept. */
  verb: string;
  /** Of which kind the options are: one of the other kind is answered as not there. */
  kind: OptionKind;
  items: readonly BulkItem[];
  /** What all of them are told alike, as it takes part in the key. */
  words: object;
  /** Those of `items` that the caller may reach; the others are answered as not there. */
  known: readonly BulkOption[];
}

/**
 * Does a verb on each option of a selection, one transaction each, and goes on after a refusal. The key of each is made
 * from the call's own and the option's id: the same call again does nothing twice and answers the same. Options on one
 * performance are done one after the other in the order given, so that the first of them get the last seats; others
 * side by side, a few at a time. Options on products may meet on any of their performances: all are done in the order given.
 * @param refusalOf how a failure that no verb spoke is told; null for one nobody expected.
 * @throws Problem `bulk.tooMany` | `request.invalid` (`ids` named twice) | `idempotency.mismatch`, and an unexpected
 *   failure once every other option was done.
 */
export async function actInBulk(
  caller: VerbCaller,
  { verb, kind, items, words, known }: BulkRequest,
  act: (caller: VerbCaller, input: OptionVerbInput, option: BulkOption) => Promise<OptionAnswer>,
  refusalOf: (failure: unknown) => Problem | null,
): Promise<BulkResult[]> {
  if (items.length > mostInBulk) throw new Problem('bulk.tooMany', { values: { max: mostInBulk } });
  refuseTwice(items);
  await runVerb(caller, `bulk ${verb}`, { kind, items, ...words }, () => Promise.resolve(null));
  return actOnEach(caller, { kind, items, known }, act, refusalOf);
}

/** The same for a portion of a selection whose key was taken before. */
export async function actOnEach(
  caller: VerbCaller,
  { kind, items, known }: Pick<BulkRequest, 'kind' | 'items' | 'known'>,
  act: (caller: VerbCaller, input: OptionVerbInput, option: BulkOption) => Promise<OptionAnswer>,
  refusalOf: (failure: unknown) => Problem | null,
): Promise<BulkResult[]> {
  const options = new Map(known.map((option) => [option.id, option]));
  const results = new Map<string, BulkResult>();
  const unexpected: unknown[] = [];
  const actOne = async ({ id, version }: BulkItem, option: BulkOption): Promise<BulkResult> => {
    try {
      const one = { ...caller, requestId: `${caller.requestId}/${id}` };
      return { id, answer: await act(one, { kind, optionId: id, version: version ?? null }, option) };
    } catch (failure) {
      const problem = failure instanceof Problem ? failure : refusalOf(failure);
      if (problem === null) unexpected.push(failure);
      return { id, problem: problem ?? new Problem('server.error') };
    }
  };
  await sideBySide(queuesOf(items, options), async ({ item, option }) => {
    results.set(item.id, await actOne(item, option));
  });
  if (unexpected.length > 0) throw unexpected[0];
  return items.map(({ id }) => results.get(id) ?? { id, problem: new Problem('request.notFound') });
}

/** @throws Problem `request.invalid` at the second of two items on one option. */
export function refuseTwice(items: readonly BulkItem[]): void {
  const seen = new Set<string>();
  const errors = items.flatMap(({ id }, index) => {
    if (seen.has(id)) return [{ path: `items.${index}`, code: 'field.duplicate' }];
    seen.add(id);
    return [];
  });
  if (errors.length > 0) throw new Problem('request.invalid', { errors });
}

interface Queued {
  item: BulkItem;
  option: BulkOption;
}

/** One queue per performance, and one for products; each in the order given. */
function queuesOf(items: readonly BulkItem[], options: ReadonlyMap<string, BulkOption>): Queued[][] {
  const queues = new Map<string, Queued[]>();
  for (const item of items) {
    const option = options.get(item.id);
    if (option === undefined) continue;
    const name = option.kind === 'seats' ? option.performanceId : option.kind;
    const queue = queues.get(name) ?? [];
    queue.push({ item, option });
    queues.set(name, queue);
  }
  return [...queues.values()];
}

/** Works through the queues, each in its order, at most `atOnce` of them at a time. */
async function sideBySide<Item>(queues: Item[][], work: (item: Item) => Promise<void>): Promise<void> {
  const waiting = [...queues];
  const worker = async () => {
    for (let queue = waiting.shift(); queue !== undefined; queue = waiting.shift()) {
      for (const item of queue) await work(item);
    }
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, queues.length) }, worker));
}
