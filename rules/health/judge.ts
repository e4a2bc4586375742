/** How a part of the house is: nothing to do, worth a look, or broken. */
export const healthStates = ['good', 'look', 'broken'] as const;
export type HealthState = (typeof healthStates)[number];

type Answered = 'ok' | 'unreachable';

/** The latest sign of life of a worker. */
export type WorkerSign = { ageSeconds: number; temporal: Answered; mail: Answered };

const seconds = { minute: 60, hour: 3_600 } as const;

/** A worker beats every ten seconds; two missed beats are no worry. */
export function judgeWorker(sign: WorkerSign | null): HealthState {
  return sign === null ? 'broken' : byAge(sign.ageSeconds, 35, 2 * seconds.minute);
}

/** Temporal, as the api reaches it and as the worker works with it. */
export function judgeTemporal(reached: Answered, sign: WorkerSign | null): HealthState {
  if (reached === 'unreachable') return 'broken';
  return isAlive(sign) && sign.temporal === 'ok' ? 'good' : 'look';
}

/** The mail server, as a living worker reaches it; without one nobody knows. */
export function judgeMailServer(sign: WorkerSign | null): HealthState {
  if (!isAlive(sign)) return 'look';
  return sign.mail === 'ok' ? 'good' : 'broken';
}

/** Wake-ups that wait to be handed over. */
export function judgeRelay(oldestSeconds: number): HealthState {
  return byAge(oldestSeconds, seconds.minute, 10 * seconds.minute);
}

/** Letters owed, and those that could not be delivered. */
export function judgeLetters({
  oldestSeconds,
  failed,
}: {
  oldestSeconds: number;
  failed: number;
}): HealthState {
  const waiting = byAge(oldestSeconds, 5 * seconds.minute, seconds.hour);
  return waiting === 'good' && failed > 0 ? 'look' : waiting;
}

/** What time should have done by now and has not. */
export function judgeDeadlines({ lateSeconds }: { lateSeconds: number }): HealthState {
  return byAge(lateSeconds, 5 * seconds.minute, seconds.hour);
}

/** The last recount of stock: null when there was none. */
export function judgeGaugeCheck(check: { ageSeconds: number; drift: number } | null): HealthState {
  if (check === null) return 'look';
  if (check.drift > 0) return 'broken';
  return check.ageSeconds <= 3 * seconds.hour ? 'good' : 'look';
}

/** The worst of several. */
export function worstOf(states: readonly HealthState[]): HealthState {
  if (states.includes('broken')) return 'broken';
  return states.includes('look') ? 'look' : 'good';
}

function isAlive(sign: WorkerSign | null): sign is WorkerSign {
  return sign !== null && judgeWorker(sign) !== 'broken';
}

function byAge(age: number, good: number, look: number): HealthState {
  if (age <= good) return 'good';
  return age <= look ? 'look' : 'broken';
}
