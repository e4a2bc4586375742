import { z } from 'zod';
import { contingentTemplateRecords } from '../../activities/records/kinds/contingent-templates.ts';
import {
  applyTemplateToMany,
  mostPerformances,
  previewTemplate,
} from '../../activities/stock/apply-template.ts';
import { tellReason } from '../../rules/messages/format.ts';
import { failureOf } from '../http/failures.ts';
import { ProblemDocument, tellProblem } from '../http/problems.ts';
import { resourceRoutes } from '../http/resource.ts';
import { defineRoute, type Route } from '../http/route.ts';
import { TemplateBody, TemplateChangeBody } from './template-schema.ts';

const Id = z.strictObject({ id: z.uuid() });

const preview = defineRoute({
  method: 'post',
  path: '/api/contingent-templates/{id}/preview',
  summary: 'What a template would change on performances, and where it cannot',
  description: `Up to ${mostPerformances} performances a call, in the order given. Nothing is written.`,
  tags: ['contingent-templates'],
  right: 'stock.contingents:read',
  version: 'none',
  params: Id,
  body: TemplateBody.omit({ reason: true }),
  answers: {
    200: z.array(
      z.object({
        performanceId: z.uuid(),
        changes: z.array(TemplateChangeBody),
        reasons: z.array(z.looseObject({ code: z.string(), message: z.string() })),
      }),
    ),
  },
  handle: async ({ params, body, read, locale }) => {
    const now = new Date().toISOString();
    const previews = await read((db, scope) =>
      previewTemplate(db, { ...scope, locale }, { templateId: params.id, ...body }, now),
    );
    return previews.map(({ performanceId, changes, reasons }) => ({
      performanceId,
      changes,
      reasons: reasons.map((reason) => tellReason(locale, reason)),
    }));
  },
});

const apply = defineRoute({
  method: 'post',
  path: '/api/contingent-templates/{id}/apply',
  summary: 'Deal the places of many performances as a template says',
  description: `Up to ${mostPerformances} performances a call, one transaction each: all of it or nothing. Each is answered in the order given, also after a refusal. Applied twice it changes nothing more.`,
  tags: ['contingent-templates'],
  right: 'stock.stock:modify',
  version: 'none',
  params: Id,
  body: TemplateBody,
  answers: {
    200: z.array(
      z.object({
        performanceId: z.uuid(),
        ok: z.boolean(),
        changes: z.array(TemplateChangeBody),
        problem: ProblemDocument.optional(),
      }),
    ),
  },
  handle: async ({ params, body, caller, locale }) => {
    const results = await applyTemplateToMany(caller(), { templateId: params.id, ...body }, failureOf);
    return results.map((result) =>
      'problem' in result
        ? {
            performanceId: result.performanceId,
            ok: false,
            changes: [],
            problem: tellProblem(result.problem, locale),
          }
        : { ...result, ok: true },
    );
  },
});

/** Templates of contingents, and what they do to performances. */
export const templateRoutes: readonly Route[] = [
  ...resourceRoutes('contingent-templates', contingentTemplateRecords),
  preview,
  apply,
];
