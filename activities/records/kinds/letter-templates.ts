import { sql } from 'kysely';
import { z } from 'zod';
import { letterTemplateList } from '../../../database/read-models/letter-templates.ts';
import { letterLanguages } from '../../../rules/letters/letter-language.ts';
import { isWrittenLetterKind, writtenLetterKinds } from '../../../rules/letters/letter-snapshot.ts';
import { letterTemplateStates } from '../../../rules/letters/template-life.ts';
import { refuseFaults } from '../../letters/refuse-faults.ts';
import { TemplateContent } from '../../letters/template-content.ts';
import { Problem } from '../../problem.ts';
import { defineRecord, type RecordContext, type RecordValues } from '../record-kind.ts';

const fields = {
  organisationId: z.uuid(),
  kind: z.enum(writtenLetterKinds),
  language: z.enum(letterLanguages),
  content: TemplateContent,
};

/**
 * Versions of a house's own text for one kind of letter in one language. What is written is checked whole, each fault
 * with its place; one draft at a time, and a text that was published once never changes.
 */
export const letterTemplateRecords = defineRecord({
  subject: 'letter-template',
  table: 'letter_template',
  fields: z.strictObject(fields),
  required: ['organisationId', 'kind', 'language', 'content'],
  fixed: ['organisationId', 'kind', 'language'],
  references: { organisationId: 'organisation' },
  json: ['content'],
  row: z
    .object({
      id: z.uuid(),
      ...fields,
      number: z.int(),
      state: z.enum(letterTemplateStates),
      writtenAt: z.string(),
      writtenByName: z.string().nullable(),
      publishedAt: z.string().nullable(),
      publishedByName: z.string().nullable(),
      supersededAt: z.string().nullable(),
      version: z.int(),
    })
    .meta({ id: 'LetterTemplate' }),
  list: letterTemplateList,
  derive: async (context, values, before) => {
    if (before !== null && before.state !== 'draft') throw new Problem('text.state');
    const kind = String(before?.kind ?? values.kind);
    const content = TemplateContent.safeParse(values.content);
    if (content.success && isWrittenLetterKind(kind)) refuseFaults(kind, content.data);
    return before === null ? madeNow(context, values) : writtenNow(context);
  },
  clear: async (verb, id) => {
    const { state } = await verb.db
      .selectFrom('letter_template')
      .select('state')
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    if (state !== 'draft') throw new Problem('text.state');
  },
});

async function madeNow(context: RecordContext, values: RecordValues): Promise<RecordValues> {
  // versions of one text are counted up one after the other
  const organisationId = String(values.organisationId);
  await sql`select from organisation where id = ${organisationId} for no key update`.execute(context.db);
  const { rows } = await sql<{
    number: number;
  }>`select coalesce(max(number), 0) + 1 as number from letter_template
    where organisation_id = ${organisationId} and kind = ${values.kind} and language = ${values.language}`.execute(
    context.db,
  );
  return { ...writtenNow(context), number: rows[0]?.number ?? 1 };
}

function writtenNow({ caller, now }: RecordContext): RecordValues {
  return { written_at: now, written_by_id: caller.actor.type === 'operator' ? caller.actor.id : null };
}
