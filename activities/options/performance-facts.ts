import { statement } from '../../database/statement.ts';
import { Problem } from '../problem.ts';
import { requireServed } from '../records/require-served.ts';
import type { Verb } from '../verb.ts';
import { type CatalogueFacts, catalogueFacts } from './catalogue-facts.ts';
import { inPerimeter } from './locked-option.ts';
import { type LinesRow, linesOfOption, type OptionLines, toLines } from './option-lines.ts';
import { type ProductScope, underProduct } from './products/under-product.ts';
import type { Room } from './room.ts';

/** Everything about a performance, a contact and a channel that a request or a placement is decided on. */
export interface PerformanceFacts extends CatalogueFacts {
  /** What the option is on, when it is not on seats; the settings above are then those of products. */
  product: ProductScope | null;
  /** Of products; true of seats, which the season says nothing about. */
  productOptionsAllowed: boolean;
  contactKind: 'individual' | 'structure';
  /** As whom it is asked. */
  asker: Omit<FactsQuestion, 'performanceId'>;
  /** Whose places are counted together: the structure the option is for, else the contact. */
  holderId: string;
  /** The collectivity type of the structure, else of the contact. */
  typeId: string | null;
  contactCategoryId: string | null;
  typeCategoryId: string | null;
  channelCategoryId: string | null;
  /** Whom limitation tables apply to: the structure the option is for, when it has a collectivity type. */
  limited: { contactId: string; typeId: string } | null;
  structure: { name: string; acceptance: 'pending' | 'accepted' | 'refused' | 'suspended' } | null;
  /** Stock rows of the contingents the channel may draw from. */
  stock: Room[];
}

/** Which performance, for whom, through which channel. */
export interface FactsQuestion {
  performanceId: string;
  contactId: string;
  /** The structure the option is for, when the contact is not that structure itself. */
  structureId: string | null;
  channelId: string;
}

/** As an option says it, but for another performance where one is named. */
export interface OptionFactsQuestion {
  optionId: string;
  performanceId: string | null;
}

/** What changes from one verb to the next, and the version of the settings that go with it. */
export interface LiveFacts {
  performanceId: string;
  channelId: string;
  contactId: string;
  catalogueVersion: string | null;
  contactKind: 'individual' | 'structure';
  contactCategoryId: string | null;
  contactTypeId: string | null;
  structureId: string | null;
  structureTypeId: string | null;
  structureName: string | null;
  structureAcceptance: 'pending' | 'accepted' | 'refused' | 'suspended' | null;
  /** Stock row, contingent, seat category, what is free, and of a pool what the row has and what is left, row by row. */
  stock: [
    stockId: string,
    contingentId: string,
    seatCategoryId: string,
    free: number,
    overbooking: number,
    spare: number | null,
  ][];
}

/**
 * Reads them in one round trip, two when the settings have changed since this process last looked; inside the verb's
 * transaction.
 * @throws Problem `request.notFound` for an id outside the wall or the perimeter.
 */
export async function performanceFacts(
  verb: Verb,
  question: FactsQuestion,
  product: ProductScope | null = null,
): Promise<PerformanceFacts> {
  return seenFacts(verb, await askLive(verb.ask, { optionId: null, ...question }), product);
}

/** Asks for the facts of an option together with its lines; the caller shows the facts to `seenFacts`. */
export async function optionFacts(
  ask: Verb['ask'],
  question: OptionFactsQuestion,
): Promise<{ live: LiveFacts | undefined; lines: OptionLines }> {
  const row = await askLive(ask, { ...question, contactId: null, structureId: null, channelId: null });
  return { live: row, lines: toLines(row) };
}

/**
 * The facts, when the performance is inside the caller's perimeter. What is counted for a product has no seats of its own to ask
 * for.
 * @throws Problem `request.notFound`
 */
export async function seenFacts(
  verb: Verb,
  live: LiveFacts | undefined,
  product: ProductScope | null = null,
): Promise<PerformanceFacts> {
  if (live === undefined) throw new Problem('request.notFound');
  const catalogue = await catalogueFacts(verb, live.performanceId, live.channelId, live.catalogueVersion);
  if (catalogue === undefined || !inPerimeter(verb, catalogue.organisationId))
    throw new Problem('request.notFound');
  if (product === null && catalogue.eventKind !== 'show') throw new Problem('request.notFound');
  if (product === null) await requireServed(verb, 'performance', [live.performanceId]);
  const { contactKind, contactCategoryId, contactTypeId, structureTypeId } = live;
  const { typeCategories, ranks } = catalogue;
  const categoryOf = (typeId: string | null) => (typeId === null ? undefined : typeCategories[typeId]);
  return {
    ...underProduct(catalogue, product),
    contactKind,
    asker: { contactId: live.contactId, structureId: live.structureId, channelId: live.channelId },
    holderId: live.structureId ?? live.contactId,
    typeId: structureTypeId ?? contactTypeId,
    contactCategoryId,
    typeCategoryId: categoryOf(contactTypeId) ?? categoryOf(structureTypeId) ?? null,
    channelCategoryId: catalogue.kindCategories[contactKind],
    limited: limitedContact(live),
    structure:
      live.structureName === null || live.structureAcceptance === null
        ? null
        : { name: live.structureName, acceptance: live.structureAcceptance },
    stock: live.stock.flatMap(([stockId, contingentId, seatCategoryId, free, overbooking, spare]) => {
      const rank = ranks[contingentId];
      return rank === undefined
        ? []
        : [{ stockId, contingentId, seatCategoryId, rank, free, overbooking, spare }];
    }),
  };
}

function limitedContact(live: LiveFacts): PerformanceFacts['limited'] {
  const { structureId, structureTypeId } = live;
  if (structureId === null || structureTypeId === null) return null;
  return { contactId: structureId, typeId: structureTypeId };
}

/** What is null is what the option says. */
type AskedFacts = { [Key in keyof FactsQuestion | 'optionId']: string | null };

async function askLive(
  ask: Verb['ask'],
  { optionId, performanceId, contactId, structureId, channelId }: AskedFacts,
): Promise<(LiveFacts & LinesRow) | undefined> {
  const [facts] = await ask(statement<LiveFacts & LinesRow>`
    select q.performance_id as "performanceId", q.channel_id as "channelId",
      (select v.version from catalogue_version v where v.institution_id = c.institution_id) as "catalogueVersion",
      g.id as "structureId", c.id as "contactId", c.kind as "contactKind", c.audience_category_id as "contactCategoryId",
      c.collectivity_type_id as "contactTypeId", g.collectivity_type_id as "structureTypeId",
      g.name as "structureName", g.acceptance as "structureAcceptance",
      coalesce((select json_agg(json_build_array(t.id, t.contingent_id, t.seat_category_id,
          t.capacity + t.overbooking - t.held - t.ordered - t.sold - t.blocked - t.allotted - t.recalling,
          t.overbooking, case when k.pool > 0 or k.lent > 0 then k.pool - k.lent end))
        from stock t left join stock_category k using (performance_id, seat_category_id)
        where t.performance_id = q.performance_id), '[]') as stock,
      ${linesOfOption}
    from (select o.id as option_id, coalesce(${performanceId}::uuid, o.performance_id) as performance_id,
        coalesce(${contactId}::uuid, o.contact_id) as contact_id, coalesce(${channelId}::uuid, o.channel_id) as channel_id,
        coalesce(${structureId}::uuid, o.structure_id) as structure_id
      from (select ${optionId}::uuid as id) asked left join seat_option o on o.id = asked.id) q
    join contact c on c.id = q.contact_id
    left join contact g on g.id = coalesce(q.structure_id, case when c.kind = 'structure' then c.id end)`);
  return facts;
}
