import { z } from 'zod';

/** What the starter says to a service it has prepared: what you need is there, begin. */
export const BEGIN = 'begin';

/** What a service answers. */
export const Answer = z.union([z.object({ ready: z.literal(true) }), z.object({ failed: z.string() })]);

export type Answer = z.infer<typeof Answer>;
