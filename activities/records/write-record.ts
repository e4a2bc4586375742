import { sql } from 'kysely';
import { type Scope, type ScopedTable, scoped } from '../../database/read-models/scoped.ts';
import type { Queries } from '../../database/schema.ts';
import { newId } from '../new-id.ts';
import { type FieldError, Problem } from '../problem.ts';
import { runVerb, type Verb, type VerbCaller } from '../verb.ts';
import { columnOf, type RecordKind, type RecordValues } from './record-kind.ts';
import { usesOf } from './uses.ts';

/**
 * Creates a settings record (verb `create`) and answers it as its list shows it.
 * @throws Problem `request.invalid`, `request.notFound` for a reference outside wall and perimeter (with its path),
 *   `record.duplicate`.
 */
export async function createRecord<Row>(
  caller: VerbCaller,
  kind: RecordKind<Row>,
  input: RecordValues,
): Promise<Row> {
  const told = withoutSecrets(kind, input);
  return runVerb(caller, `create ${kind.subject}`, told, (verb) => addRecord(verb, kind, input));
}

/** The same inside another verb's transaction. */
export async function addRecord<Row>(verb: Verb, kind: RecordKind<Row>, input: RecordValues): Promise<Row> {
  const { caller } = verb;
  const told = withoutSecrets(kind, input);
  const scope = scopeOf(caller);
  await resolveReferences(verb.db, scope, kind, input);
  refuse(kind.check?.(input, null) ?? []);
  const derived = (await kind.derive?.({ db: verb.db, scope, caller, now: verb.now }, input, null)) ?? {};
  const id = newId();
  const columns: RecordValues = {
    id,
    institution_id: verb.institutionId,
    ...columnsOf(kind, input),
    ...derived,
  };
  const names = Object.keys(columns);
  await sql`insert into ${sql.table(kind.table)} (${sql.join(names.map((name) => sql.ref(name)))})
    values (${sql.join(Object.values(columns))})`.execute(verb.db);
  const entered = await kind.after?.(verb, id, input);
  const row = await shown(verb, kind, widened(scope, entered), id);
  verb.record({
    verb: 'create',
    subjectType: kind.subject,
    subjectId: id,
    organisationId: organisationOf(row),
    after: (await kind.remember?.(verb, id, { before: {}, after: told }))?.after ?? told,
  });
  return row;
}

/**
 * Changes the fields given, and only those (verb `change`). Nothing changed: nothing is written, the version stays.
 * @throws Problem `request.notFound`, `record.version` with the record as it stands, and what `createRecord` throws.
 */
export async function changeRecord<Row extends object>(
  caller: VerbCaller,
  kind: RecordKind<Row>,
  input: { id: string; version: number | null; values: RecordValues },
): Promise<Row> {
  const told = { ...input, values: withoutSecrets(kind, input.values) };
  return runVerb(caller, `change ${kind.subject}`, told, async (verb) => {
    const scope = scopeOf(caller);
    const found = await lockRecord(verb, kind, scope, input);
    const fixed = new Set(kind.fixed ?? []);
    const given = Object.entries(input.values).filter(
      ([name]) => name in kind.fields.shape && !fixed.has(name),
    );
    const beforeValues = valuesOf(found);
    const changed = Object.fromEntries(given.filter(([name, value]) => !same(value, beforeValues[name])));
    if (Object.keys(changed).length === 0) return found;
    await resolveReferences(verb.db, scope, kind, changed);
    refuse(kind.check?.({ ...beforeValues, ...changed }, beforeValues) ?? []);
    const derived =
      (await kind.derive?.({ db: verb.db, scope, caller, now: verb.now }, changed, beforeValues)) ?? {};
    const columns = { ...columnsOf(kind, changed), ...derived };
    const sets = Object.entries(columns).map(([name, value]) => sql`${sql.ref(name)} = ${value}`);
    await sql`update ${sql.table(kind.table)} set ${sql.join([...sets, sql`version = version + 1`])}
      where id = ${input.id}`.execute(verb.db);
    await kind.after?.(verb, input.id, changed);
    const row = await shown(verb, kind, scope, input.id);
    const after = withoutSecrets(kind, changed);
    const before = Object.fromEntries(Object.keys(after).map((name) => [name, beforeValues[name] ?? null]));
    verb.record({
      verb: 'change',
      subjectType: kind.subject,
      subjectId: input.id,
      organisationId: organisationOf(row),
      ...((await kind.remember?.(verb, input.id, { before, after })) ?? { before, after }),
    });
    return row;
  });
}

/**
 * Deletes a settings record that nothing refers to (verb `delete`), and answers what it was.
 * @throws Problem `request.notFound`, `record.version`, `record.inUse` with what stands in the way.
 */
export async function deleteRecord<Row>(
  caller: VerbCaller,
  kind: RecordKind<Row>,
  input: { id: string; version: number | null },
): Promise<Row> {
  return runVerb(caller, `delete ${kind.subject}`, input, async (verb) => {
    const before = await lockRecord(verb, kind, scopeOf(caller), input);
    await kind.clear?.(verb, input.id);
    const reasons = await usesOf(verb.db, kind.table, input.id);
    if (reasons.length > 0) throw new Problem('record.inUse', { reasons });
    await sql`delete from ${sql.table(kind.table)} where id = ${input.id}`.execute(verb.db);
    verb.record({
      verb: 'delete',
      subjectType: kind.subject,
      subjectId: input.id,
      organisationId: organisationOf(before),
      before: kind.remember === undefined ? before : { version: input.version },
    });
    return before;
  });
}

/** The wall and perimeter of a caller. */
export function scopeOf({ institutionId, actor }: VerbCaller): Scope {
  const reader = actor.type === 'operator' ? { operatorId: actor.id } : {};
  const served = actor.served === undefined ? {} : { served: actor.served };
  return { institutionId, organisationIds: actor.organisationIds, ...served, ...reader };
}

/**
 * Locks a record within reach and answers it as it is shown, at the version the caller saw.
 * @throws Problem `request.notFound`, `record.version`
 */
export async function lockRecord<Row>(
  verb: Verb,
  kind: Pick<RecordKind<Row>, 'table' | 'list'>,
  scope: Scope,
  sought: { id: string; version: number | null },
): Promise<Row> {
  const locked = await sql<{ version: number }>`select version from ${sql.table(kind.table)}
    where ${sql.ref(`${kind.table}.id`)} = ${sought.id} and ${scoped(scope, kind.table)} for update`.execute(
    verb.db,
  );
  const version = locked.rows[0]?.version;
  const row = version === undefined ? null : await kind.list.one(verb.db, scope, sought.id);
  if (row === null) throw new Problem('request.notFound');
  if (sought.version !== null && sought.version !== version)
    throw new Problem('record.version', { current: row });
  return row;
}

/**
 * Every id in the values must lead to a record within reach; one that does not is answered as not there, with its path.
 * @throws Problem `request.notFound`
 */
async function resolveReferences(
  db: Queries,
  scope: Scope,
  kind: { references?: Readonly<Record<string, ScopedTable>> },
  values: RecordValues,
): Promise<void> {
  for (const [path, table] of Object.entries(kind.references ?? {})) {
    const id = values[path];
    if (typeof id === 'string') await requireRecord(db, scope, table, id, path);
  }
}

/** @throws Problem `request.notFound` with the path when no such record stands within reach. */
export async function requireRecord(
  db: Queries,
  scope: Scope,
  table: ScopedTable,
  id: string,
  path: string,
): Promise<void> {
  const found = await sql`select 1 from ${sql.table(table)}
    where ${sql.ref(`${table}.id`)} = ${id}::uuid and ${scoped(scope, table)}`.execute(db);
  if (found.rows.length === 0)
    throw new Problem('request.notFound', { errors: [{ path, code: 'field.reference' }] });
}

/** @throws Problem `request.invalid` when there is a fault. */
export function refuse(errors: readonly FieldError[]): void {
  if (errors.length > 0) throw new Problem('request.invalid', { errors: [...errors] });
}

/** What history and the caller's key may remember: a secret leaves only the trace that it was set. */
function withoutSecrets<Row>(kind: RecordKind<Row>, values: RecordValues): RecordValues {
  const secrets = new Set(kind.secrets ?? []);
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, secrets.has(name) ? true : value]),
  );
}

function columnsOf<Row>(kind: RecordKind<Row>, values: RecordValues): RecordValues {
  const json = new Set(kind.json ?? []);
  const apart = new Set([...(kind.apart ?? []), ...(kind.secrets ?? [])]);
  const written = Object.entries(values).filter(([name, value]) => value !== undefined && !apart.has(name));
  return Object.fromEntries(
    written.map(([name, value]) => [
      columnOf(name),
      json.has(name) && value !== null ? sql`${JSON.stringify(value)}::jsonb` : value,
    ]),
  );
}

async function shown<Row>(verb: Verb, kind: RecordKind<Row>, scope: Scope, id: string): Promise<Row> {
  const row = await kind.list.one(verb.db, scope, id);
  if (row === null) throw new Problem('request.notFound');
  return row;
}

function widened(scope: Scope, entered: readonly string[] | undefined): Scope {
  if (entered === undefined || scope.organisationIds === 'all') return scope;
  return { ...scope, organisationIds: [...scope.organisationIds, ...entered] };
}

function valuesOf(row: object): RecordValues {
  return Object.fromEntries(Object.entries(row));
}

function organisationOf(row: unknown): string | null {
  const id = typeof row === 'object' && row !== null && 'organisationId' in row ? row.organisationId : null;
  return typeof id === 'string' ? id : null;
}

/** The same value, whatever the order of keys. */
function same(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false;
  const [left, right] = [Object.entries(one), new Map(Object.entries(other))];
  return (
    left.length === right.size && left.every(([key, value]) => right.has(key) && same(value, right.get(key)))
  );
}
