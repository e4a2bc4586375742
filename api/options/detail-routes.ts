import { z } from 'zod';
import { optionRecap } from '../../activities/letters/option-recap.ts';
import { renderTry } from '../../activities/letters/preview-letter.ts';
import { noteOption } from '../../activities/options/note-option.ts';
import { rightFor } from '../../rules/options/rights.ts';
import { Bytes, defineRoute, Reply, type Route } from '../http/route.ts';
import type { Doors } from './doors.ts';

const Id = z.strictObject({ id: z.uuid() });

const note = ({ kind, path, tags }: Doors) =>
  defineRoute({
    method: 'put',
    path: `${path}/{id}/internal-remark`,
    summary: 'Write what colleagues should know of an option, in whatever state it is',
    tags,
    right: rightFor('change', kind),
    params: Id,
    body: z.strictObject({ internalRemark: z.string().max(4000) }),
    answers: {
      200: z.object({ id: z.uuid(), version: z.int(), internalRemark: z.string().nullable() }),
    },
    handle: ({ params, body, ifMatch, caller }) =>
      noteOption(caller(), { ...body, kind, optionId: params.id, version: ifMatch }),
  });

const recap = ({ path, tags }: Doors) =>
  defineRoute({
    method: 'get',
    path: `${path}/{id}/recap`,
    summary: 'The recap of an option: the document that is e-mailed to its contact, or would be',
    description:
      'The stored document of the letter that tells how the option stands; before that letter is made, its preview. 404 for an option about which no letter speaks (withdrawn).',
    tags,
    right: 'letters.letters:read',
    params: Id,
    answers: { 200: Bytes },
    produces: 'application/pdf',
    handle: async ({ params, read, gone }) => {
      const found = await read((db, scope) => optionRecap(db, scope, params.id));
      const document =
        'document' in found
          ? found.document
          : Buffer.from((await renderTry(found.tried, gone())).document, 'base64');
      return new Reply(new Uint8Array(document), {
        headers: {
          'Content-Disposition': `inline; filename="option-${found.number}.pdf"`,
          'Cache-Control': 'private, no-store',
        },
      });
    },
  });

/** What the page of an option does besides its verbs: the internal remark, and the recap to print. */
export function detailRoutes(doors: Doors): readonly Route[] {
  return [note(doors), recap(doors)];
}
