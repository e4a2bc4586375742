import { sql } from 'kysely';
import { z } from 'zod';
import { locales } from '../../rules/messages/locale.ts';
import { newId } from '../new-id.ts';
import { Problem } from '../problem.ts';
import { runVerb, type VerbCaller } from '../verb.ts';

const Words = z.array(z.string().max(80)).max(60);

/** How one list is shown. */
const ListPreference = z.strictObject({
  hiddenColumns: Words.optional(),
  /** Places of the columns, in the order they are shown. */
  columnOrder: z.array(z.int().min(0).max(200)).max(60).optional(),
  rowsPerPage: z.union([z.literal(25), z.literal(50), z.literal(100)]).optional(),
  /** A saved view by its id, or one that is shipped by its name. */
  defaultView: z.string().max(60).nullable().optional(),
});

const fixed = {
  theme: z.enum(['light', 'dark', 'system']),
  language: z.enum(locales),
  density: z.enum(['comfortable', 'compact']),
  organisation: z.uuid(),
  /** Sections of the menu that are closed. */
  menu: Words,
};

/** `list.` and the name of a list of the console. */
const listName = /^list\.[a-z][a-z-]{0,59}$/;

/** The name of a preference. */
export const PreferenceName = z
  .string()
  .max(65)
  .regex(new RegExp(`^(${Object.keys(fixed).join('|')})$|${listName.source}`));

/** Every preference an operator may have; absent means as it ships. */
export const Preferences = z.object(fixed).partial().catchall(ListPreference).meta({ id: 'Preferences' });

/**
 * Keeps how the operator likes the console (verb `set-preference`); null goes back to what ships. The last write wins,
 * and history does not tell of it: it changes nothing but what its owner sees.
 * @throws Problem `request.invalid` for a value that the preference cannot have, `request.forbidden` without operator.
 */
export async function setPreference(
  caller: VerbCaller,
  input: { name: string; value: unknown },
): Promise<unknown> {
  const { name } = input;
  const value = input.value === null ? null : readValue(name, input.value);
  if (caller.actor.type !== 'operator') throw new Problem('request.forbidden');
  return runVerb(caller, 'set-preference', input, async ({ db, institutionId, actor, now }) => {
    if (value === null) {
      await db
        .deleteFrom('operator_preference')
        .where('operator_id', '=', actor.id)
        .where('name', '=', name)
        .execute();
      return null;
    }
    const kept = sql`${JSON.stringify(value)}::jsonb`;
    await db
      .insertInto('operator_preference')
      .values({
        id: newId(),
        institution_id: institutionId,
        operator_id: actor.id,
        name,
        value: kept,
        changed_at: now,
      })
      .onConflict((conflict) =>
        conflict.columns(['operator_id', 'name']).doUpdateSet({ value: kept, changed_at: now }),
      )
      .execute();
    return value;
  });
}

function readValue(name: string, value: unknown): unknown {
  const schema = isFixed(name) ? fixed[name] : ListPreference;
  const parsed = schema.safeParse(value);
  if (parsed.success && listNameOrFixed(name)) return parsed.data;
  throw new Problem('request.invalid', { errors: [{ path: 'value', code: 'field.format' }] });
}

function listNameOrFixed(name: string): boolean {
  return isFixed(name) || listName.test(name);
}

function isFixed(name: string): name is keyof typeof fixed {
  return Object.hasOwn(fixed, name);
}
