import { letterLanguages } from '../../rules/letters/letter-language.ts';
import { writtenLetterKinds } from '../../rules/letters/letter-snapshot.ts';
import { letterTemplateStates } from '../../rules/letters/template-life.ts';
import type { Queries } from '../schema.ts';
import { defineList } from './list.ts';
import { choice, instant, integer, uuid } from './list-fields.ts';

/** The versions of the houses' own texts of letters. */
export const letterTemplateList = defineList({
  name: 'letter-templates',
  table: 'letter_template',
  sort: ['kind', 'ASC'],
  fields: {
    organisationId: uuid('letter_template.organisation_id'),
    kind: choice('letter_template.kind', writtenLetterKinds),
    language: choice('letter_template.language', letterLanguages),
    number: integer('letter_template.number'),
    state: choice('letter_template.state', letterTemplateStates),
    writtenAt: instant('letter_template.written_at'),
    publishedAt: instant('letter_template.published_at', { nullable: true }),
  },
  rows: (db: Queries) =>
    db
      .selectFrom('letter_template')
      .leftJoin('operator as writer', 'writer.id', 'letter_template.written_by_id')
      .leftJoin('operator as publisher', 'publisher.id', 'letter_template.published_by_id')
      .select([
        'letter_template.id',
        'letter_template.organisation_id as organisationId',
        'letter_template.kind',
        'letter_template.language',
        'letter_template.number',
        'letter_template.state',
        'letter_template.content',
        'letter_template.written_at as writtenAt',
        'writer.name as writtenByName',
        'letter_template.published_at as publishedAt',
        'publisher.name as publishedByName',
        'letter_template.superseded_at as supersededAt',
        'letter_template.version',
      ]),
  present: (row) => row,
});
