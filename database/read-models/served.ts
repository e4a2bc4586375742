import { type RawBuilder, type SqlBool, sql } from 'kysely';

/** Whom and what somebody works for: audience categories (French *nature de client*) and product families. */
export interface Served {
  audienceCategoryIds: readonly string[] | 'all';
  familyIds: readonly string[] | 'all';
}

/** Who is not restricted serves everybody. */
export const servesAll: Served = { audienceCategoryIds: 'all', familyIds: 'all' };

/** True when something is out of reach for them. */
export function isRestricted({ audienceCategoryIds, familyIds }: Served): boolean {
  return audienceCategoryIds !== 'all' || familyIds !== 'all';
}

type Condition = RawBuilder<SqlBool>;
type Column = (name: string) => RawBuilder<unknown>;

/** How rows of a table hang on what is served. */
type Hold =
  | 'audience'
  | 'audience-itself'
  | 'contact'
  | 'event'
  | 'family'
  | 'family-itself'
  | 'link'
  | 'letter'
  | 'option'
  | 'option-part'
  | 'order'
  | 'order-part'
  | 'file'
  | 'performance'
  | 'performance-part'
  | 'plan'
  | 'price'
  | 'history';

const holds = {
  audience_category: 'audience-itself',
  audience_subcategory: 'audience',
  basket: 'order-part',
  booking_file: 'file',
  bulk_item: 'option-part',
  claim: 'performance-part',
  contact: 'contact',
  contact_link: 'link',
  contingent_release: 'performance-part',
  customer_order: 'order',
  external_sale: 'performance-part',
  history: 'history',
  letter: 'letter',
  limitation_table: 'family',
  operation: 'order-part',
  option_choice: 'option-part',
  option_line: 'option-part',
  performance: 'performance',
  performance_seat: 'performance-part',
  price: 'price',
  product: 'family',
  product_family: 'family-itself',
  release_plan: 'plan',
  seat_option: 'option',
  show_event: 'event',
  stock: 'performance-part',
  stock_category: 'performance-part',
} as const satisfies Readonly<Record<string, Hold>>;

const among = (ids: readonly string[]) => sql`any(${[...ids]}::uuid[])`;
const all = (conditions: readonly Condition[]): Condition =>
  conditions.length === 0 ? sql<SqlBool>`true` : sql<SqlBool>`(${sql.join(conditions, sql` and `)})`;

function isHeld(table: string): table is keyof typeof holds {
  return table in holds;
}

/**
 * The condition that rows of `table` are for whom and for what the reader serves; null for an unrestricted reader and for
 * tables that belong to no client and no product. `organisationIds`: whose back offices say what a contact without a
 * category is.
 */
export function servedCondition(
  served: Served,
  organisationIds: readonly string[] | 'all',
  table: string,
  alias: string,
): Condition | null {
  if (!isRestricted(served) || !isHeld(table)) return null;
  const column: Column = (name) => sql.ref(`${alias}.${name}`);
  return conditionOf(holds[table], new Reach(served, organisationIds), column);
}

function conditionOf(hold: Hold, reach: Reach, column: Column): Condition {
  switch (hold) {
    case 'audience-itself':
      return reach.audience(column('id'));
    case 'audience':
      return reach.audience(column('audience_category_id'));
    case 'contact':
      return reach.contact(column);
    case 'link':
      return all([reach.contactId(column('individual_id')), reach.contactId(column('structure_id'))]);
    case 'family-itself':
      return reach.family(column('id'));
    case 'family':
    case 'event':
      return reach.family(column('family_id'));
    case 'performance':
      return reach.eventId(column('event_id'));
    case 'performance-part':
      return reach.performanceId(column('performance_id'));
    case 'plan':
      return reach.plan(column);
    case 'price':
      return all([
        reach.performanceId(column('performance_id')),
        reach.price(column('audience_subcategory_id')),
      ]);
    case 'option':
      return reach.option(column);
    case 'option-part':
      return reach.optionId(column('option_id'));
    case 'order':
      return sql`${column('id')} in (${reach.options('order_id')})`;
    case 'order-part':
      return sql`${column('order_id')} in (${reach.options('order_id')})`;
    case 'file':
      return sql`${column('id')} in (${reach.options('booking_file_id')})`;
    case 'letter':
      return sql`case when ${column('option_id')} is null then ${reach.contactId(column('contact_id'))}
        else ${reach.optionId(column('option_id'))} end`;
    case 'history':
      return reach.history(column);
  }
}

/** The conditions for one reader. */
class Reach {
  readonly #served: Served;
  readonly #organisationIds: readonly string[] | 'all';

  constructor(served: Served, organisationIds: readonly string[] | 'all') {
    this.#served = served;
    this.#organisationIds = organisationIds;
  }

  audience(categoryId: RawBuilder<unknown>): Condition {
    const { audienceCategoryIds: ids } = this.#served;
    return ids === 'all' ? all([]) : sql<SqlBool>`coalesce(${categoryId} = ${among(ids)}, false)`;
  }

  price(subcategoryId: RawBuilder<unknown>): Condition {
    if (this.#served.audienceCategoryIds === 'all') return all([]);
    return sql`${subcategoryId} in (select sub.id from audience_subcategory sub
      where ${this.audience(sql`sub.audience_category_id`)})`;
  }

  family(familyId: RawBuilder<unknown>): Condition {
    const { familyIds: ids } = this.#served;
    return ids === 'all' ? all([]) : sql<SqlBool>`${familyId} = ${among(ids)}`;
  }

  eventId(eventId: RawBuilder<unknown>): Condition {
    if (this.#served.familyIds === 'all') return all([]);
    return sql`${eventId} in (select e.id from show_event e where ${this.family(sql`e.family_id`)})`;
  }

  performanceId(performanceId: RawBuilder<unknown>): Condition {
    if (this.#served.familyIds === 'all') return all([]);
    return sql`${performanceId} in (select p.id from performance p where ${this.eventId(sql`p.event_id`)})`;
  }

  /** A plan for all performances of an organisation reaches further than one family. */
  plan(column: Column): Condition {
    if (this.#served.familyIds === 'all') return all([]);
    return sql`case when ${column('performance_id')} is not null then ${this.performanceId(column('performance_id'))}
      else ${column('event_id')} is not null and ${this.eventId(column('event_id'))} end`;
  }

  /**
   * A contact is of the audience category they have, or their collectivity type. Who has none is of those of the structures
   * they act for, and of what a back office takes such contacts for.
   */
  contact(column: Column): Condition {
    if (this.#served.audienceCategoryIds === 'all') return all([]);
    const own = sql`coalesce(${column('audience_category_id')}, (select t.audience_category_id from collectivity_type t
      where t.id = ${column('collectivity_type_id')}))`;
    const usual = sql`case ${column('kind')} when 'individual' then d.individual_audience_category_id
      else d.structure_audience_category_id end`;
    const house =
      this.#organisationIds === 'all' ? sql`true` : sql`d.organisation_id = ${among(this.#organisationIds)}`;
    return sql`case when ${own} is not null then ${this.audience(own)} else
      exists (select from contact_link l join contact s on s.id = l.structure_id
          left join collectivity_type t on t.id = s.collectivity_type_id
        where l.individual_id = ${column('id')}
          and ${this.audience(sql`coalesce(s.audience_category_id, t.audience_category_id)`)})
      or exists (select from sales_channel d
        where d.institution_id = ${column('institution_id')} and d.kind = 'back-office' and ${house}
          and ${this.audience(usual)}) end`;
  }

  contactId(contactId: RawBuilder<unknown>): Condition {
    if (this.#served.audienceCategoryIds === 'all') return all([]);
    return sql`${contactId} in (select known.id from contact known where ${this.contact(knownAs('known'))})`;
  }

  /** An option is of the category its price is chosen by: the contact's, its structure's, what its channel takes it for. */
  option(column: Column): Condition {
    const performance = this.performanceId(column('performance_id'));
    if (this.#served.audienceCategoryIds === 'all') return performance;
    const category = (contactId: RawBuilder<unknown>) => sql`(
      select coalesce(c.audience_category_id, t.audience_category_id) from contact c
      left join collectivity_type t on t.id = c.collectivity_type_id where c.id = ${contactId})`;
    const usual = sql`(select case c.kind when 'individual' then d.individual_audience_category_id
        else d.structure_audience_category_id end from contact c, sales_channel d
      where c.id = ${column('contact_id')} and d.id = ${column('channel_id')})`;
    const chosen = sql`coalesce(${category(column('contact_id'))}, ${category(column('structure_id'))}, ${usual})`;
    return all([performance, this.audience(chosen)]);
  }

  /** A column of the options within reach. */
  options(name: 'id' | 'order_id' | 'booking_file_id'): RawBuilder<unknown> {
    const option = knownAs('known_option');
    return sql`select ${option(name)} from seat_option known_option where ${this.option(option)}`;
  }

  optionId(optionId: RawBuilder<unknown>): Condition {
    return sql`${optionId} in (${this.options('id')})`;
  }

  /** What happened to a record is told to who may see the record. */
  history(column: Column): Condition {
    const subject = column('subject_id');
    const letter = knownAs('told');
    const event = knownAs('known_event');
    return sql`case ${column('subject_type')}
      when 'option' then ${this.optionId(subject)}
      when 'order' then ${subject} in (${this.options('order_id')})
      when 'contact' then ${this.contactId(subject)}
      when 'contact-link' then ${this.#served.audienceCategoryIds === 'all'}
      when 'letter' then ${subject} in (select told.id from letter told where ${conditionOf('letter', this, letter)})
      when 'performance' then ${this.performanceId(subject)}
      when 'event' then ${subject} in (select known_event.id from show_event known_event
        where ${this.family(event('family_id'))})
      when 'limitation-table' then ${subject} in (select known_table.id from limitation_table known_table
        where ${this.family(knownAs('known_table')('family_id'))})
      when 'release-plan' then ${subject} in (select known_plan.id from release_plan known_plan
        where ${this.plan(knownAs('known_plan'))})
      else true end`;
  }
}

function knownAs(alias: string): Column {
  return (name) => sql.ref(`${alias}.${name}`);
}
