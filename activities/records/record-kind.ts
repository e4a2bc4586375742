import { z } from 'zod';
import type { List } from '../../database/read-models/list.ts';
import type { Scope, ScopedTable } from '../../database/read-models/scoped.ts';
import type { Queries } from '../../database/schema.ts';
import type { FieldError } from '../problem.ts';
import type { Verb, VerbCaller } from '../verb.ts';

/** The values of a record by field name, as they came through the kind's schemas. */
export type RecordValues = Readonly<Record<string, unknown>>;

/** Fields before and after a write. */
export interface RecordChange {
  before: RecordValues;
  after: RecordValues;
}

/** Where a verb asks and who asks. */
export interface RecordContext {
  db: Queries;
  scope: Scope;
  caller: VerbCaller;
  now: string;
}

/** What a kind of settings record is, in one object: everything create, change and delete need to know. */
export interface RecordDefinition<Row> {
  /** Its name in history, such as `season-activity`. */
  subject: string;
  table: ScopedTable;
  /** All fields a person may write. None has a default: absent means the column's own, or unchanged. */
  fields: z.ZodObject;
  required: readonly string[];
  /** Said at creation and never again. */
  fixed?: readonly string[];
  /** Fields that name another record: it must stand inside the writer's wall and perimeter. */
  references?: Readonly<Record<string, ScopedTable>>;
  /** Fields kept as JSON. */
  json?: readonly string[];
  /** Fields that history must never hold; they are no column either: `derive` turns them into one. */
  secrets?: readonly string[];
  /** Fields that are no column of the table: `after` writes them. */
  apart?: readonly string[];
  list: List<Row>;
  /** Faults that show only when the whole record is looked at. `before` is null at creation. */
  check?(values: RecordValues, before: RecordValues | null): FieldError[];
  /** Columns that follow from others, by column name. May refuse with a Problem. */
  derive?(context: RecordContext, values: RecordValues, before: RecordValues | null): Promise<RecordValues>;
  /** What history keeps of the values, where it must not keep them as they are. */
  remember?(verb: Verb, id: string, change: RecordChange): Promise<RecordChange>;
  /** Takes away what stands and falls with the record, before it is deleted. */
  clear?(verb: Verb, id: string): Promise<void>;
  /** Rows that hang on the record, written after it. Answers organisations the writer has just been let into. */
  after?(verb: Verb, id: string, values: RecordValues): Promise<readonly string[] | undefined>;
}

/** A kind of settings record, with the schemas its writers are held to. */
export interface RecordKind<Row> extends RecordDefinition<Row> {
  create: z.ZodObject;
  change: z.ZodObject;
}

/**
 * Declares a kind. A change may carry the whole record as it was read: fields that are fixed or only shown are accepted
 * and left alone, so that a screen can send back what it got.
 */
export function defineRecord<Row extends z.ZodObject>(
  definition: RecordDefinition<z.output<Row>> & { row: Row },
): RecordKind<z.output<Row>> & { row: Row } {
  const { fields, required, fixed = [], row } = definition;
  const optional = fields.partial();
  const create = z.strictObject({ ...optional.shape, ...pick(fields.shape, required) });
  const shown = Object.keys(row.shape).filter((name) => !(name in fields.shape) || fixed.includes(name));
  const ignored = Object.fromEntries(
    shown.map((name) => [
      name,
      z.unknown().optional().meta({ description: 'As it was read; not changed', readOnly: true }),
    ]),
  );
  const change = z.strictObject({ ...optional.shape, ...ignored });
  return { ...definition, create, change };
}

function pick(shape: z.ZodRawShape, names: readonly string[]): Record<string, z.core.$ZodType> {
  return Object.fromEntries(Object.entries(shape).filter(([name]) => names.includes(name)));
}

/** `startsOn` stands in the column `starts_on`. */
export function columnOf(field: string): string {
  return field.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
