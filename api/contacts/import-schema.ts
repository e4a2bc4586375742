import { z } from 'zod';
import { importFields } from '../../activities/contacts/importing/import-fields.ts';
import { importLimits } from '../../activities/contacts/importing/table.ts';

export const ImportFieldName = z.enum(importFields);
const ContactKind = z.enum(['individual', 'structure']);

/** A JSON list as one parameter of an address: the field of each column, null for a column that is left out. */
const Mapping = z
  .string()
  .max(4_000)
  .transform((text, context) => {
    try {
      return z.array(ImportFieldName.nullable()).max(importLimits.columns).parse(JSON.parse(text));
    } catch {
      context.addIssue({ code: 'custom' });
      return z.NEVER;
    }
  })
  .meta({
    type: 'string',
    description: 'JSON list with the field of each column, or null',
    example: '["name",null]',
  });

export const ImportQuery = z.strictObject({
  dryRun: z
    .enum(['true', 'false'])
    .optional()
    .meta({ description: 'Says what would be done, and leaves nothing' }),
  mapping: Mapping.optional(),
  kind: ContactKind.optional().meta({ description: 'What a row is that does not say' }),
});

const Note = z.object({
  code: z.string(),
  message: z.string(),
});

/** What was done with a file of contacts, or would be. */
export const ImportAnswerBody = z
  .object({
    created: z.int(),
    updated: z.int(),
    unchanged: z.int(),
    rejected: z.int(),
    rows: z.array(
      z.object({
        line: z.int().meta({ description: 'Line of the file, from 1' }),
        outcome: z.enum(['created', 'updated', 'unchanged', 'rejected']),
        name: z.string(),
        contactId: z.uuid().nullable(),
        number: z.int().nullable(),
        fields: z.array(z.string()).meta({ description: 'Fields that are written' }),
        reasons: z.array(Note).meta({ description: 'Why the row is not taken' }),
        remarks: z.array(Note),
        duplicates: z
          .array(
            z.object({
              because: z.enum(['email', 'phone', 'name']),
              contactId: z.uuid().nullable(),
              number: z.int().nullable(),
              line: z.int().nullable(),
              name: z.string(),
            }),
          )
          .meta({ description: 'Others who may be the same; nobody was merged' }),
        cells: z.array(z.string()).meta({ description: 'Of a rejected row, as they were read' }),
      }),
    ),
  })
  .meta({ id: 'ContactImport' });

/** What a file of contacts looks like, before anything is done with it. */
export const ImportColumnsBody = z
  .object({
    format: z.enum(['csv', 'xlsx']),
    rows: z.int(),
    kind: ContactKind,
    columns: z.array(
      z.object({
        title: z.string(),
        field: ImportFieldName.nullable().meta({ description: 'Recognised by its title' }),
        samples: z.array(z.string()),
      }),
    ),
  })
  .meta({ id: 'ContactImportColumns' });
