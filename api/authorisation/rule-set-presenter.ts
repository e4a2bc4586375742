import type { z } from 'zod';
import type { DryRun } from '../../activities/authorisation/dry-run.ts';
import type { ShownImpact } from '../../database/read-models/rule-impacts.ts';
import type { ImpactFlip } from '../../rules/authorisation/impact.ts';
import { tellReason } from '../../rules/messages/format.ts';
import type { Locale } from '../../rules/messages/locale.ts';
import type { DryRunAnswer, ImpactAnswer } from './rule-set-schema.ts';

/** A try of a version, in the reader's words. */
export function presentDryRun(
  { moment, quantity, performances, inForce, version }: DryRun,
  locale: Locale,
): z.output<typeof DryRunAnswer> {
  return {
    moment,
    quantity,
    performances: [...performances],
    inForce: told(inForce, locale),
    version: told(version, locale),
  };
}

function told({ outcome, ruleSetVersion, reasons }: DryRun['version'], locale: Locale) {
  return {
    outcome,
    ruleSetVersion,
    reasons: reasons.map((reason) => {
      const { code, message, values } = tellReason(locale, reason);
      return { code, message, rule: typeof values.rule === 'string' ? values.rule : null };
    }),
  };
}

/** An impact, in the reader's words. */
export function presentImpact(impact: ShownImpact, locale: Locale): z.output<typeof ImpactAnswer> {
  const { at: _at, ...shown } = impact;
  const explained = ({ outcome, reasons }: ImpactFlip['before']) => ({
    outcome,
    reasons: reasons.map((reason) => tellReason(locale, reason).message),
  });
  return {
    ...shown,
    flips: impact.flips.map((flip) => ({
      ...flip,
      before: explained(flip.before),
      after: explained(flip.after),
    })),
  };
}
