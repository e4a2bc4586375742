import type { Selectable } from 'kysely';
import type { Schema } from '../../database/schema.ts';
import { piece, statement } from '../../database/statement.ts';
import { type AllowedActionFacts, reasonsAgainst } from '../../rules/options/allowed-actions.ts';
import type { OptionVerb } from '../../rules/options/life.ts';
import type { OptionKind } from '../../rules/options/rights.ts';
import { Problem } from '../problem.ts';
import { requireServed } from '../records/require-served.ts';
import type { Verb } from '../verb.ts';

/** What verbs know of an option: its row without what only screens show. */
export type OptionRow = Omit<
  Selectable<Schema['seat_option']>,
  | 'remark'
  | 'internal_remark'
  | 'authorisation'
  | 'no_letters_reason'
  | 'requested_at'
  | 'decided_at'
  | 'requested_quantity'
  | 'placed_quantity'
>;

const columns = piece`id, institution_id, organisation_id, number, kind, product_id, product_quantity, twin_of, origin, contact_id, structure_id, channel_id, state,
  refused_from, lapsed_from, split_from_id, performance_id, performance_starts_at, accepts_upgrade, placed_at, confirmation_due_at, confirmation_due_rule, profile_payment_on,
  end_policy, grace_hours, overdue_at, due_plan, reminded_at, next_action_at, booking_file_id, order_id, basket_id, version`;

/** What every verb on one option is told: which one, the version its caller saw, and the motive. */
export interface OptionVerbInput {
  optionId: string;
  /** The kind of options the caller's right is for: one of the other kind is not found. Processes serve both. */
  kind?: OptionKind;
  /** Refused with 412 when the option has changed since; null takes it as it is. */
  version?: number | null;
  /** The motive, kept in history. */
  reason?: string | null;
  /** Goes on after a warning of the rules, with its motive. */
  override?: { reason: string } | null;
}

/**
 * Locks an option inside the caller's perimeter and checks the version they saw.
 * @throws Problem `request.notFound` | `record.version`.
 */
export async function lockOption(verb: Verb, input: OptionVerbInput): Promise<OptionRow> {
  return seenOption(verb, input, await lockedRow(verb.ask, input.optionId));
}

/** Locks an option's row; the caller shows it to `seenOption`. */
export async function lockedRow(ask: Verb['ask'], optionId: string): Promise<OptionRow | undefined> {
  const [option] = await ask(
    statement<OptionRow>`select ${columns} from seat_option where id = ${optionId} for update`,
  );
  return option;
}

/**
 * The locked option, when it is inside the caller's perimeter and still in the version they saw. A contact reaches what is
 * theirs, and only until the house has begun to treat it.
 * @throws Problem `request.notFound` | `record.version` | `option.treated`.
 */
export async function seenOption(
  verb: Verb,
  input: Pick<OptionVerbInput, 'version' | 'kind'>,
  option: OptionRow | undefined,
): Promise<OptionRow> {
  if (option === undefined || !inPerimeter(verb, option.organisation_id))
    throw new Problem('request.notFound');
  if (input.kind !== undefined && input.kind !== option.kind) throw new Problem('request.notFound');
  await requireServed(verb, 'seat_option', [option.id]);
  const { holderId } = verb.actor;
  if (holderId !== undefined) {
    if ((option.structure_id ?? option.contact_id) !== holderId) throw new Problem('request.notFound');
    if (option.state !== 'requested') throw new Problem('option.treated');
  }
  if (typeof input.version === 'number' && input.version !== option.version)
    throw new Problem('record.version');
  return option;
}

/** True when the caller works for this organisation. */
export function inPerimeter(verb: Verb, organisationId: string): boolean {
  const { organisationIds } = verb.actor;
  return organisationIds === 'all' || organisationIds.includes(organisationId);
}

/**
 * Asks the life table, the time and the order whether a verb is possible now.
 * @throws Problem `option.state` | `performance.past` with the reason.
 */
export function assertPossible(
  name: OptionVerb,
  facts: Omit<AllowedActionFacts, 'rights' | 'kind'>,
  against = reasonsAgainst,
): void {
  const [first] = against(name, facts);
  if (first === undefined) return;
  const code = first.code === 'performance.past' ? 'performance.past' : 'option.state';
  const values =
    first.code === 'performance.past' || first.code === 'option.state'
      ? first.values
      : { state: facts.state, verb: name };
  throw new Problem(code, { values, reasons: [first] });
}

/** True when the caller holds a right in an organisation; processes and the system hold them all. */
export function holdsRight(verb: Verb, right: string, organisationId: string): boolean {
  const { rights } = verb.actor;
  return rights === 'all' || (rights[organisationId]?.includes(right) ?? false);
}
