import { z } from 'zod';
import { planFields } from '../../activities/records/kinds/release-plans.ts';
import { mostPerformances } from '../../activities/stock/apply-template.ts';
import { keepUnits } from '../../rules/stock/release-steps.ts';
import { count, motive, NamedSeatBody } from './schema.ts';

/** Performances a template is for. */
export const TemplateBody = z.strictObject({
  performanceIds: z.array(z.uuid()).min(1).max(mostPerformances),
  reason: motive.nullish(),
});

/** A capacity before and after. */
export const TemplateChangeBody = z
  .object({ seatCategoryId: z.uuid(), contingentId: z.uuid(), before: count, after: count })
  .meta({ id: 'TemplateChange' });

/** A plan as it is written; `id` where it is saved. */
export const PlanBody = z.strictObject({ id: z.uuid().nullish(), ...planFields });

/** What a plan does to its next performances. */
export const ReleasePreviewBody = z
  .object({
    performances: z.array(
      z.object({
        performanceId: z.uuid(),
        eventCode: z.string(),
        eventName: z.string(),
        startsAt: z.string(),
        timeZone: z.string(),
        capacity: count.nullable(),
        taken: count,
        overriddenBy: z.string().nullable().meta({ description: 'The more specific plan that counts here' }),
        steps: z.array(
          z.object({
            days: count,
            dueAt: z.string(),
            state: z.enum(['done', 'late', 'ahead']),
            released: count,
            kept: count,
          }),
        ),
      }),
    ),
    total: count,
  })
  .meta({ id: 'ReleasePreview' });

/** A step that was done, once, and whether it was taken back. */
export const ReleaseBody = z
  .object({
    id: z.uuid(),
    organisationId: z.uuid(),
    performanceId: z.uuid(),
    eventCode: z.string(),
    eventName: z.string(),
    startsAt: z.string(),
    timeZone: z.string(),
    planId: z.uuid().nullable(),
    planName: z.string(),
    daysBefore: count,
    keep: count,
    keepUnit: z.enum(keepUnits),
    dueAt: z.string(),
    releasedAt: z.string(),
    actorName: z.string(),
    fromContingentId: z.uuid(),
    fromContingentName: z.string(),
    toContingentId: z.uuid(),
    toContingentName: z.string(),
    quantity: count,
    parts: z.array(
      z.object({
        seatCategoryId: z.uuid(),
        quantity: count,
        seats: z.array(NamedSeatBody).nullable(),
        takenBack: count.optional(),
      }),
    ),
    takenBackAt: z.string().nullable(),
    takenBackBy: z.string().nullable(),
    takenBackQuantity: count.nullable(),
    version: count,
  })
  .meta({ id: 'ContingentRelease' });
