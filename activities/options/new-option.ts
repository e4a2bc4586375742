import { sql } from 'kysely';
import { keptDecision } from '../../rules/authorisation/decide.ts';
import { newId } from '../new-id.ts';
import { type FieldError, Problem } from '../problem.ts';
import { requireServed } from '../records/require-served.ts';
import type { Verb } from '../verb.ts';
import type { AuthorisedRequest } from './authorise-request.ts';
import { lastStart } from './choices.ts';
import type { AnsweredLine } from './option-answer.ts';
import { type PerformanceFacts, performanceFacts } from './performance-facts.ts';

/** One seat category asked for. */
export interface RequestedLine {
  seatCategoryId: string;
  quantity: number;
  minimumQuantity?: number | null;
  audienceSubcategoryId?: string | null;
}

/** What a contact asks for: a performance, up to three fallback dates, places by seat category. */
export interface RequestInput {
  contactId: string;
  /** As whose relay; left out: the structure they are the relay of, when there is one only. Null: for themselves. */
  structureId?: string | null;
  performanceId: string;
  fallbackPerformanceIds?: string[] | null;
  lines: RequestedLine[];
  acceptsUpgrade?: boolean | null;
  remark?: string | null;
  internalRemark?: string | null;
  /** Left out: the back-office channel of the performance's organisation. */
  channelId?: string | null;
  reason?: string | null;
  override?: { reason: string } | null;
}

/** What is asked for, resolved inside the wall and the perimeter. */
export interface ResolvedRequest {
  channelId: string;
  /** The structure an individual acts for, when they are the relay of exactly one. */
  structureId: string | null;
  /** Facts of each choice, the first choice first. */
  choices: [PerformanceFacts, ...PerformanceFacts[]];
}

/**
 * Resolves every id of a request.
 * @throws Problem `request.notFound` (an id outside the wall or the perimeter), `request.invalid` with the field at
 *   fault, `channel.none`.
 */
export async function resolveRequest(verb: Verb, input: RequestInput): Promise<ResolvedRequest> {
  const fallbacks = input.fallbackPerformanceIds ?? [];
  assertDistinct(input, fallbacks);
  await requireServed(verb, 'contact', [input.contactId]);
  await requireServed(verb, 'audience_subcategory', subcategoryIds(input));
  const { channelId, structureId } = await channelAndStructure(verb, input);
  const question = { contactId: input.contactId, structureId, channelId };
  const first = await performanceFacts(verb, { ...question, performanceId: input.performanceId });
  const rest: PerformanceFacts[] = [];
  for (const performanceId of fallbacks)
    rest.push(await performanceFacts(verb, { ...question, performanceId }));
  assertLines(input.lines, first);
  assertSameHouse([first, ...rest]);
  return { channelId, structureId, choices: [first, ...rest] };
}

async function channelAndStructure(verb: Verb, input: RequestInput) {
  const { rows } = await sql<{ channelId: string | null; structureId: string | null; subcategories: number }>`
    select
      (select c.id from sales_channel c join performance p on p.organisation_id = c.organisation_id
        where p.id = ${input.performanceId} and c.active and (${input.channelId ?? null}::uuid is null
          and c.kind = 'back-office' or c.id = ${input.channelId ?? null}::uuid) order by c.code limit 1) as "channelId",
      (select case when count(*) = 1 then min(l.structure_id::text)::uuid end from contact_link l
        where l.individual_id = ${input.contactId} and l.kind = 'relay' and l.starts_on <= ${verb.now}::date
          and (l.ends_on is null or l.ends_on >= ${verb.now}::date)) as "structureId",
      (select count(*)::int from audience_subcategory u
        where u.id = any(${subcategoryIds(input)}::uuid[])) as subcategories`.execute(verb.db);
  const row =
    input.structureId === undefined ? rows[0] : rows[0] && { ...rows[0], structureId: input.structureId };
  if (row === undefined || row.subcategories !== new Set(subcategoryIds(input)).size) {
    throw new Problem('request.notFound');
  }
  if (row.channelId === null) throw await noChannel(verb, input);
  return { channelId: row.channelId, structureId: row.structureId };
}

/** A performance nobody may see is not found; one without a channel says so. */
async function noChannel(verb: Verb, input: RequestInput): Promise<Problem> {
  if (typeof input.channelId === 'string') return new Problem('request.notFound');
  const performance = await verb.db
    .selectFrom('performance')
    .select('id')
    .where('id', '=', input.performanceId)
    .executeTakeFirst();
  return new Problem(performance === undefined ? 'request.notFound' : 'channel.none');
}

function subcategoryIds(input: RequestInput): string[] {
  return input.lines.flatMap((line) => line.audienceSubcategoryId ?? []);
}

function assertDistinct(input: RequestInput, fallbacks: readonly string[]): void {
  const performances = [input.performanceId, ...fallbacks];
  const errors = fallbacks.flatMap((id, at): FieldError[] =>
    performances.indexOf(id) === at + 1
      ? []
      : [{ path: `fallbackPerformanceIds.${at}`, code: 'field.invalid' }],
  );
  if (errors.length > 0) throw new Problem('request.invalid', { errors });
}

function assertLines(lines: readonly RequestedLine[], facts: PerformanceFacts): void {
  const errors = lines.flatMap((line, at): FieldError[] => {
    if (!facts.categories.some((category) => category.id === line.seatCategoryId)) {
      return [{ path: `lines.${at}.seatCategoryId`, code: 'field.reference' }];
    }
    const tooMuch = typeof line.minimumQuantity === 'number' && line.minimumQuantity > line.quantity;
    return tooMuch ? [{ path: `lines.${at}.minimumQuantity`, code: 'field.tooLarge' }] : [];
  });
  if (errors.length > 0) throw new Problem('request.invalid', { errors });
}

function assertSameHouse(choices: readonly PerformanceFacts[]): void {
  const errors = choices.flatMap((choice, at): FieldError[] =>
    choice.organisationId === choices[0]?.organisationId
      ? []
      : [{ path: `fallbackPerformanceIds.${at - 1}`, code: 'field.reference' }],
  );
  if (errors.length > 0) throw new Problem('request.invalid', { errors });
}

/** Writes the lines and choices of an option. */
export async function writeRequested(
  verb: Verb,
  optionId: string,
  input: RequestInput,
  choices: readonly PerformanceFacts[],
): Promise<AnsweredLine[]> {
  const institution_id = verb.institutionId;
  const lines = input.lines.map((line) => ({ id: newId(), ...line }));
  await verb.db
    .insertInto('option_choice')
    .values(
      choices.map(({ performanceId }, rank) => ({
        id: newId(),
        institution_id,
        option_id: optionId,
        performance_id: performanceId,
        rank,
      })),
    )
    .execute();
  await verb.db
    .insertInto('option_line')
    .values(
      lines.map((line, position) => ({
        id: line.id,
        institution_id,
        option_id: optionId,
        position,
        performance_id: input.performanceId,
        seat_category_id: line.seatCategoryId,
        audience_subcategory_id: line.audienceSubcategoryId ?? null,
        requested_quantity: line.quantity,
        minimum_quantity: line.minimumQuantity ?? null,
      })),
    )
    .execute();
  return lines.map((line) => ({
    id: line.id,
    seatCategoryId: line.seatCategoryId,
    audienceSubcategoryId: line.audienceSubcategoryId ?? null,
    requestedQuantity: line.quantity,
    minimumQuantity: line.minimumQuantity ?? null,
    placed: [],
  }));
}

/** The row of a new option, requested; a direct placement is placed in the same transaction. */
export async function insertOption(
  verb: Verb,
  input: RequestInput,
  request: ResolvedRequest,
  origin: 'request' | 'direct',
  authorised: AuthorisedRequest | null,
) {
  const [first] = request.choices;
  return verb.db
    .insertInto('seat_option')
    .values({
      id: newId(),
      institution_id: verb.institutionId,
      organisation_id: first.organisationId,
      origin,
      contact_id: input.contactId,
      structure_id: request.structureId,
      channel_id: request.channelId,
      state: 'requested',
      performance_id: first.performanceId,
      performance_starts_at: first.startsAt,
      requested_quantity: input.lines.reduce((sum, line) => sum + line.quantity, 0),
      accepts_upgrade: input.acceptsUpgrade ?? false,
      remark: input.remark ?? null,
      internal_remark: input.internalRemark ?? null,
      requested_at: verb.now,
      next_action_at: lastStart(request.choices).startsAt,
      end_policy: first.endPolicy,
      grace_hours: first.graceHours,
      profile_payment_on: authorised?.profilePaymentOn ?? null,
      authorisation: authorised === null ? null : keptDecision(authorised.decision),
    })
    .returningAll()
    .executeTakeFirstOrThrow();
}
