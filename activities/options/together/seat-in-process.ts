import type { ChildProcess } from 'node:child_process';
import { setImmediate } from 'node:timers/promises';
import type { MassWish } from '../../../rules/seating/mass-wish.ts';
import { answerTo, withProcess } from '../../ask-process.ts';
import { Problem } from '../../problem.ts';
import type { FromSeating, ToSeating } from './seating-messages.ts';

/** Lists seated at the same time in one process, seconds and memory one of them may take. */
const bounds = { atOnce: 2, seconds: 60, megabytes: 512, retrySeconds: 5 };
/** Options told to the process in one message. */
const portion = 50;

let running = 0;

/** What is seated: the list, what is free, and the halls as text by performance. */
export interface SeatingQuestion {
  wishes: readonly MassWish[];
  free: ReadonlyMap<string, number>;
  spare: ReadonlyMap<string, number>;
  limits: ReadonlyMap<string, number>;
  halls: ReadonlyMap<string, string>;
}

/** The whole answer. */
export type SeatingAnswer = Pick<FromSeating, 'placed' | 'unplaced' | 'filled' | 'bound'>;

/**
 * Seats a list in a process of its own, so that whoever else asks this process is answered meanwhile. It ends with the
 * answer, when nobody waits for it any more, or when it takes too long.
 * @throws Problem `placement.busy` | `placement.tooLong`, and the signal's reason.
 */
export async function seatInProcess(question: SeatingQuestion, signal?: AbortSignal): Promise<SeatingAnswer> {
  signal?.throwIfAborted();
  if (running >= bounds.atOnce)
    throw new Problem('placement.busy', { values: { seconds: bounds.retrySeconds } });
  running += 1;
  const { megabytes, seconds } = bounds;
  const module = new URL('./seating-process.ts', import.meta.url);
  const tooMuch = new Problem('placement.tooLong', { values: { seconds } });
  try {
    return await withProcess({ module, megabytes, seconds, tooMuch, signal }, (child) =>
      conversation(child, question),
    );
  } finally {
    running -= 1;
  }
}

async function conversation(child: ChildProcess, question: SeatingQuestion): Promise<SeatingAnswer> {
  const { wishes, free, spare, limits, halls } = question;
  const say = async (message: ToSeating) => {
    child.send(message);
    await setImmediate();
  };
  for (const [performanceId, seats] of halls) await say({ kind: 'hall', performanceId, seats });
  for (let at = 0; at < wishes.length; at += portion)
    await say({ kind: 'wishes', wishes: wishes.slice(at, at + portion) });
  const asked = (message: ToSeating) => answerTo<FromSeating>(child, message);
  let part = await asked({ kind: 'place', free, spare, limits });
  const { filled, bound } = part;
  const parts = [part];
  while (!part.last) {
    part = await asked({ kind: 'more' });
    parts.push(part);
  }
  return {
    placed: parts.flatMap(({ placed }) => placed),
    unplaced: parts.flatMap(({ unplaced }) => unplaced),
    filled,
    bound,
  };
}
