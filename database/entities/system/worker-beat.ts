import { defineEntity, p } from '@mikro-orm/core';
import { id, instant } from '../columns.ts';

/** Whether something outside answered a worker when it last looked. */
export type Answered = 'ok' | 'unreachable';

/** The sign of life of one worker process, written by itself; it belongs to no institution. */
export const WorkerBeat = defineEntity({
  name: 'WorkerBeat',
  tableName: 'worker_beat',
  checks: [
    { name: 'worker_beat_temporal', expression: "temporal in ('ok', 'unreachable')" },
    { name: 'worker_beat_mail', expression: "mail in ('ok', 'unreachable')" },
  ],
  properties: {
    id: id(),
    startedAt: instant(),
    beatAt: instant(),
    temporal: p.text().$type<Answered>(),
    mail: p.text().$type<Answered>(),
  },
});
