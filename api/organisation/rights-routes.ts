import { z } from 'zod';
import { Problem } from '../../activities/problem.ts';
import { type OperatorRights, readOperatorRights } from '../../database/read-models/effective-rights.ts';
import { explainRights, singleEntryFamily } from '../../rules/organisation/effective-rights.ts';
import { resourceRight } from '../../rules/organisation/resource-rights.ts';
import { defineRoute, type Route } from '../http/route.ts';

const id = z.uuid();
const Named = z.object({ id, name: z.string() });

/** What an operator may do, and why. */
export const EffectiveRightsBody = z
  .object({
    disabled: z.boolean(),
    audienceCategories: z.array(Named).nullable().meta({ description: 'Whom they serve; null: everybody' }),
    families: z.array(Named).nullable().meta({ description: 'What they serve; null: everything' }),
    organisations: z.array(
      Named.extend({
        roles: z.array(Named),
        rights: z
          .array(
            z.object({
              right: z.string(),
              roleIds: z.array(id).meta({ description: 'The roles it comes from' }),
              withheld: z.enum(['single-entries', 'every-audience']).nullable().meta({
                description: 'What the perimeter lacks for it; null: it counts',
              }),
            }),
          )
          .meta({ description: 'What no role gives is not here: it is denied' }),
      }),
    ),
  })
  .meta({ id: 'EffectiveRights' });

function explain(found: OperatorRights): z.output<typeof EffectiveRightsBody> {
  const { families, audienceCategories } = found;
  const facts = {
    singleEntries: families?.some(({ code }) => code === singleEntryFamily) ?? true,
    everyAudience: audienceCategories === null,
  };
  return {
    disabled: found.disabled,
    audienceCategories,
    families: families?.map(({ id: familyId, name }) => ({ id: familyId, name })) ?? null,
    organisations: found.organisations.map(({ roles, ...organisation }) => ({
      ...organisation,
      roles: roles.map(({ id: roleId, name }) => ({ id: roleId, name })),
      rights: explainRights(
        roles.map(({ id: roleId, rights }) => ({ roleId, rights })),
        facts,
      ),
    })),
  };
}

/** What a colleague may do, organisation by organisation, and from where each right comes. */
export const effectiveRightsRoute: Route = defineRoute({
  method: 'get',
  path: '/api/operators/{id}/effective-rights',
  summary: 'What an operator may do where, and why',
  tags: ['operators'],
  right: resourceRight('operators', 'read'),
  params: z.strictObject({ id }),
  answers: { 200: EffectiveRightsBody },
  handle: async ({ params, read }) => {
    const found = await read((db, scope) => readOperatorRights(db, scope, params.id));
    if (found === null) throw new Problem('request.notFound');
    return explain(found);
  },
});
