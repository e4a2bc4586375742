import { performanceList } from '../../database/read-models/performances.ts';
import type { Scope } from '../../database/read-models/scoped.ts';
import type { Queries } from '../../database/schema.ts';
import type { TemplateChange, TemplatePlan } from '../../rules/stock/plan-template.ts';
import { type FieldError, Problem } from '../problem.ts';
import { scopeOf } from '../records/write-record.ts';
import { runVerb, type VerbCaller } from '../verb.ts';
import { requireWithin } from './require-within.ts';
import { holdPerformance, lockPlaces, shiftPlaces } from './shift-places.ts';
import { planFor, readStates, readTemplate } from './template-state.ts';

/** Performances of one call. */
export const mostPerformances = 200;

/** Transactions of one call that run side by side. */
const atOnce = 4;

/** What a template would change on one performance, or why it cannot. */
export interface TemplatePreview extends TemplatePlan {
  performanceId: string;
}

/** What became of one performance: the capacities that changed (none: it was so already), or why nothing did. */
export type TemplateResult =
  | { performanceId: string; changes: TemplateChange[] }
  | { performanceId: string; problem: Problem };

/**
 * What a template would do to performances, as things stand; nothing is locked or written.
 * @throws Problem `request.notFound` (the template), `request.invalid` for a performance out of reach or named twice.
 */
export async function previewTemplate(
  db: Queries,
  scope: Scope,
  { templateId, performanceIds }: { templateId: string; performanceIds: readonly string[] },
  now: string,
): Promise<TemplatePreview[]> {
  const named = await readTemplate(db, scope, templateId);
  const performances = new Map(
    (await performanceList.many(db, scope, performanceIds)).map((each) => [each.id, each]),
  );
  requireEach(performanceIds, (id) => performances.has(id));
  const stateOf = await readStates(db, named, performanceIds);
  return performanceIds.flatMap((performanceId) => {
    const performance = performances.get(performanceId);
    if (performance === undefined) return [];
    return [{ performanceId, ...planFor(named, performance, stateOf(performanceId), now) }];
  });
}

/** Each performance stands within reach, and once. @throws Problem `request.invalid` */
function requireEach(performanceIds: readonly string[], isKnown: (id: string) => boolean): void {
  const errors = performanceIds.flatMap((id, at): FieldError[] => {
    const path = `performanceIds.${at}`;
    if (performanceIds.indexOf(id) < at) return [{ path, code: 'field.duplicate' }];
    return isKnown(id) ? [] : [{ path, code: 'field.reference' }];
  });
  if (errors.length > 0) throw new Problem('request.invalid', { errors });
}

/**
 * Deals the places of a performance as a template says (verb `apply-template`), all of it or nothing. One that is as the
 * template says already stays untouched, its history too.
 * @throws Problem `request.notFound`, `template.refused` with the reasons.
 */
async function applyTemplate(
  caller: VerbCaller,
  input: { templateId: string; performanceId: string; reason?: string | null },
): Promise<{ changes: TemplateChange[] }> {
  return runVerb(caller, 'apply-template', input, async (verb) => {
    const { templateId, performanceId } = input;
    const named = await readTemplate(verb.db, scopeOf(caller), templateId);
    await requireWithin(verb, performanceId);
    const performance = await holdPerformance(verb, performanceId);
    if (performance === null) throw new Problem('request.notFound');
    const places = await lockPlaces(verb, performance);
    const stateOf = await readStates(verb.db, named, [performanceId]);
    const plan = planFor(named, performance, stateOf(performanceId), verb.now);
    if (plan.reasons.length > 0) throw new Problem('template.refused', { reasons: plan.reasons });
    const shifted = await shiftPlaces(verb, places, plan.moves);
    if (shifted.length > 0)
      verb.record({
        verb: 'apply-template',
        subjectType: 'performance',
        subjectId: performanceId,
        organisationId: performance.organisationId,
        before: {
          stock: plan.changes.map(({ before, after: _after, ...cell }) => ({ ...cell, capacity: before })),
        },
        after: {
          template: named.template.name,
          templateId,
          stock: plan.changes.map(({ before: _before, after, ...cell }) => ({ ...cell, capacity: after })),
          places: shifted,
        },
        reason: input.reason ?? null,
      });
    return { changes: plan.changes };
  });
}

/**
 * Applies a template to many performances, one transaction each, and goes on after a refusal. The key of each is made of
 * the call's own and its id: the same call again does nothing twice.
 * @throws Problem `request.invalid` for one named twice, and an unexpected failure once the others were done.
 */
export async function applyTemplateToMany(
  caller: VerbCaller,
  input: { templateId: string; performanceIds: readonly string[]; reason?: string | null },
  refusalOf: (failure: unknown) => Problem | null,
): Promise<TemplateResult[]> {
  requireEach(input.performanceIds, () => true);
  const { templateId, performanceIds, reason } = input;
  await runVerb(caller, 'apply-template to many', input, () => Promise.resolve(null));
  const results = new Map<string, TemplateResult>();
  const unexpected: unknown[] = [];
  const waiting = [...performanceIds];
  const worker = async () => {
    for (let id = waiting.shift(); id !== undefined; id = waiting.shift()) {
      const performanceId = id;
      try {
        const one = { ...caller, requestId: `${caller.requestId}/${performanceId}` };
        const { changes } = await applyTemplate(one, { templateId, performanceId, reason: reason ?? null });
        results.set(performanceId, { performanceId, changes });
      } catch (failure) {
        const problem = failure instanceof Problem ? failure : refusalOf(failure);
        if (problem === null) unexpected.push(failure);
        results.set(performanceId, { performanceId, problem: problem ?? new Problem('server.error') });
      }
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  if (unexpected.length > 0) throw unexpected[0];
  return performanceIds.flatMap((id) => results.get(id) ?? []);
}
