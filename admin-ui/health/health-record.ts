import type { z } from 'zod';
import type { HealthBody } from '../../api/health/schema.ts';
import type { HealthState } from '../../rules/health/judge.ts';
import type { Format } from '../messages/use-format.ts';
import type { Text, TextKey } from '../messages/use-text.ts';

/** Whether everything works, as the server last told it. */
export type HealthRecord = z.output<typeof HealthBody>;

/** One line of the page: a part, how it is in words, and what to do when it is not good. */
export type HealthLine = { part: Part; state: HealthState; said: readonly string[]; todo: string | null };

export type Part =
  | 'api'
  | 'worker'
  | 'temporal'
  | 'mailServer'
  | 'relay'
  | 'mailHold'
  | 'letters'
  | 'deadlines'
  | 'gaugeCheck';

const minute = 60;
const hour = 60 * minute;
const day = 24 * hour;

/** How long something has lasted, in words. */
function sinceText(seconds: number, text: Text): string {
  const within = (unit: 'seconds' | 'minutes' | 'hours' | 'days', size: number) =>
    text(`health.since.${unit}`, { smart_count: Math.max(1, Math.floor(seconds / size)) });
  if (seconds < minute) return within('seconds', 1);
  if (seconds < hour) return within('minutes', minute);
  return seconds < 2 * day ? within('hours', hour) : within('days', day);
}

function workerLine({ worker }: HealthRecord, text: Text, format: Format): string {
  if (worker.beatAt === null) return text('health.worker.never');
  return text(`health.worker.${worker.state}`, {
    at: worker.state === 'good' ? format.second(worker.beatAt) : format.instant(worker.beatAt),
    smart_count: worker.count,
  });
}

function relayLine({ relay }: HealthRecord, text: Text): string {
  const { state, waiting, oldestSeconds } = relay;
  return state === 'good'
    ? text('health.relay.good', { smart_count: waiting })
    : text('health.relay.late', { smart_count: waiting, since: sinceText(oldestSeconds, text) });
}

function letterLines(letters: NonNullable<HealthRecord['letters']>, text: Text): string[] {
  const { waiting, oldestSeconds, failed } = letters;
  const late = oldestSeconds > 5 * minute;
  return [
    late
      ? text('health.letters.waiting', { smart_count: waiting, since: sinceText(oldestSeconds, text) })
      : waiting === 0
        ? text('health.letters.none')
        : text('health.letters.good', { smart_count: waiting }),
    ...(failed === 0 ? [] : [text('health.letters.failed', { smart_count: failed })]),
  ];
}

function gaugeLine(check: NonNullable<HealthRecord['gaugeCheck']>, text: Text, format: Format): string {
  if (check.checkedAt === null) return text('health.gaugeCheck.never');
  return text(`health.gaugeCheck.${check.state}`, {
    at: format.instant(check.checkedAt),
    rows: format.number(check.rows),
    smart_count: check.drift,
  });
}

function deadlineLine(
  { state, rows }: NonNullable<HealthRecord['deadlines']>,
  at: string,
  text: Text,
): string {
  const first = rows[0];
  if (state === 'good' || first === undefined) return text('health.deadlines.good');
  const late = (Date.parse(at) - Date.parse(first.nextActionAt)) / 1_000;
  return text('health.deadlines.late', { since: sinceText(late, text) });
}

/** The lines of the page, in the order in which one thing needs the other. */
export function healthLines(health: HealthRecord, text: Text, format: Format): HealthLine[] {
  const line = (
    part: Part,
    state: HealthState,
    said: readonly string[],
    todo: TextKey | null,
  ): HealthLine => ({
    part,
    state,
    said,
    todo: state === 'good' || todo === null ? null : text(todo),
  });
  const { api, worker, temporal, mailServer, relay, mailHold, letters, deadlines, gaugeCheck } = health;
  const held = mailHold.since === null ? 'good' : 'broken';
  const heldAt = mailHold.since === null ? '' : format.instant(mailHold.since);
  return [
    line('api', api.state, [text('health.api.good', { at: format.instant(api.startedAt) })], null),
    line('worker', worker.state, [workerLine(health, text, format)], 'health.worker.todo'),
    line('temporal', temporal.state, [text(`health.temporal.${temporal.state}`)], 'health.temporal.todo'),
    line(
      'mailServer',
      mailServer.state,
      [text(`health.mailServer.${mailServer.state}`)],
      'health.mailServer.todo',
    ),
    line('relay', relay.state, [relayLine(health, text)], 'health.relay.todo'),
    line(
      'mailHold',
      mailHold.state,
      [text(`health.mailHold.${held}`, { at: heldAt })],
      'health.mailHold.todo',
    ),
    ...(letters === null
      ? []
      : [line('letters', letters.state, letterLines(letters, text), 'health.letters.todo')]),
    ...(deadlines === null
      ? []
      : [
          line(
            'deadlines',
            deadlines.state,
            [deadlineLine(deadlines, health.at, text)],
            'health.deadlines.todo',
          ),
        ]),
    ...(gaugeCheck === null
      ? []
      : [
          line(
            'gaugeCheck',
            gaugeCheck.state,
            [gaugeLine(gaugeCheck, text, format)],
            'health.gaugeCheck.todo',
          ),
        ]),
  ];
}
