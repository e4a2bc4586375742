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

/**
 * Keeps the new values of personal fields in rows of their own and answers what history may hold: for those fields the
 * ids of the former and of the new row, for the others the value itself.
 */
export async function rememberPersonally(
  verb: Verb,
  contactId: string,
  change: RecordChange,
): Promise<RecordChange> {
  const personal = Object.entries(change.after).filter(([field]) => personalFields.has(field));
  const plain = { before: withoutPersonal(change.before), after: withoutPersonal(change.after) };
  if (personal.length === 0) return plain;
  const known = await verb.db
    .selectFrom('personal_value')
    .distinctOn('field')
    .select(['id', 'field'])
    .where('contact_id', '=', contactId)
    .where(
      'field',
      'in',
      personal.map(([field]) => field),
    )
    .orderBy('field')
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .execute();
  const rows = personal.map(([field, value]) => ({
    id: newId(),
    institution_id: verb.institutionId,
    contact_id: contactId,
    field,
    value: typeof value === 'string' || value === null ? value : JSON.stringify(value),
    at: verb.now,
  }));
  await verb.db.insertInto('personal_value').values(rows).execute();
  return {
    before: { ...plain.before, ...references(known) },
    after: { ...plain.after, ...references(rows) },
  };
}

function withoutPersonal(values: RecordValues): RecordValues {
  return Object.fromEntries(Object.entries(values).filter(([field]) => !personalFields.has(field)));
}

function references(rows: readonly { id: string; field: string }[]): RecordValues {
  return Object.fromEntries(rows.map(({ id, field }) => [field, { personalValueId: id }]));
}
