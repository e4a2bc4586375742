import { z } from 'zod';
import { resumeLetters, suppressLetters } from '../../activities/letters/no-letters.ts';
import { mostResent, resendLetters } from '../../activities/letters/resend-many.ts';
import { takeBounces } from '../../activities/letters/take-bounces.ts';
import { ProblemDocument, tellProblem } from '../http/problems.ts';
import { Bytes, defineRoute, type Route } from '../http/route.ts';

const tags = ['letters'];
const id = z.uuid();
const params = z.strictObject({ id });
const reason = z.string().trim().min(1).max(2_000);

const resendMany = defineRoute({
  method: 'post',
  path: '/api/letters/bulk/resend',
  summary: 'Send again letters that failed',
  description: `Up to ${mostResent} at once, one transaction each; a refusal of one leaves the others alone.`,
  tags,
  right: 'letters.letters:execute',
  version: 'none',
  body: z.strictObject({ ids: z.array(id).min(1).max(mostResent), reason: reason.nullish() }),
  answers: {
    200: z.object({
      results: z.array(z.object({ id, ok: z.boolean(), problem: ProblemDocument.optional() })),
    }),
  },
  handle: async ({ body, caller, locale }) => ({
    results: (await resendLetters(caller(), body)).map(({ id: letterId, problem }) =>
      problem === null
        ? { id: letterId, ok: true }
        : { id: letterId, ok: false, problem: tellProblem(problem, locale) },
    ),
  }),
});

/** What a mail hook may hand in at once. */
const mostBytes = 5_000_000;

const bounces = defineRoute({
  method: 'post',
  path: '/api/letters/bounces',
  summary: 'Take in letters that came back: a delivery status notification (RFC 3464), or an mbox of several',
  tags,
  right: 'letters.bounces:execute',
  version: 'none',
  takesBytes: mostBytes,
  body: Bytes,
  answers: { 200: z.object({ messages: z.int(), bounced: z.int(), ignored: z.int() }) },
  handle: ({ body, caller }) => takeBounces(caller(), { file: new TextDecoder().decode(body) }),
});

/** Not writing to a contact, or about an option, and writing again. */
function noLettersRoutes(resource: 'contacts' | 'options', about: 'contact' | 'option'): readonly Route[] {
  const answers = { 200: z.object({ id, noLettersReason: z.string().nullable() }) };
  const right = 'letters.letters:execute';
  return [
    defineRoute({
      method: 'post',
      path: `/api/${resource}/{id}/suppress-letters`,
      summary: `Stop writing to the contact of one of ${resource}, for a motive`,
      tags,
      right,
      version: 'none',
      params,
      body: z.strictObject({ reason }),
      answers,
      handle: ({ params: sought, body, caller }) => suppressLetters(caller(), { about, ...sought, ...body }),
    }),
    defineRoute({
      method: 'post',
      path: `/api/${resource}/{id}/resume-letters`,
      summary: `Write again to the contact of one of ${resource}`,
      tags,
      right,
      version: 'none',
      params,
      body: z.strictObject({ reason: reason.nullish() }),
      answers,
      handle: ({ params: sought, body, caller }) => resumeLetters(caller(), { about, ...sought, ...body }),
    }),
  ];
}

/** The outbox: failures sent again, what came back, whom nobody writes to. */
export const outboxRoutes: readonly Route[] = [
  resendMany,
  bounces,
  ...noLettersRoutes('contacts', 'contact'),
  ...noLettersRoutes('options', 'option'),
];
