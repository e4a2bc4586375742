import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { writeProgramme } from '../../../../activities/catalogue/write-programme.ts';
import type { ActivitySettings } from '../../../../activities/catalogue/writing/programme-input.ts';
import { setUpOrganisation } from '../../../../activities/organisation/set-up-organisation.ts';
import type { VerbCaller } from '../../../../activities/verb.ts';
import type { Database } from '../../../../database/database.ts';
import type { LetterSnapshot } from '../../../../rules/letters/letter-snapshot.ts';
import { createTestDatabase } from '../../../support/database.ts';
import { createHouse, type House, usualSettings } from '../../../support/house.ts';

type CategoryCode = 'CAT1' | 'CAT2';
type ContingentCode = 'PUBLIC' | 'GROUPS';

/** Places of one seat category in one contingent. */
export type StockWish = { category?: CategoryCode; contingent?: ContingentCode; capacity: number };

export type PerformanceWish = {
  /** Of a performance that is there: it is put anew. */
  code?: string;
  startsAt?: string;
  /** What is left out is usual, but that options are released at their due date. */
  activity?: Partial<ActivitySettings>;
  stock?: StockWish[];
  /** Cents in every seat category by `AUDIENCE/PRICE`; usually all audiences have an option price. */
  prices?: Record<string, number>;
};

/** One organisation of the institution, with a venue in Paris and a back-office channel. */
export type Theatre = {
  organisationId: string;
  channelId: string;
  categories: Record<CategoryCode, string>;
};

/** Counters of a stock row, as PostgreSQL has them. */
export type StockCounters = {
  id: string;
  category: CategoryCode;
  contingent: ContingentCode;
  capacity: number;
  held: number;
  ordered: number;
  tentative: number;
  ceiling: number;
  firmCeiling: number;
};

export type HistoryRow = {
  id: string;
  verb: string;
  actor: string;
  before: { state: string } | null;
  after: { state: string } | null;
  reason: string | null;
  at: string;
};

export type LetterRow = { id: string; kind: string; state: string; causeHistoryId: string };

/** Individuals without a category of their own take the first, structures without a type the third. */
const usualPrices = {
  'INDIVIDUEL/OPTION': 2500,
  'INDIVIDUEL/PLEIN': 3000,
  'OCCASIONNELLE/OPTION': 2000,
  'SCOLAIRE/OPTION': 800,
};

const contingents = ['PUBLIC', 'GROUPS'] as const;

/** A house on a database of its own, for option verbs: rows are made by verbs and looked at as the owner. */
export class Stage {
  readonly owner: pg.Pool;
  readonly house: House;
  /** The owner's address of its database. */
  readonly url: string;
  readonly #drop: () => Promise<void>;

  private constructor(url: string, owner: pg.Pool, house: House, drop: () => Promise<void>) {
    this.url = url;
    this.owner = owner;
    this.house = house;
    this.#drop = drop;
  }

  /** `poolSize`: how many verbs may be at work at once. */
  static async open(poolSize = 10): Promise<Stage> {
    const { url, drop } = await createTestDatabase();
    const owner = new pg.Pool({ connectionString: url, max: 2 });
    return new Stage(url, owner, await createHouse(url, { contingents, poolSize }), async () => {
      await owner.end();
      await drop();
    });
  }

  /** Another institution on the same database, behind the wall; closed before its neighbour. */
  async neighbour(): Promise<Stage> {
    const house = await createHouse(this.url, { contingents });
    return new Stage(this.url, this.owner, house, () => Promise.resolve());
  }

  async close(): Promise<void> {
    await this.house.close();
    await this.#drop();
  }

  get database(): Database {
    return this.house.database;
  }

  get institutionId(): string {
    return this.house.institutionId;
  }

  get contingents(): Record<ContingentCode, string> {
    return { PUBLIC: this.house.contingentIds[0]!, GROUPS: this.house.contingentIds[1]! };
  }

  /** An audience category, or with `AUDIENCE/PRICE` one of its prices. */
  audience(code: string): string {
    const { audienceCategories, audienceSubcategories } = this.house.institution;
    return (code.includes('/') ? audienceSubcategories : audienceCategories)[code]!;
  }

  /** An operator of the whole institution, with a key of their own. */
  caller(more: Partial<VerbCaller> = {}): VerbCaller {
    const caller = this.house.caller();
    return { ...caller, actor: { ...caller.actor, organisationIds: 'all' }, ...more };
  }

  /** The house's own theatre, or another organisation of the institution. */
  async theatre(code = 'THEATRE'): Promise<Theatre> {
    const { organisationId, channelId } = await setUpOrganisation(this.house.system(), {
      code,
      name: `Théâtre ${code}`,
      individualAudience: 'INDIVIDUEL',
      structureAudience: 'OCCASIONNELLE',
      contingents: contingents.map((each) => ({ code: each, names: { fr: each } })),
      colleagues: 'nobody',
    });
    await writeProgramme(this.house.system(), { organisationId, ...programme });
    const { rows } = await this.owner.query<{ code: CategoryCode; id: string }>(
      `select k.code, k.id from seat_category k join venue v on v.id = k.venue_id
       where v.organisation_id = $1 and v.code = 'SALLE'`,
      [organisationId],
    );
    const category = (name: CategoryCode) => rows.find((row) => row.code === name)!.id;
    return { organisationId, channelId, categories: { CAT1: category('CAT1'), CAT2: category('CAT2') } };
  }

  /** A performance of an event of its own. */
  async performance({ organisationId }: Theatre, wish: PerformanceWish = {}): Promise<string> {
    const settings = { ...usualSettings, endPolicy: 'release' as const, ...wish.activity };
    const activity = JSON.stringify(settings);
    const code = wish.code ?? randomUUID();
    const stock = wish.stock ?? [{ capacity: 50 }];
    const prices = Object.entries(wish.prices ?? usualPrices);
    await writeProgramme(this.house.system(), {
      ...programme,
      organisationId,
      activities: [{ season: 'SAISON', code: activity, name: 'Spectacles', settings }],
      events: [
        { code, externalId: null, name: 'La Grande Marée', season: 'SAISON', activity, family: 'ENTREE' },
      ],
      performances: [
        {
          externalId: code,
          event: code,
          venue: 'SALLE',
          startsAt: wish.startsAt ?? inDays(60),
          seats: (['CAT1', 'CAT2'] as const).map((category) => ({
            category,
            contingents: stock
              .filter((each) => (each.category ?? 'CAT1') === category)
              .map((each) => ({ code: each.contingent ?? 'PUBLIC', capacity: each.capacity })),
            prices: prices.map(([subcategory, priceCents]) => ({ subcategory, priceCents })),
          })),
        },
      ],
    });
    const { rows } = await this.owner.query<{ id: string }>(
      'select id from performance where organisation_id = $1 and external_id = $2',
      [organisationId, code],
    );
    return rows[0]!.id;
  }

  /** Gives every stock row of a performance as many numbered seats as its capacity; answers them by `CAT1/PUBLIC`. */
  async numberSeats({ organisationId }: Theatre, performanceId: string): Promise<Map<string, string[]>> {
    const { rows: venues } = await this.owner.query<{ id: string }>(
      'select venue_id as id from performance where id = $1',
      [performanceId],
    );
    const space_id = await this.insert('space', {
      organisation_id: organisationId,
      venue_id: venues[0]!.id,
      code: performanceId,
      name: 'Salle',
    });
    const plan = { name: 'Salle', revision: 1, digest: '', seat_count: 0, width: 1, height: 1, layout: '{}' };
    const planId = await this.insert('seat_plan', { organisation_id: organisationId, space_id, ...plan });
    await this.owner.query(
      `with numbered as (
         insert into seat (institution_id, plan_id, guid, zone, row_label, row_order, number, place, run, x, y, category)
         select t.institution_id, $2, t.id || '/' || n, t.id::text, '1', 1, n::text, n, 1, n * 50, 0, ''
         from stock t cross join generate_series(1, t.capacity) n where t.performance_id = $1
         returning id, institution_id, zone
       )
       insert into performance_seat (performance_id, seat_id, institution_id, stock_id)
       select $1, id, institution_id, zone::uuid from numbered`,
      [performanceId, planId],
    );
    const { rows } = await this.owner.query<{ id: string; row: string }>(
      `select s.seat_id as id, k.code || '/' || c.code as row from performance_seat s
       join stock t on t.id = s.stock_id join seat_category k on k.id = t.seat_category_id
       join contingent c on c.id = t.contingent_id where s.performance_id = $1 order by s.seat_id`,
      [performanceId],
    );
    const byRow = Map.groupBy(rows, ({ row }) => row);
    return new Map([...byRow].map(([row, seats]) => [row, seats.map(({ id }) => id)]));
  }

  /** Which option holds each taken seat of these performances. */
  async holders(performanceIds: readonly string[]): Promise<Map<string, string>> {
    const { rows } = await this.owner.query<{ seat: string; option: string }>(
      `select s.seat_id as seat, c.source_id as option from performance_seat s join claim c on c.id = s.claim_id
       where s.performance_id = any($1)`,
      [performanceIds],
    );
    return new Map(rows.map(({ seat, option }) => [seat, option]));
  }

  async insert(table: string, row: Record<string, unknown>): Promise<string> {
    const all: Record<string, unknown> = { institution_id: this.institutionId, ...row };
    const names = Object.keys(all);
    const { rows } = await this.owner.query<{ id: string }>(
      `insert into ${table} (${names.join(', ')}) values (${names.map((_, at) => `$${at + 1}`).join(', ')}) returning id`,
      Object.values(all),
    );
    return rows[0]!.id;
  }

  /** An individual without type or category. */
  async contact(more: Record<string, unknown> = {}): Promise<string> {
    return this.insert('contact', {
      kind: 'individual',
      name: 'Maëlle Tardieu',
      email: 'maelle.tardieu@example.test',
      ...more,
    });
  }

  async option(id: string) {
    const { rows } = await this.owner.query<{
      state: string;
      version: number;
      refused_from: string | null;
      next_action_at: Date | null;
      confirmation_due_at: Date | null;
      confirmation_due_rule: string | null;
      overdue_at: Date | null;
      order_id: string | null;
      booking_file_id: string | null;
      placed_quantity: number;
      performance_id: string;
      performance_starts_at: Date;
      end_policy: 'flag' | 'release';
      grace_hours: number;
    }>('select * from seat_option where id = $1', [id]);
    return rows[0]!;
  }

  async stock(performanceId: string): Promise<StockCounters[]> {
    const { rows } = await this.owner.query<StockCounters>(
      `select s.id, k.code as category, c.code as contingent, s.capacity, held, ordered, tentative, ceiling,
         firm_ceiling as "firmCeiling"
       from stock s join seat_category k on k.id = s.seat_category_id join contingent c on c.id = s.contingent_id
       where performance_id = $1 order by k.code, c.code desc`,
      [performanceId],
    );
    return rows;
  }

  /** Held, ordered and tentative places of a performance, over all its rows. */
  async counted(performanceId: string): Promise<{ held: number; ordered: number; tentative: number }> {
    const rows = await this.stock(performanceId);
    const sum = (counter: 'held' | 'ordered' | 'tentative') =>
      rows.reduce((total, row) => total + row[counter], 0);
    return { held: sum('held'), ordered: sum('ordered'), tentative: sum('tentative') };
  }

  async history(subjectId: string): Promise<HistoryRow[]> {
    const { rows } = await this.owner.query<HistoryRow>(
      `select id, verb, actor_name as actor, before, after, reason, at::text from history
       where subject_id = $1 order by at, id`,
      [subjectId],
    );
    return rows;
  }

  async letters(optionId: string): Promise<LetterRow[]> {
    const { rows } = await this.owner.query<LetterRow>(
      `select id, kind, state, cause_history_id as "causeHistoryId" from letter where option_id = $1 order by number`,
      [optionId],
    );
    return rows;
  }

  /** The letters of an option as `kind state`, in the order in which they were owed. */
  async told(optionId: string): Promise<string[]> {
    return (await this.letters(optionId)).map(({ kind, state }) => `${kind} ${state}`);
  }

  /** What the last letter owed of an option says. */
  async lastSnapshot(optionId: string): Promise<LetterSnapshot> {
    const { rows } = await this.owner.query<{ snapshot: LetterSnapshot }>(
      'select snapshot from letter where option_id = $1 order by number desc limit 1',
      [optionId],
    );
    return rows[0]!.snapshot;
  }

  /** The letter story took the letter and the server took its message. */
  async letterIs(letterId: string, state: 'sending' | 'sent' | 'failed'): Promise<void> {
    await this.owner.query('update letter set state = $2 where id = $1', [letterId, state]);
  }

  /** Processes woken and not yet told, in order; forgets them. */
  async wakeUps(): Promise<string[]> {
    const { rows } = await this.owner.query<{ process: string }>(
      `with told as (delete from graphile_worker._private_jobs returning payload)
       select payload->>'process' as process from told order by 1`,
    );
    return rows.map((row) => row.process);
  }
}

/** A season long enough for the seed's own story, and a venue in Paris. */
const programme = {
  venues: [
    {
      code: 'SALLE',
      name: 'Grande salle',
      timeZone: 'Europe/Paris',
      categories: (['CAT1', 'CAT2'] as const).map((code, at) => ({
        code,
        name: code,
        rank: at + 1,
        colour: '#1255a0',
      })),
    },
  ],
  seasons: [{ code: 'SAISON', name: 'Saison', startsOn: '2014-09-01', endsOn: '2035-08-31' }],
  activities: [],
  events: [],
  performances: [],
};

/** The instant so many days from now. */
export function inDays(days: number): string {
  return new Date(Date.now() + days * 86_400_000).toISOString();
}
