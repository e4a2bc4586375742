import { z } from 'zod';

const text = (length: number) => z.string().max(length);
const marked = z.union([
  text(500),
  z.object({ _: text(500).optional(), em: z.union([text(500), z.array(text(500)).max(20)]).optional() }),
]);

/** The outermost shape; each programme is then read on its own, so that one bad line rejects only itself. */
export const programmeFile = z.object({ programs: z.array(z.unknown()) });

/** A programme: what becomes an event. Fields not named here are ignored. */
export const programme = z.object({
  id: text(100).min(1),
  programID: text(40).min(1),
  orchestra: text(200).nullish(),
  season: text(40).min(1),
  concerts: z.array(z.unknown()).max(1000),
  works: z.array(z.unknown()).max(1000).nullish(),
});
export type Programme = z.infer<typeof programme>;

/** A concert: what becomes a performance. */
export const concert = z.object({
  eventType: text(100).min(1),
  Venue: text(200).min(1),
  Date: text(40),
  Time: text(40).nullish(),
});
export type Concert = z.infer<typeof concert>;

/** A work of a programme (or an interval: one without title). It only serves the title, so one that cannot be read is left out. */
export const work = z.object({
  composerName: text(300).nullish(),
  workTitle: marked.nullish(),
  movement: z.unknown().optional(),
  conductorName: text(300).nullish(),
  soloists: z
    .array(z.object({ soloistName: text(300), soloistRoles: text(40).nullish() }))
    .max(200)
    .nullish()
    .catch(null),
});
export type Work = z.infer<typeof work>;
