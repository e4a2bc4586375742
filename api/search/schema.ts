import { z } from 'zod';
import { type Resource, resourceFunctions } from '../../rules/organisation/resource-rights.ts';

const resources = Object.keys(resourceFunctions).filter(
  (name): name is Resource => name in resourceFunctions,
);
/** Something found, as its row in the answer. */
export const FoundBody = z
  .object({
    kind: z.enum(resources),
    id: z.uuid(),
    number: z.int().nullable(),
    title: z.string(),
    detail: z.string().nullable(),
    mark: z.string().nullable(),
    at: z.string().nullable(),
    timeZone: z.string().nullable(),
    optionId: z.uuid().nullable(),
  })
  .meta({ id: 'Found' });

/** What was found, by kind. */
export const SearchBody = z.object({ results: z.array(FoundBody) }).meta({ id: 'SearchAnswer' });
