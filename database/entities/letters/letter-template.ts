import { defineEntity, p } from '@mikro-orm/core';
import type { LetterLanguage } from '../../../rules/letters/letter-language.ts';
import type { WrittenLetterKind } from '../../../rules/letters/letter-snapshot.ts';
import type { LetterTemplate as Content } from '../../../rules/letters/letter-template.ts';
import type { LetterTemplateState } from '../../../rules/letters/template-life.ts';
import { id, instant, version } from '../columns.ts';
import { Institution } from '../organisation/institution.ts';
import { Operator } from '../organisation/operator.ts';
import { Organisation } from '../organisation/organisation.ts';

/**
 * A version of an organisation's own text for one kind of letter in one language. At most one is a draft and at most one
 * is published; without a published one the shipped text counts. Published, its content is never changed again.
 */
export const LetterTemplate = defineEntity({
  name: 'LetterTemplate',
  tableName: 'letter_template',
  uniques: [{ name: 'letter_template_number', properties: ['organisation', 'kind', 'language', 'number'] }],
  indexes: [
    {
      name: 'letter_template_published',
      expression:
        "create unique index letter_template_published on letter_template (organisation_id, kind, language) where state = 'published'",
    },
    {
      name: 'letter_template_draft',
      expression:
        "create unique index letter_template_draft on letter_template (organisation_id, kind, language) where state = 'draft'",
    },
  ],
  checks: [
    { name: 'letter_template_state', expression: "state in ('draft', 'published', 'superseded')" },
    { name: 'letter_template_language', expression: "language in ('fr', 'en', 'de', 'es', 'it')" },
  ],
  properties: {
    id: id(),
    institution: () => p.manyToOne(Institution),
    organisation: () => p.manyToOne(Organisation).deleteRule('cascade'),
    kind: p.text().$type<WrittenLetterKind>(),
    language: p.text().$type<LetterLanguage>(),
    number: p.integer(),
    state: p.text().$type<LetterTemplateState>().default('draft'),
    content: p.json<Content>(),
    writtenBy: () => p.manyToOne(Operator).nullable().deleteRule('set null'),
    writtenAt: instant().defaultRaw('now()'),
    publishedBy: () => p.manyToOne(Operator).nullable().deleteRule('set null'),
    publishedAt: instant().nullable(),
    supersededAt: instant().nullable(),
    version: version(),
  },
});
