import { actInBulk } from '../../activities/options/in-bulk.ts';
import { isElsewhere, placeAccepted } from '../../activities/options/together/place-together.ts';
import { mostTogether, previewTogether } from '../../activities/options/together/preview-together.ts';
import { rightFor } from '../../rules/options/rights.ts';
import { failureOf } from '../http/failures.ts';
import { defineRoute, type Route } from '../http/route.ts';
import { tellResult } from './bulk-result.ts';
import { BulkAnswer } from './bulk-schema.ts';
import { seats } from './doors.ts';
import { presentTogether } from './together-presenter.ts';
import { PlaceTogetherBody, TogetherAnswer, TogetherBody } from './together-schema.ts';

const { tags } = seats;

const preview = defineRoute({
  method: 'post',
  path: '/api/options/bulk/place-together/preview',
  summary: 'How a list of options is placed so that most places are filled, and why; nothing is taken',
  description: `Up to ${mostTogether} requested or waiting options, each whole or not at all, on its first choice or a fallback date. The same list has the same answer, in whichever order, while nothing changes.`,
  tags,
  right: rightFor('place'),
  version: 'none',
  body: TogetherBody,
  answers: { 200: TogetherAnswer },
  handle: async ({ body, caller, gone, locale }) =>
    presentTogether(await previewTogether(caller(), body, gone()), locale),
});

const place = defineRoute({
  method: 'post',
  path: '/api/options/bulk/place-together',
  summary: 'Place options as they were proposed together',
  description:
    'Up to 200 at once, one transaction each; each is answered in the order given, also after a refusal. Places that somebody else has taken meanwhile are looked for anew on the same performance (`elsewhere`). A repeated call with the same Idempotency-Key does nothing twice.',
  tags,
  right: rightFor('place'),
  version: 'none',
  body: PlaceTogetherBody,
  answers: { 200: BulkAnswer },
  handle: async ({ body, caller, read, locale }) => {
    const { items, ...words } = body;
    const accepted = new Map(items.map((item) => [item.id, item]));
    const found = await read((db, scope) => seats.list.many(db, scope, [...accepted.keys()]));
    const known = found.map((option) => ({
      ...option,
      performanceId: accepted.get(option.id)?.performanceId ?? option.performanceId,
    }));
    const results = await actInBulk(
      caller(),
      { verb: 'place-together', kind: seats.kind, items, words, known },
      (one, input, { id, performanceId }) =>
        placeAccepted(one, { ...words, ...input, performanceId, lines: accepted.get(id)?.lines ?? [] }),
      failureOf,
    );
    return {
      results: results.map((result) => {
        const lines = accepted.get(result.id)?.lines ?? [];
        const told = tellResult(result, locale);
        return 'answer' in result ? { ...told, elsewhere: isElsewhere(result.answer, lines) } : told;
      }),
    };
  },
});

/** A list of options placed together: what it would give, and doing it. */
export const togetherRoutes: readonly Route[] = [preview, place];
