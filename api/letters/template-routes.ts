import { z } from 'zod';
import { renderTry, tryText } from '../../activities/letters/preview-letter.ts';
import { publishTemplate, restoreShipped } from '../../activities/letters/publish-template.ts';
import { TemplateContent } from '../../activities/letters/template-content.ts';
import { testTemplate } from '../../activities/letters/test-template.ts';
import { Problem } from '../../activities/problem.ts';
import { letterTemplateRecords } from '../../activities/records/kinds/letter-templates.ts';
import { scopeOf } from '../../activities/records/write-record.ts';
import { readLetterTest } from '../../database/read-models/letters.ts';
import { letterLanguages } from '../../rules/letters/letter-language.ts';
import { writtenLetterKinds } from '../../rules/letters/letter-snapshot.ts';
import { letterStates } from '../../rules/letters/letter-states.ts';
import { resourceRight } from '../../rules/organisation/resource-rights.ts';
import { resourceRoutes } from '../http/resource.ts';
import { defineRoute, type Route } from '../http/route.ts';

const path = '/api/letter-templates';
const tags = ['letter-templates'];
const id = z.uuid();
const params = z.strictObject({ id });
const Template = letterTemplateRecords.row;
const Reason = z.strictObject({ reason: z.string().trim().min(1).max(2_000).nullish() });

const preview = defineRoute({
  method: 'post',
  path: `${path}/preview`,
  summary: 'What a text makes of an option: e-mail, plain text and document; nothing is written',
  tags,
  right: resourceRight('letter-templates', 'read'),
  version: 'none',
  body: z.strictObject({
    organisationId: id,
    kind: z.enum(writtenLetterKinds),
    language: z.enum(letterLanguages),
    content: TemplateContent,
    optionId: id,
  }),
  answers: {
    200: z.object({
      subject: z.string(),
      html: z.string(),
      text: z.string(),
      document: z.string().meta({ description: 'The PDF, in base64' }),
    }),
  },
  handle: async ({ body, caller, read, gone }) => {
    const scope = scopeOf(caller('options.seats.requests:read'));
    const tried = await read((db) => tryText(db, scope, body));
    return renderTry(tried, gone());
  },
});

const publish = defineRoute({
  method: 'post',
  path: `${path}/{id}/publish`,
  summary: 'Put a draft in force: letters owed from now on are written by it',
  tags,
  right: resourceRight('letter-templates', 'execute'),
  params,
  body: Reason,
  answers: { 200: Template },
  handle: ({ params: sought, body, ifMatch, caller }) =>
    publishTemplate(caller(), { ...sought, version: ifMatch, ...body }),
});

const restore = defineRoute({
  method: 'post',
  path: `${path}/{id}/restore-shipped`,
  summary: 'Take the text in force back: the shipped one counts again',
  tags,
  right: resourceRight('letter-templates', 'execute'),
  params,
  body: Reason,
  answers: { 200: Template },
  handle: ({ params: sought, body, ifMatch, caller }) =>
    restoreShipped(caller(), { ...sought, version: ifMatch, ...body }),
});

const test = defineRoute({
  method: 'post',
  path: `${path}/{id}/test`,
  summary: 'Send a text, written about an option, to your own address',
  tags,
  right: resourceRight('letter-templates', 'modify'),
  version: 'none',
  params,
  body: z.strictObject({ optionId: id }),
  answers: { 200: z.object({ letterId: id, to: z.string() }) },
  handle: ({ params: sought, body, caller }) =>
    testTemplate(caller('options.seats.requests:read'), { ...sought, ...body }),
});

const tested = defineRoute({
  method: 'get',
  path: `${path}/tests/{id}`,
  summary: 'How far a test has come',
  tags,
  right: resourceRight('letter-templates', 'read'),
  params,
  answers: {
    200: z.object({ id, to: z.string(), state: z.enum(letterStates), failure: z.string().nullable() }),
  },
  handle: async ({ params: sought, read }) => {
    const found = await read((db, scope) => readLetterTest(db, scope, sought.id));
    if (found === null) throw new Problem('request.notFound');
    return found;
  },
});

/** The houses' own texts of letters: written, tried, put in force, taken back. */
export const templateRoutes: readonly Route[] = [
  preview,
  tested,
  ...resourceRoutes('letter-templates', letterTemplateRecords),
  publish,
  restore,
  test,
];
