import { z } from 'zod';
import { resendLetter } from '../../activities/letters/resend-letter.ts';
import { Problem } from '../../activities/problem.ts';
import { letterList, readLetterContent } from '../../database/read-models/letters.ts';
import { letterKinds } from '../../rules/letters/letter-snapshot.ts';
import { letterStates } from '../../rules/letters/letter-states.ts';
import { listRoute, oneRoute } from '../http/lists.ts';
import { Bytes, defineRoute, Reply, type Route, type RouteRequest } from '../http/route.ts';
import { outboxRoutes } from './outbox-routes.ts';
import { templateRoutes } from './template-routes.ts';

const right = 'letters.letters:read';
const tags = ['letters'];
const id = z.uuid();
const Id = z.strictObject({ id });

const LetterBody = z
  .object({
    id,
    number: z.int(),
    kind: z.enum(letterKinds),
    state: z.enum(letterStates),
    to: z.string(),
    subject: z.string().nullable(),
    messageId: z.string().nullable(),
    organisationId: id,
    optionId: id.nullable(),
    optionNumber: z.int().nullable(),
    eventName: z.string().nullable(),
    orderId: id.nullable(),
    orderNumber: z.int().nullable(),
    contactId: id,
    contactName: z.string(),
    contactNumber: z.int(),
    failure: z.string().nullable(),
    createdAt: z.string(),
    sentAt: z.string().nullable(),
    version: z.int(),
  })
  .meta({ id: 'Letter' });

const letters = { path: '/api/letters', right, row: LetterBody, tags } as const;

const resend = defineRoute({
  method: 'post',
  path: '/api/letters/{id}/resend',
  summary: 'Send again a letter that failed',
  tags,
  right: 'letters.letters:execute',
  params: Id,
  body: z.strictObject({ reason: z.string().trim().min(1).max(2000).nullish() }),
  answers: { 200: LetterBody },
  handle: async ({ params, body, caller, read }) => {
    await resendLetter(caller(), { letterId: params.id, reason: body.reason ?? null });
    const letter = await read((db, scope) => letterList.one(db, scope, params.id));
    if (letter === null) throw new Problem('request.notFound');
    return letter;
  },
});

type Content = NonNullable<Awaited<ReturnType<typeof readLetterContent>>>;

async function contentOf({
  params,
  read,
}: Pick<RouteRequest<{ id: string }, unknown, unknown>, 'params' | 'read'>): Promise<Content> {
  const content = await read((db, scope) => readLetterContent(db, scope, params.id));
  if (content === null) throw new Problem('request.notFound');
  return content;
}

/** What a shown e-mail may do: nothing. No script, no outside address, no form. */
const sandbox = "sandbox; default-src 'none'; img-src data:; style-src 'unsafe-inline'";

/** The bytes of a letter, exactly as sent. */
function bytesRoute(
  part: 'html' | 'message' | 'document',
  summary: string,
  produces: string,
  extension: string,
): Route {
  return defineRoute({
    method: 'get',
    path: `/api/letters/{id}/${part}`,
    summary,
    tags,
    right,
    params: Id,
    answers: { 200: Bytes },
    produces,
    handle: async (request) => {
      const content = await contentOf(request);
      const body = part === 'html' ? new TextEncoder().encode(content.html) : content[part];
      const name = `option-${content.optionNumber ?? 'x'}.${extension}`;
      const headers = {
        'Content-Disposition': `${part === 'message' ? 'attachment' : 'inline'}; filename="${name}"`,
        'Cache-Control': 'private, no-store',
      };
      return new Reply(new Uint8Array(body), {
        headers: part === 'html' ? { ...headers, 'Content-Security-Policy': sandbox } : headers,
      });
    },
  });
}

/** Letters: read, previewed byte for byte, sent again when they failed; and the texts they are written by. */
export const letterRoutes: readonly Route[] = [
  listRoute(letterList, letters),
  oneRoute(letterList, letters),
  bytesRoute('html', 'The e-mail as its reader sees it', 'text/html; charset=utf-8', 'html'),
  bytesRoute('message', 'The message as it was sent', 'message/rfc822', 'eml'),
  bytesRoute('document', 'The document as it was attached', 'application/pdf', 'pdf'),
  ...outboxRoutes, // before one letter's own verbs, whose ids stand in the same place
  resend,
  ...templateRoutes,
];
