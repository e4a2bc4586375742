import { z } from 'zod';
import { impactStates } from '../../rules/authorisation/impact.ts';
import { managedScopes } from '../../rules/authorisation/managed-rule.ts';
import { managedMoments, ruleMoments } from '../../rules/options/life.ts';

const outcomes = ['authorised', 'warned', 'refused'] as const;

/** A house's own rule, with the name of what it is bound to. */
export const RuleBody = z
  .object({
    code: z.string(),
    name: z.string(),
    scope: z.enum(managedScopes),
    scopeId: z.uuid().nullable(),
    scopeName: z.string().nullable(),
    moments: z.array(z.enum(managedMoments)),
    outcome: z.enum(['refuse', 'warn']),
    priority: z.int(),
    validFrom: z.string().nullable(),
    validUntil: z.string().nullable(),
    messageFr: z.string().nullable(),
    messageEn: z.string().nullable(),
    conditions: z.unknown(),
  })
  .meta({ id: 'ManagedRule' });

/** From when on a version counts, and why it is published. */
export const PublishBody = z.strictObject({
  effectiveAt: z.iso.datetime({ offset: true }).nullish().meta({ description: 'Left out or past: now' }),
  reason: z.string().trim().min(1).max(1_000).nullish(),
});

/** Back to which version, and why. */
export const RollBackBody = z.strictObject({
  toId: z
    .uuid()
    .nullish()
    .meta({ description: 'Left out: the version it took the place of. Null: no rules of the house’s own' }),
  reason: z.string().trim().min(1).max(1_000),
});

/** How many of the last requests are replayed. */
export const ImpactBody = z.strictObject({
  requests: z.int().min(1).max(10_000).default(500),
});

/** A request made up, or an option that is there. */
export const DryRunBody = z.union([
  z.strictObject({
    optionId: z.uuid(),
    moment: z.enum(managedMoments).nullish().meta({
      description: 'Decided with what is known now. Left out: the last decision, with what was known then',
    }),
  }),
  z.strictObject({
    moment: z.enum(managedMoments),
    contactId: z.uuid(),
    performanceId: z.uuid(),
    lines: z
      .array(z.strictObject({ seatCategoryId: z.uuid(), quantity: z.int().min(1).max(100_000) }))
      .min(1)
      .max(50),
    channelId: z.uuid().nullish(),
  }),
]);

/** An outcome with its reasons in the reader's words. */
const ToldDecision = z.object({
  outcome: z.enum(outcomes),
  ruleSetVersion: z.string(),
  reasons: z.array(z.object({ code: z.string(), message: z.string(), rule: z.string().nullable() })),
});

/** What the rules in force say, and what the version would. */
export const DryRunAnswer = z
  .object({
    moment: z.enum(managedMoments),
    quantity: z.int().meta({ description: 'Places it is about' }),
    performances: z.array(z.object({ id: z.uuid(), startsAt: z.string(), timeZone: z.string() })),
    inForce: ToldDecision,
    version: ToldDecision,
  })
  .meta({ id: 'RuleDryRun' });

/** How far the impact of a version is worked out, and what it says. */
export const ImpactAnswer = z
  .object({
    id: z.uuid(),
    ruleSetId: z.uuid(),
    fresh: z.boolean().meta({ description: 'Of the version as it stands, against the rules in force' }),
    state: z.enum(impactStates),
    requests: z.int(),
    total: z.int(),
    done: z.int(),
    counts: z.object({
      requests: z.int(),
      options: z.int(),
      flippedRequests: z.int(),
      flippedOptions: z.int(),
      becomeRefused: z.int(),
      becomeWarned: z.int(),
      becomeAuthorised: z.int(),
      untold: z.int(),
    }),
    flips: z.array(
      z.object({
        id: z.uuid(),
        of: z.enum(['request', 'option']),
        optionId: z.uuid().nullable(),
        optionNumber: z.int().nullable(),
        contactName: z.string(),
        event: z.string(),
        startsAt: z.string(),
        timeZone: z.string(),
        quantity: z.int(),
        moment: z.enum(ruleMoments),
        before: z.object({ outcome: z.enum(outcomes), reasons: z.array(z.string()) }),
        after: z.object({ outcome: z.enum(outcomes), reasons: z.array(z.string()) }),
      }),
    ),
    askedAt: z.string(),
    endedAt: z.string().nullable(),
    askedByName: z.string().nullable(),
  })
  .meta({ id: 'RuleImpact' });
