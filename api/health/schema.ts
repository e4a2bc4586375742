import { z } from 'zod';
import { healthStates } from '../../rules/health/judge.ts';

const state = z.enum(healthStates);

/** Whether everything works, part by part; a part the reader may not see is null. */
export const HealthBody = z
  .object({
    at: z.string(),
    state,
    api: z.object({ state, startedAt: z.string() }),
    worker: z.object({
      state,
      count: z.int(),
      beatAt: z.string().nullable(),
      startedAt: z.string().nullable(),
    }),
    temporal: z.object({ state }),
    mailServer: z.object({ state, known: z.boolean() }),
    relay: z.object({ state, waiting: z.int(), oldestSeconds: z.number() }),
    mailHold: z.object({ state, since: z.string().nullable() }),
    letters: z.object({ state, waiting: z.int(), oldestSeconds: z.number(), failed: z.int() }).nullable(),
    deadlines: z
      .object({
        state,
        rows: z.array(
          z.object({
            optionId: z.uuid(),
            number: z.int(),
            contactName: z.string(),
            eventName: z.string(),
            nextActionAt: z.string(),
            timeZone: z.string(),
          }),
        ),
      })
      .nullable(),
    gaugeCheck: z
      .object({ state, checkedAt: z.string().nullable(), rows: z.int(), drift: z.int() })
      .nullable(),
  })
  .meta({ id: 'HealthOverview' });
