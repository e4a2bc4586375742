import { z } from 'zod';
import type { Reply } from './persistent-client.ts';

const Known = z.object({ id: z.uuid(), state: z.string() });

/** The id of the option an answer says is in `state`. @throws when it says something else. */
export function answered({ status, body }: Reply, state: string): string {
  const known = Known.safeParse(body).data;
  if (known?.state === state) return known.id;
  throw new Error(`Instead of ${state}: ${status} ${JSON.stringify(body).slice(0, 300)}`);
}
