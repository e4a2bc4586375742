import type { z } from 'zod';
import type {
  ImportAnswerBody,
  ImportColumnsBody,
  ImportFieldName,
} from '../../api/contacts/import-schema.ts';
import type { imports } from '../messages/fr/imports.ts';

/** What a file looks like: its columns with the fields they were recognised as. */
export type FileColumns = z.output<typeof ImportColumnsBody>;

/** What was done with each row, or would be. */
export type ImportAnswer = z.output<typeof ImportAnswerBody>;
export type ImportRow = ImportAnswer['rows'][number];

export type ImportField = z.output<typeof ImportFieldName>;

/** The fields a column may be mapped to, in the order of the menu. */
export const fieldChoices = [
  'name',
  'firstName',
  'kind',
  'number',
  'reference',
  'email',
  'phone',
  'mobile',
  'address1',
  'address2',
  'address3',
  'postcode',
  'city',
  'country',
  'locale',
  'structureType',
  'collectivityType',
  'audienceCategory',
  'structure',
  'link',
  'remark',
] as const satisfies readonly ImportField[];

type FieldWord = keyof (typeof imports)['field'];

const fieldWords: ReadonlySet<string> = new Set<string>([
  ...fieldChoices,
  'collectivityTypeId',
  'audienceCategoryId',
  'addressLines',
] satisfies FieldWord[]);

/** Whether the console has a word for a field of a row. */
export function isFieldWord(field: string): field is FieldWord {
  return fieldWords.has(field);
}

/** Ways of looking at the rows. `attention`: rejected, remarked upon, or perhaps known already. */
export const rowQueues = ['all', 'attention', 'created', 'updated', 'unchanged', 'rejected'] as const;
export type RowQueue = (typeof rowQueues)[number];

/** Whether a row stands in a queue. */
export function isInQueue(row: ImportRow, queue: RowQueue): boolean {
  if (queue === 'all') return true;
  if (queue !== 'attention') return row.outcome === queue;
  return row.reasons.length + row.remarks.length + row.duplicates.length > 0;
}
