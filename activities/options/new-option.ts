import { sql } from 'kysely';
import { type Decision, keptDecision } from '../../rules/authorisation/decide.ts';
import { newId } from '../new-id.ts';
import { type FieldError, Problem } from '../problem.ts';
import { requireServed } from '../records/require-served.ts';
import type { Verb } from '../verb.ts';
import { type Choice, lastStart } from './choices.ts';
import type { AnsweredLine } from './option-answer.ts';
import { insertLines } from './option-lines.ts';
import { type PerformanceFacts, performanceFacts } from './performance-facts.ts';
import type { ProductFacts } from './products/product-facts.ts';
import {
  factsOfLines,
  type RequestedProduct,
  type ResolvedLine,
  resolveProduct,
} from './products/resolve-product.ts';

/** One seat category asked for. */
export interface RequestedLine {
  seatCategoryId: string;
  quantity: number;
  minimumQuantity?: number | null;
  audienceSubcategoryId?: string | null;
}

/** What a contact asks for: a performance, up to three fallback dates, places by seat category. */
export interface RequestInput extends RequestWords {
  performanceId: string;
  fallbackPerformanceIds?: string[] | null;
  lines: RequestedLine[];
}

/** What a contact asks for: so many units of a product, with what is chosen of its lines. */
export type ProductRequest = RequestWords & RequestedProduct;

/** A request for seats or for a product. */
export type AnyRequest = RequestInput | ProductRequest;

interface RequestWords {
  contactId: string;
  /** As whose relay; left out: the structure they are the relay of, when there is one only. Null: for themselves. */
  structureId?: string | null;
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
  /** Facts of each choice, the first choice first; of a product those of all its lines, the earliest first. */
  choices: [PerformanceFacts, ...PerformanceFacts[]];
  lines: [ResolvedLine, ...ResolvedLine[]];
  /** What is asked for, when it is not seats. */
  product: { facts: ProductFacts; quantity: number } | null;
}

/**
 * Resolves every id of a request.
 * @throws Problem `request.notFound` (an id outside the wall or the perimeter), `request.invalid` with the field at
 *   fault, `channel.none`.
 */
export async function resolveRequest(verb: Verb, input: AnyRequest): Promise<ResolvedRequest> {
  return 'productId' in input ? resolveOnProduct(verb, input) : resolveOnSeats(verb, input);
}

async function resolveOnProduct(verb: Verb, input: ProductRequest): Promise<ResolvedRequest> {
  await requireServed(verb, 'contact', [input.contactId]);
  const { product, lines } = await resolveProduct(verb, input);
  const subcategories = lines.flatMap((line) => line.audienceSubcategoryId ?? []);
  await requireServed(verb, 'audience_subcategory', subcategories);
  const { channelId, structureId } = await channelAndStructure(verb, {
    ...input,
    performanceId: lines[0].performanceId,
    subcategories,
  });
  const question = { contactId: input.contactId, structureId, channelId };
  const performances = lines.map(({ performanceId }) => performanceId);
  const choices = await factsOfLines(verb, question, product, performances);
  return { channelId, structureId, choices, lines, product: { facts: product, quantity: input.quantity } };
}

async function resolveOnSeats(verb: Verb, input: RequestInput): Promise<ResolvedRequest> {
  const fallbacks = input.fallbackPerformanceIds ?? [];
  assertDistinct(input, fallbacks);
  await requireServed(verb, 'contact', [input.contactId]);
  const subcategories = subcategoryIds(input);
  await requireServed(verb, 'audience_subcategory', subcategories);
  const { channelId, structureId } = await channelAndStructure(verb, { ...input, subcategories });
  const question = { contactId: input.contactId, structureId, channelId };
  const first = await performanceFacts(verb, { ...question, performanceId: input.performanceId });
  const rest: PerformanceFacts[] = [];
  for (const performanceId of fallbacks)
    rest.push(await performanceFacts(verb, { ...question, performanceId }));
  assertLines(input.lines, first);
  assertSameHouse([first, ...rest]);
  const lines = input.lines.map(
    (line): ResolvedLine => ({
      seatCategoryId: line.seatCategoryId,
      performanceId: input.performanceId,
      productLineId: null,
      quantity: line.quantity,
      minimumQuantity: line.minimumQuantity ?? null,
      audienceSubcategoryId: line.audienceSubcategoryId ?? null,
    }),
  );
  const [line, ...more] = lines;
  if (line === undefined)
    throw new Problem('request.invalid', { errors: [{ path: 'lines', code: 'field.tooSmall' }] });
  return { channelId, structureId, choices: [first, ...rest], lines: [line, ...more], product: null };
}

/** Through which channel, and as whom, a performance is asked for. */
type Asker = Pick<RequestWords, 'contactId' | 'channelId' | 'structureId'> & {
  performanceId: string;
  subcategories: string[];
};

async function channelAndStructure(verb: Verb, input: Asker) {
  const { rows } = await sql<{ channelId: string | null; structureId: string | null; subcategories: number }>`
    select
      (select c.id from sales_channel c join performance p on p.organisation_id = c.organisation_id
        where p.id = ${input.performanceId} and c.active and (${input.channelId ?? null}::uuid is null
          and c.kind = 'back-office' or c.id = ${input.channelId ?? null}::uuid) order by c.code limit 1) as "channelId",
      (select case when count(*) = 1 then min(l.structure_id::text)::uuid end from contact_link l
        where l.individual_id = ${input.contactId} and l.kind = 'relay' and l.starts_on <= ${verb.now}::date
          and (l.ends_on is null or l.ends_on >= ${verb.now}::date)) as "structureId",
      (select count(*)::int from audience_subcategory u
        where u.id = any(${input.subcategories}::uuid[])) as subcategories`.execute(verb.db);
  const row =
    input.structureId === undefined ? rows[0] : rows[0] && { ...rows[0], structureId: input.structureId };
  if (row === undefined || row.subcategories !== new Set(input.subcategories).size) {
    throw new Problem('request.notFound');
  }
  if (row.channelId === null) throw await noChannel(verb, input);
  return { channelId: row.channelId, structureId: row.structureId };
}

/** A performance nobody may see is not found; one without a channel says so. */
async function noChannel(verb: Verb, input: Asker): Promise<Problem> {
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

/** Writes the lines and choices of an option; a product has one choice, the earliest of its performances. */
export async function writeRequested(
  verb: Verb,
  optionId: string,
  request: Pick<ResolvedRequest, 'choices' | 'lines' | 'product'>,
): Promise<AnsweredLine[]> {
  const institution_id = verb.institutionId;
  const lines = request.lines.map(
    (line): AnsweredLine => ({
      id: newId(),
      performanceId: line.performanceId,
      productLineId: line.productLineId,
      seatCategoryId: line.seatCategoryId,
      audienceSubcategoryId: line.audienceSubcategoryId,
      requestedQuantity: line.quantity,
      minimumQuantity: line.minimumQuantity,
      placed: [],
    }),
  );
  const choices = request.product === null ? request.choices : request.choices.slice(0, 1);
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
  await insertLines(verb, optionId, lines).execute();
  return lines;
}

/** The start that makes a request past: the latest of its choices; of a product the earliest of its performances. */
export function pastStart({ choices, product }: Pick<ResolvedRequest, 'choices' | 'product'>): Choice {
  return product === null ? lastStart(choices) : choices[0];
}

/** What the row of an option says of the product it is on. */
export function productColumns({ product }: Pick<ResolvedRequest, 'product'>) {
  return product === null
    ? { kind: 'seats' as const, product_id: null, product_quantity: null }
    : { kind: 'product' as const, product_id: product.facts.id, product_quantity: product.quantity };
}

/** The row of a new option, requested; a direct placement is placed in the same transaction. */
export async function insertOption(
  verb: Verb,
  input: AnyRequest,
  request: ResolvedRequest,
  origin: 'request' | 'direct',
  authorised: { decision: Decision; profilePaymentOn: string | null } | null,
) {
  const [first] = request.choices;
  return verb.db
    .insertInto('seat_option')
    .values({
      id: newId(),
      institution_id: verb.institutionId,
      organisation_id: first.organisationId,
      ...productColumns(request),
      origin,
      contact_id: input.contactId,
      structure_id: request.structureId,
      channel_id: request.channelId,
      state: 'requested',
      performance_id: first.performanceId,
      performance_starts_at: first.startsAt,
      requested_quantity: request.lines.reduce((sum, line) => sum + line.quantity, 0),
      accepts_upgrade: input.acceptsUpgrade ?? false,
      remark: input.remark ?? null,
      internal_remark: input.internalRemark ?? null,
      requested_at: verb.now,
      next_action_at: pastStart(request).startsAt,
      end_policy: first.endPolicy,
      grace_hours: first.graceHours,
      profile_payment_on: authorised?.profilePaymentOn ?? null,
      authorisation: authorised === null ? null : keptDecision(authorised.decision),
    })
    .returningAll()
    .executeTakeFirstOrThrow();
}
