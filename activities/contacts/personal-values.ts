import { newId } from '../new-id.ts';
import type { RecordChange, RecordValues } from '../records/record-kind.ts';
import type { Verb } from '../verb.ts';

/** Fields that say who a person is: history names them, the values stand apart and can be shredded. */
const personalFields = new Set([
  'name',
  'email',
  'phone',
  'mobile',
  'addressLines',
  'postcode',
  'city',
  'country',
  'remark',
]);

/** What changes on one contact. */
export interface ContactChange extends RecordChange {
  contactId: string;
}

/**
 * Keeps the new values of personal fields in rows of their own and answers what history may hold: for those fields the
 * ids of the former and of the new row, for the others the value itself.
 */
export async function rememberPersonally(
  verb: Verb,
  contactId: string,
  change: RecordChange,
): Promise<RecordChange> {
  const [remembered] = await rememberAllPersonally(verb, [{ contactId, ...change }]);
  return remembered ?? change;
}

/** Does the same for the changes of many contacts, each named once, and answers them in their order. */
export async function rememberAllPersonally(
  verb: Verb,
  changes: readonly ContactChange[],
): Promise<RecordChange[]> {
  const rows = changes.flatMap(({ contactId, after }) =>
    Object.entries(after)
      .filter(([field]) => personalFields.has(field))
      .map(([field, value]) => ({
        id: newId(),
        institution_id: verb.institutionId,
        contact_id: contactId,
        field,
        value: typeof value === 'string' || value === null ? value : JSON.stringify(value),
        at: verb.now,
      })),
  );
  const before = await formerValues(
    verb,
    changes.filter((change) => Object.keys(change.before).some((field) => personalFields.has(field))),
  );
  if (rows.length > 0) await verb.db.insertInto('personal_value').values(rows).execute();
  const after = byContact(rows);
  return changes.map((change) => {
    const fields = new Set(Object.keys(change.after));
    const former = (before.get(change.contactId) ?? []).filter(({ field }) => fields.has(field));
    return {
      before: { ...withoutPersonal(change.before), ...references(former) },
      after: { ...withoutPersonal(change.after), ...references(after.get(change.contactId) ?? []) },
    };
  });
}

type Kept = { id: string; contact_id: string; field: string };

/** The latest rows of each field of these contacts. */
async function formerValues(verb: Verb, changes: readonly ContactChange[]): Promise<Map<string, Kept[]>> {
  if (changes.length === 0) return new Map();
  const known = await verb.db
    .selectFrom('personal_value')
    .distinctOn(['contact_id', 'field'])
    .select(['id', 'contact_id', 'field'])
    .where(
      'contact_id',
      'in',
      changes.map(({ contactId }) => contactId),
    )
    .orderBy('contact_id')
    .orderBy('field')
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .execute();
  return byContact(known);
}

function byContact(rows: readonly Kept[]): Map<string, Kept[]> {
  const map = new Map<string, Kept[]>();
  for (const row of rows) {
    const list = map.get(row.contact_id);
    if (list === undefined) map.set(row.contact_id, [row]);
    else list.push(row);
  }
  return map;
}

function withoutPersonal(values: RecordValues): RecordValues {
  return Object.fromEntries(Object.entries(values).filter(([field]) => !personalFields.has(field)));
}

function references(rows: readonly Kept[]): RecordValues {
  return Object.fromEntries(rows.map(({ id, field }) => [field, { personalValueId: id }]));
}
