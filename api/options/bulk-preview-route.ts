import { Problem } from '../../activities/problem.ts';
import { previewSelection, previewValidation, tellObstacles } from '../../rules/options/bulk-preview.ts';
import { builtVerbs, optionBirths } from '../../rules/options/life.ts';
import { readRight } from '../../rules/options/rights.ts';
import { defineRoute, type Route } from '../http/route.ts';
import { BulkPreviewAnswer, BulkPreviewBody } from './bulk-schema.ts';
import type { Doors } from './doors.ts';

/** Numbers told of one obstacle. */
const mostNumbers = 50;

const verbs = [
  'validate' as const,
  ...builtVerbs.filter((verb) => !(verb in optionBirths) && verb !== 'change' && verb !== 'resume'),
];

/** What may be done with a selection, before anything is. */
export function bulkPreviewRoute({ kind, path, tags, list }: Doors): Route {
  return defineRoute({
    method: 'post',
    path: `${path}/bulk/preview`,
    summary: 'What each verb can and cannot do with a selection; nothing is done',
    description: 'As far as states and dates tell: rules and stock are asked by the verb itself.',
    tags,
    right: readRight(kind),
    version: 'none',
    body: BulkPreviewBody,
    answers: { 200: BulkPreviewAnswer },
    handle: async ({ body, read, locale }) => {
      const options = await read((db, scope) => list.many(db, scope, body.ids));
      if (options.length === 0) throw new Problem('request.notFound');
      const now = new Date().toISOString();
      const validated = new Set(previewSelection(options, 'validate', now).possible);
      const { verb: sought } = body;
      return {
        ...(sought === undefined ? {} : { possibleIds: previewSelection(options, sought, now).possible }),
        total: options.length,
        verbs: verbs.map((verb) => {
          const { possible, impossible, obstacles } = previewSelection(options, verb, now);
          return {
            verb,
            possible: possible.length,
            impossible,
            obstacles: tellObstacles(obstacles, locale).map(({ reason, numbers }) => ({
              reason,
              numbers: numbers.slice(0, mostNumbers),
            })),
          };
        }),
        validation: previewValidation(options.filter(({ id }) => validated.has(id))),
      };
    },
  });
}
