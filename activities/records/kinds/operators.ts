import { z } from 'zod';
import { operatorList, roleList } from '../../../database/read-models/operators.ts';
import { servesAll } from '../../../database/read-models/served.ts';
import type { Queries } from '../../../database/schema.ts';
import { locales } from '../../../rules/messages/locale.ts';
import { isRight } from '../../../rules/organisation/right-tree.ts';
import { newId } from '../../new-id.ts';
import { endSessionsOf } from '../../organisation/end-sessions.ts';
import { hashPassword } from '../../organisation/password.ts';
import { Problem } from '../../problem.ts';
import type { Verb, VerbCaller } from '../../verb.ts';
import { type Cover, CoveredIds, writeCovers } from '../covers.ts';
import { Code, Email, Name, NamesByLanguage } from '../fields.ts';
import { defineRecord, type RecordValues } from '../record-kind.ts';
import { requireRecord, scopeOf } from '../write-record.ts';

const Rights = z.array(z.string().max(100).refine(isRight)).max(500);
const roleFields = { code: Code, name: Name, names: NamesByLanguage, rights: Rights };

/**
 * Roles. Nobody gives a right they do not hold: a right that is added must be held wherever somebody has the role, and a
 * role that is held beyond one's reach keeps its rights.
 */
export const roleRecords = defineRecord({
  subject: 'role',
  table: 'role',
  fields: z.strictObject(roleFields),
  required: ['code', 'name', 'rights'],
  json: ['names', 'rights'],
  row: z
    .object({
      id: z.uuid(),
      ...roleFields,
      rights: z.array(z.string()),
      organisationIds: z.array(z.uuid()).meta({ description: 'Where somebody holds it' }),
      version: z.int(),
    })
    .meta({ id: 'Role' }),
  list: roleList,
  derive: async ({ db, scope, caller }, { rights }, before) => {
    if (rights === undefined) return {};
    const had = new Set(z.array(z.string()).safeParse(before?.rights).data ?? []);
    const added = (z.array(z.string()).safeParse(rights).data ?? []).filter((right) => !had.has(right));
    const held = before === null ? [] : await organisationsWith(db, String(before.id));
    const beyond = held.some((id) => scope.organisationIds !== 'all' && !scope.organisationIds.includes(id));
    if (beyond) throw new Problem('request.forbidden');
    if (held.length === 0) requireOwnRight(caller, added);
    for (const organisationId of held) requireRightsIn(caller, organisationId, added);
    return {};
  },
});

const Holding = z.strictObject({ roleId: z.uuid(), organisationId: z.uuid() });
const Holdings = z.array(Holding).max(200);
const operatorFields = {
  email: Email.transform((email) => email.toLowerCase()).meta({ type: 'string', format: 'email' }),
  name: Name,
  locale: z.enum(locales),
  disabled: z.boolean(),
  roles: Holdings,
  everyAudience: z.boolean().meta({ description: 'Serves contacts of every audience category' }),
  audienceCategoryIds: CoveredIds.meta({
    description: 'The audience categories served, when not every one is',
  }),
  everyFamily: z.boolean().meta({ description: 'Serves every product family' }),
  familyIds: CoveredIds.meta({
    description:
      'The product families served, when not every one is; without single entries no seats are placed',
  }),
};

const served: Cover = {
  cover: 'operator_cover',
  owner: 'operator',
  fields: {
    audienceCategoryIds: { table: 'audience_category', column: 'audience_category_id' },
    familyIds: { table: 'product_family', column: 'family_id' },
  },
};

/**
 * People who work in the console. A password is only ever set, never shown. Nobody gives a role with more rights than
 * their own, takes the place of somebody who has more (by a new password or e-mail), nor shuts themselves out.
 * Sessions end with a new password, and with the operator.
 */
export const operatorRecords = defineRecord({
  subject: 'operator',
  table: 'operator',
  fields: z.strictObject({ ...operatorFields, password: z.string().min(12).max(200) }),
  required: ['email', 'name', 'password', 'roles'],
  secrets: ['password'],
  apart: ['roles', 'disabled', ...Object.keys(served.fields)],
  row: z
    .object({ id: z.uuid(), ...operatorFields, email: z.string(), demo: z.boolean(), version: z.int() })
    .meta({ id: 'Operator' }),
  list: operatorList,
  derive: async ({ db, caller, now }, values, before) => {
    const isSelf = before !== null && before.id === caller.actor.id;
    if (isSelf && values.disabled === true)
      throw new Problem('record.inUse', { reasons: [{ code: 'operator.self', values: {} }] });
    const entry = values.password !== undefined || values.email !== undefined;
    if (before !== null && !isSelf && entry) await requireNoStronger(db, caller, String(before.id));
    requireNoWider(caller, before === null ? { everyAudience: true, everyFamily: true, ...values } : values);
    return { ...(await passwordColumn(values)), ...disabledColumn(values, before, now) };
  },
  after: async (verb, id, values) => {
    const { roles, disabled, password } = values;
    if (roles !== undefined) await setHoldings(verb, id, Holdings.parse(roles));
    await writeCovers(verb, served, id, values);
    if (disabled === true || password !== undefined) await endSessionsOf(verb, { operatorId: id });
    return [];
  },
  clear: async (verb, id) => {
    await endSessionsOf(verb, { operatorId: id });
  },
});

async function passwordColumn({ password }: RecordValues): Promise<RecordValues> {
  return typeof password === 'string' ? { password_hash: await hashPassword(password) } : {};
}

function disabledColumn({ disabled }: RecordValues, before: RecordValues | null, now: string): RecordValues {
  if (disabled === undefined || disabled === (before?.disabled ?? false)) return {};
  return { disabled_at: disabled === true ? now : null };
}

/** Roles held before stay as they were; a new one needs rights that the giver holds, in an organisation of theirs. */
async function setHoldings(
  verb: Verb,
  operatorId: string,
  wanted: readonly z.infer<typeof Holding>[],
): Promise<void> {
  const { db, caller, institutionId } = verb;
  const held = await db
    .selectFrom('operator_role')
    .select(['id', 'role_id', 'organisation_id'])
    .where('operator_id', '=', operatorId)
    .execute();
  const keys = new Set(wanted.map(({ roleId, organisationId }) => `${roleId} ${organisationId}`));
  const dropped = held.filter((row) => !keys.has(`${row.role_id} ${row.organisation_id}`));
  const known = new Set(held.map((row) => `${row.role_id} ${row.organisation_id}`));
  if (dropped.length > 0) {
    await db
      .deleteFrom('operator_role')
      .where(
        'id',
        'in',
        dropped.map(({ id }) => id),
      )
      .execute();
  }
  for (const [position, { roleId, organisationId }] of wanted.entries()) {
    const path = `roles.${position}`;
    const key = `${roleId} ${organisationId}`;
    if (known.has(key)) continue;
    known.add(key);
    await requireRecord(db, scopeOf(caller), 'organisation', organisationId, `${path}.organisationId`);
    await requireRecord(db, scopeOf(caller), 'role', roleId, `${path}.roleId`);
    const role = await db
      .selectFrom('role')
      .select('rights')
      .where('id', '=', roleId)
      .executeTakeFirstOrThrow();
    requireRightsIn(caller, organisationId, role.rights);
    await db
      .insertInto('operator_role')
      .values({
        id: newId(),
        institution_id: institutionId,
        operator_id: operatorId,
        role_id: roleId,
        organisation_id: organisationId,
      })
      .execute();
  }
}

/**
 * Who serves some clients or products only has nobody serve more.
 * @throws Problem `request.forbidden`
 */
function requireNoWider({ actor }: VerbCaller, { everyAudience, everyFamily }: RecordValues): void {
  const { audienceCategoryIds, familyIds } = actor.served ?? servesAll;
  const wider =
    (everyAudience === true && audienceCategoryIds !== 'all') ||
    (everyFamily === true && familyIds !== 'all');
  if (wider) throw new Problem('request.forbidden');
}

/** The organisations in which somebody holds a role. */
async function organisationsWith(db: Queries, roleId: string): Promise<string[]> {
  const held = await db
    .selectFrom('operator_role')
    .select('organisation_id')
    .distinct()
    .where('role_id', '=', roleId)
    .execute();
  return held.map(({ organisation_id }) => organisation_id);
}

/** @throws Problem `request.forbidden` when the colleague holds a right somewhere that the caller does not hold there. */
async function requireNoStronger(db: Queries, caller: VerbCaller, operatorId: string): Promise<void> {
  const held = await db
    .selectFrom('operator_role')
    .innerJoin('role', 'role.id', 'operator_role.role_id')
    .select(['operator_role.organisation_id', 'role.rights'])
    .where('operator_role.operator_id', '=', operatorId)
    .execute();
  for (const { organisation_id, rights } of held) requireRightsIn(caller, organisation_id, rights);
  const colleague = await db
    .selectFrom('operator')
    .select(['every_audience as everyAudience', 'every_family as everyFamily'])
    .where('id', '=', operatorId)
    .executeTakeFirstOrThrow();
  requireNoWider(caller, colleague);
}

/** @throws Problem `request.forbidden` for a right the giver does not hold in the organisation. */
export function requireRightsIn(
  { actor }: VerbCaller,
  organisationId: string,
  rights: readonly string[],
): void {
  if (actor.rights === 'all') return;
  const own = new Set(actor.rights[organisationId] ?? []);
  if (rights.some((right) => !own.has(right))) throw new Problem('request.forbidden');
}

/** @throws Problem `request.forbidden` for a right the giver holds nowhere. */
function requireOwnRight({ actor }: VerbCaller, rights: readonly string[]): void {
  if (actor.rights === 'all') return;
  const own = new Set(Object.values(actor.rights).flat());
  if (rights.some((right) => !own.has(right))) throw new Problem('request.forbidden');
}
