import { z } from 'zod';
import { isMessageCode } from '../../rules/messages/codes.ts';
import { tellReason } from '../../rules/messages/format.ts';
import type { Locale } from '../../rules/messages/locale.ts';

/** What the rules said when an option was last decided on, in the reader's words. */
export const ToldDecision = z.object({
  outcome: z.enum(['authorised', 'warned', 'refused']),
  ruleSetVersion: z.string(),
  reasons: z.array(z.string()),
});

const Stored = z.object({
  outcome: ToldDecision.shape.outcome,
  ruleSetVersion: z.string(),
  reasons: z.array(
    z.object({
      code: z.string(),
      values: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
    }),
  ),
});

/** Tells a stored decision; null for one that was stored in another form. */
export function toldDecision(stored: unknown, locale: Locale): z.output<typeof ToldDecision> | null {
  const parsed = Stored.safeParse(stored);
  if (!parsed.success) return null;
  const { outcome, ruleSetVersion, reasons } = parsed.data;
  return {
    outcome,
    ruleSetVersion,
    reasons: reasons.flatMap(({ code, values }) =>
      isMessageCode(code) ? tellReason(locale, { code, values }).message : [],
    ),
  };
}
