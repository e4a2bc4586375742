import { sql } from 'kysely';
import { z } from 'zod';
import { organisationList } from '../../../database/read-models/organisations.ts';
import { chosenKinds } from '../../../rules/letters/sent-kinds.ts';
import type { Verb } from '../../verb.ts';
import { AddressLines, Code, Email, Name, Phone } from '../fields.ts';
import { defineRecord } from '../record-kind.ts';
import { deadlineFields } from './deadline-fields.ts';

const fields = {
  code: Code,
  name: Name,
  addressLines: AddressLines,
  email: Email.nullable(),
  phone: Phone.nullable(),
  currency: z.string().regex(/^[A-Z]{3}$/),
  rulesSecondPerson: z
    .boolean()
    .meta({ description: 'Whoever publishes rules is not the one who wrote them' }),
  letterKinds: z
    .array(z.enum(chosenKinds))
    .max(chosenKinds.length)
    .meta({ description: 'The letters it sends, of those it may choose' }),
  ...deadlineFields,
};

/** Houses of the institution. Whoever founds one holds in it the roles that let them found it. */
export const organisationRecords = defineRecord({
  subject: 'organisation',
  table: 'organisation',
  fields: z.strictObject(fields),
  required: ['code', 'name'],
  json: ['addressLines', 'letterKinds', 'reminderDays'],
  row: z.object({ id: z.uuid(), ...fields, version: z.int() }).meta({ id: 'Organisation' }),
  list: organisationList,
  clear: async (verb, id) => {
    await verb.db.deleteFrom('operator_role').where('organisation_id', '=', id).execute();
  },
  after: async (verb, id) => {
    const { actor } = verb;
    if (actor.type !== 'operator' || !(await isNew(verb, id))) return [];
    await sql`insert into operator_role (id, institution_id, operator_id, role_id, organisation_id)
      select distinct on (g.role_id) uuidv7(), g.institution_id, g.operator_id, g.role_id, ${id}::uuid
      from operator_role g join role r on r.id = g.role_id
      where g.operator_id = ${actor.id}::uuid and r.rights ? 'organisation.organisations:create'`.execute(
      verb.db,
    );
    return [id];
  },
});

/** Nobody holds a role in an organisation that was just founded. */
async function isNew(verb: Verb, id: string): Promise<boolean> {
  const held = await verb.db
    .selectFrom('operator_role')
    .select('id')
    .where('organisation_id', '=', id)
    .limit(1)
    .executeTakeFirst();
  return held === undefined;
}
