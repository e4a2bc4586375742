import type pg from 'pg';

/** A column as code that writes and reads it must know it. */
export interface Column {
  type: string;
  /** It may be left empty. */
  nullable: boolean;
  /** It may be left out. */
  optional: boolean;
}

/** Columns by `table.column`. */
export type Shape = ReadonlyMap<string, Column>;

export async function shapeOf(client: pg.Client): Promise<Shape> {
  const { rows } = await client.query<Column & { name: string }>(
    `select format('%s.%s', c.relname, a.attname) as name, format_type(a.atttypid, a.atttypmod) as type,
       not a.attnotnull as nullable, not a.attnotnull or a.atthasdef or a.attidentity <> '' as optional
     from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
     where n.nspname = 'public' and c.relkind in ('r', 'p') and a.attnum > 0 and not a.attisdropped`,
  );
  return new Map(rows.map(({ name, ...column }) => [name, column]));
}

/** What code that knows the one shape could not do with the other. */
export function narrowed(before: Shape, after: Shape): string[] {
  const faults: string[] = [];
  for (const [name, was] of before) {
    const is = after.get(name);
    if (is === undefined) faults.push(`${name} is gone`);
    else if (is.type !== was.type) faults.push(`${name} was ${was.type}, is ${is.type}`);
    else if (was.nullable && !is.nullable) faults.push(`${name} may no longer be empty`);
    else if (was.optional && !is.optional) faults.push(`${name} must be written`);
  }
  const tables = new Set([...before.keys()].map(tableOf));
  for (const [name, is] of after)
    if (!before.has(name) && tables.has(tableOf(name)) && !is.optional)
      faults.push(`${name} must be written`);
  return faults;
}

function tableOf(name: string): string {
  return name.slice(0, name.indexOf('.'));
}
