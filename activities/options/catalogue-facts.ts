import type { Database } from '../../database/database.ts';
import { piece, statement } from '../../database/statement.ts';
import { type LimitationTable, tablesCovering } from '../../rules/authorisation/limitations.ts';
import type { OptionProfile } from '../../rules/authorisation/profiles.ts';
import type { ChosenKind } from '../../rules/letters/sent-kinds.ts';
import type { DeadlineSettings } from '../../rules/options/deadline-settings.ts';
import type { Verb } from '../verb.ts';
import type { PublishedRules } from './managed-rules.ts';

/**
 * What the settings say of a performance as one sales channel sees it: the same for every contact, and changed seldom.
 */
export interface CatalogueFacts {
  performanceId: string;
  organisationId: string;
  startsAt: string;
  timeZone: string;
  performanceState: 'open' | 'closed' | 'cancelled';
  seasonId: string;
  activityId: string;
  eventId: string;
  /** What is counted at it: seats of a show, visitors, or an article. */
  eventKind: 'show' | 'visit' | 'article';
  familyId: string;
  seasonName: string;
  seasonOpen: boolean;
  activityName: string;
  seatOptionsAllowed: boolean;
  deductsAvailability: boolean;
  daysAfterPlacement: number | null;
  daysBeforePerformance: number | null;
  endPolicy: 'flag' | 'release';
  graceHours: number;
  deadlines: DeadlineSettings;
  /** The kinds of letter its organisation chose to send. */
  letterKinds: readonly ChosenKind[];
  directOptionDueAt: string | null;
  channelName: string;
  /** The channel's word on seats left alone. */
  isolatedSeatTrigger: number | null;
  isolatedSeatsAllowed: boolean;
  categories: { id: string; code: string; name: string; optionAllowed: boolean }[];
  grid: { seatCategoryId: string; subcategoryId: string; priceCents: number }[];
  optionDefaults: { categoryId: string; subcategoryId: string }[];
  /** The channel's default audience category for each kind of contact. */
  kindCategories: Readonly<Record<'individual' | 'structure', string | null>>;
  /** The audience category of each collectivity type that has one, by the type's id. */
  typeCategories: Readonly<Record<string, string>>;
  /** The contingents the channel may draw from, with the rank they are drawn in. */
  ranks: Readonly<Record<string, number>>;
  /** The validated limitation tables that cover the performance, whichever types they apply to. */
  limitationTables: readonly LimitationTable[];
  /** Those of every product family. */
  allTables: readonly LimitationTable[];
  /** The validated profiles for seats of the channel, whatever their days and what they cover. */
  profiles: readonly OptionProfile[];
  /** The same for products, with the products each names; none: all. */
  productProfiles: readonly (OptionProfile & { productIds: readonly string[] })[];
  /** The five parameters of the season about options on products (seed 004 « Options produits autorisées »). */
  productOptions: ProductParameters;
  eventName: string;
  /** The names of the collectivity types, by id. */
  typeNames: Readonly<Record<string, string>>;
  /** The house's own rules that count, or will. */
  publishedRules: readonly PublishedRules[];
}

/** As PostgreSQL answers: what code tells apart stands together. */
type ReadFacts = Omit<CatalogueFacts, 'allTables' | 'profiles' | 'productProfiles'> & {
  profiles: (CatalogueFacts['productProfiles'][number] & { kind: 'seats' | 'products' })[];
};

/** What a season says of options on products. */
export interface ProductParameters {
  allowed: boolean;
  deductsAvailability: boolean;
  daysAfterPlacement: number | null;
  daysBeforePerformance: number | null;
}

/** Performances, through a channel each, that a process remembers for one database. */
const most = 5_000;

const remembered = new WeakMap<Database, Map<string, { version: string; facts: CatalogueFacts }>>();

/**
 * The catalogue's facts under the version just read in the verb's transaction: as this process remembers them, else
 * read now. Any change of the settings they are made of raises the version with its commit (`catalogue_version`), so a
 * setting changed is a setting seen. A verb that changes settings itself does not ask for them in its own transaction.
 */
export async function catalogueFacts(
  verb: Verb,
  performanceId: string,
  channelId: string,
  version: string | null,
): Promise<CatalogueFacts | undefined> {
  const { database } = verb.caller;
  const known = remembered.get(database) ?? new Map<string, { version: string; facts: CatalogueFacts }>();
  remembered.set(database, known);
  const key = `${verb.institutionId}/${performanceId}/${channelId}`;
  const found = known.get(key);
  if (found !== undefined && found.version === version) return found.facts;
  const [row] = await verb.ask(catalogueOf(performanceId, channelId));
  if (row === undefined) return undefined;
  const { version: readUnder, ...read } = row;
  const facts = {
    ...read,
    limitationTables: tablesCovering(read.limitationTables, read),
    allTables: read.limitationTables,
    profiles: read.profiles.filter(({ kind }) => kind === 'seats'),
    productProfiles: read.profiles.filter(({ kind }) => kind === 'products'),
  };
  if (readUnder !== null) {
    if (known.size >= most) known.clear();
    known.set(key, { version: readUnder, facts });
  }
  return facts;
}

const limitationTables = piece`coalesce((select json_agg(json_build_object('id', t.id, 'name', t.name,
    'familyId', t.family_id, 'maximumPerOption', t.maximum_per_option,
    'maximumPerPerformance', t.maximum_per_performance, 'maximumPerSeason', t.maximum_per_season,
    'collectivityTypes', coalesce((select json_agg(json_build_object('id', y.id, 'name', y.name))
      from limitation_cover c join collectivity_type y on y.id = c.collectivity_type_id
      where c.limitation_table_id = t.id), '[]'),
    'seasonIds', v.seasons, 'activityIds', v.activities, 'eventIds', v.events, 'seatCategoryIds', v.categories)
    order by t.code)
  from limitation_table t cross join lateral (
    select coalesce(array_remove(array_agg(c.season_id), null), '{}') as seasons,
      coalesce(array_remove(array_agg(c.activity_id), null), '{}') as activities,
      coalesce(array_remove(array_agg(c.event_id), null), '{}') as events,
      coalesce(array_remove(array_agg(c.seat_category_id), null), '{}') as categories
    from limitation_cover c where c.limitation_table_id = t.id) v
  where t.organisation_id = p.organisation_id and t.state = 'validated'), '[]')`;

/** A profile that names no channel is for all of its organisation. Those for products stand among the others. */
const profiles = piece`coalesce((select json_agg(json_build_object('id', t.id, 'kind', t.kind, 'name', t.name,
    'startsOn', t.starts_on, 'endsOn', t.ends_on, 'paymentOn', t.payment_on, 'minimumQuantity', t.minimum_quantity,
    'eventIds', v.events, 'performanceIds', v.performances, 'seatCategoryIds', v.categories,
    'productIds', v.products) order by t.code)
  from option_profile t cross join lateral (
    select coalesce(array_remove(array_agg(c.event_id), null), '{}') as events,
      coalesce(array_remove(array_agg(c.performance_id), null), '{}') as performances,
      coalesce(array_remove(array_agg(c.seat_category_id), null), '{}') as categories,
      coalesce(array_remove(array_agg(c.channel_id), null), '{}') as channels,
      coalesce(array_remove(array_agg(c.product_id), null), '{}') as products
    from option_profile_cover c where c.option_profile_id = t.id) v
  where t.organisation_id = p.organisation_id and t.state = 'validated'
    and (cardinality(v.channels) = 0 or ch.id = any(v.channels))), '[]')`;

const publishedRules = piece`coalesce((select json_agg(json_build_object('id', t.id, 'number', t.number,
    'effectiveAt', t.effective_at, 'supersededAt', t.superseded_at))
  from rule_set t where t.organisation_id = p.organisation_id and t.effective_at is not null
    and (t.superseded_at is null or t.superseded_at > now())), '[]')`;

const catalogueOf = (performanceId: string, channelId: string) => statement<
  ReadFacts & { version: string | null }
>`
    select p.id as "performanceId", p.organisation_id as "organisationId", p.starts_at as "startsAt",
      p.time_zone as "timeZone", p.state as "performanceState", s.id as "seasonId", a.id as "activityId",
      e.id as "eventId", e.kind as "eventKind", e.family_id as "familyId", s.name as "seasonName", s.open as "seasonOpen",
      a.name as "activityName", a.seat_options_allowed as "seatOptionsAllowed",
      a.deducts_availability as "deductsAvailability",
      a.confirmation_days_after_placement as "daysAfterPlacement",
      a.confirmation_days_before_performance as "daysBeforePerformance",
      a.end_policy as "endPolicy", a.grace_hours as "graceHours",
      deadline_settings(a.id) as deadlines,
      (select g.letter_kinds from organisation g where g.id = p.organisation_id) as "letterKinds",
      ch.direct_option_due_at as "directOptionDueAt", ch.name as "channelName",
      ch.isolated_seat_trigger as "isolatedSeatTrigger", ch.isolated_seats_allowed as "isolatedSeatsAllowed",
      ${limitationTables} as "limitationTables", ${profiles} as profiles, ${publishedRules} as "publishedRules",
      json_build_object('allowed', s.product_options_allowed, 'deductsAvailability', s.product_deducts_availability,
        'daysAfterPlacement', s.product_days_after_placement,
        'daysBeforePerformance', s.product_days_before_performance) as "productOptions",
      e.name as "eventName",
      coalesce((select json_object_agg(t.id, t.name) from collectivity_type t), '{}') as "typeNames",
      json_build_object('individual', ch.individual_audience_category_id,
        'structure', ch.structure_audience_category_id) as "kindCategories",
      coalesce((select json_agg(json_build_object('id', k.id, 'code', k.code, 'name', k.name,
          'optionAllowed', k.option_allowed)) from seat_category k where k.venue_id = p.venue_id), '[]') as categories,
      coalesce((select json_agg(json_build_object('seatCategoryId', r.seat_category_id,
          'subcategoryId', r.audience_subcategory_id, 'priceCents', r.price_cents))
        from price r where r.performance_id = p.id), '[]') as grid,
      coalesce((select json_agg(json_build_object('categoryId', u.audience_category_id, 'subcategoryId', u.id))
        from audience_subcategory u where u.option_default), '[]') as "optionDefaults",
      coalesce((select json_object_agg(t.id, t.audience_category_id)
        from collectivity_type t where t.audience_category_id is not null), '{}') as "typeCategories",
      coalesce((select json_object_agg(x.contingent_id, x.rank)
        from channel_contingent x where x.channel_id = ch.id), '{}') as ranks,
      (select v.version from catalogue_version v where v.institution_id = p.institution_id) as version
    from performance p
    join show_event e on e.id = p.event_id
    join season_activity a on a.id = e.activity_id
    join season s on s.id = e.season_id
    join sales_channel ch on ch.id = ${channelId}
    where p.id = ${performanceId}`;
