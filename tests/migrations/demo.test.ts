import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { createContact } from '../../activities/contacts/create-contact.ts';
import { closeMail } from '../../activities/letters/deliver-message.ts';
import { confirmOption } from '../../activities/options/confirm-option.ts';
import { placeOption } from '../../activities/options/place-option.ts';
import { requestOption } from '../../activities/options/request-option.ts';
import { withdrawOption } from '../../activities/options/withdraw-option.ts';
import { signIn } from '../../activities/organisation/sign-in.ts';
import { newRequestId, type VerbCaller } from '../../activities/verb.ts';
import { type Database, openDatabase } from '../../database/database.ts';
import { demoClock } from '../../migrations/seeders/demo/demo-clock.ts';
import { demoProductOptions } from '../../migrations/seeders/demo/demo-product-options.ts';
import { demoProgramme } from '../../migrations/seeders/demo/demo-programme.ts';
import { demoOptions } from '../../migrations/seeders/demo/demo-season.ts';
import { seedDemo } from '../../migrations/seeders/demo.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { startTestSmtp, type TestSmtp } from '../support/smtp.ts';

const demoPassword = 'the demo password';
const day = 86_400_000;

let test: TestDatabase;
let client: pg.Client;
let database: Database;
let smtp: TestSmtp;

const mail = () => ({ smtpUrl: smtp.url, host: 'grand-saule.test' });

beforeAll(async () => {
  test = await createTestDatabase();
  smtp = await startTestSmtp();
  smtp.behave((recipient) => (recipient.startsWith('refused@') ? 'refuse-for-good' : 'accept'));
  client = new pg.Client({ connectionString: test.url });
  await client.connect();
  database = await openDatabase({ databaseUrl: test.url, as: 'application', poolSize: 3 });
  await interrupt();
  await seedDemo({ databaseUrl: test.url, demoPassword, mail: mail() });
}, 180_000);

afterAll(async () => {
  closeMail();
  await Promise.all([client.end(), database.close(), smtp.stop()]);
  await test.drop();
});

/** A first start that is killed while the options are made: the seed must go on where it stopped. */
async function interrupt(): Promise<void> {
  await client.query(`create function stop_here() returns trigger language plpgsql as $$ begin
    if (select count(*) from seat_option) >= 60 then raise exception 'stopped'; end if; return new; end $$`);
  await client.query(
    'create trigger stop_here before insert on seat_option for each row execute function stop_here()',
  );
  await expect(
    seedDemo({ databaseUrl: test.url, demoPassword: 'another password', mail: mail() }),
  ).rejects.toThrow('stopped');
  await client.query('drop trigger stop_here on seat_option');
}

async function all<Row extends pg.QueryResultRow>(query: string): Promise<Row[]> {
  return (await client.query<Row>(query)).rows;
}

/** The demo's operator, with the rights of their role. */
async function operator(): Promise<() => VerbCaller> {
  const [row] = await all<{
    id: string;
    name: string;
    institution: string;
    organisation: string;
    rights: string[];
  }>(
    `select o.id, o.name, o.institution_id as institution, g.organisation_id as organisation, r.rights
     from operator o join operator_role g on g.operator_id = o.id join role r on r.id = g.role_id
     where o.email = 'operator@demo.test'`,
  );
  const { id, name, institution, organisation, rights } = row!;
  return () => ({
    database,
    institutionId: institution,
    actor: {
      type: 'operator',
      id,
      name,
      rights: { [organisation]: rights },
      organisationIds: [organisation],
    },
    requestId: newRequestId(),
  });
}

const openPerformances = () =>
  all<{
    id: string;
    starts_at: Date;
    categories: { id: string; free: number; whole: boolean; contingents: number }[];
    numbered: number;
  }>(`
    select p.id, p.starts_at, (select json_agg(json_build_object('id', k.id, 'free', t.free, 'whole', t.whole,
        'contingents', t.contingents))
      from seat_category k join lateral (
        select count(*)::int as contingents, sum(capacity + overbooking - held - ordered)::int as free,
          bool_and(overbooking = 0) and (select pool = 0 and assigned = capacity from stock_category c
            where c.performance_id = p.id and c.seat_category_id = k.id) as whole
        from stock s where s.performance_id = p.id and s.seat_category_id = k.id
          and s.contingent_id in (select contingent_id from channel_contingent x
            join sales_channel ch on ch.id = x.channel_id and ch.kind = 'back-office' and ch.organisation_id = p.organisation_id)
      ) t on true where k.venue_id = p.venue_id) as categories
    from performance p join show_event e on e.id = p.event_id join season_activity a on a.id = e.activity_id
    where e.code like 'OPEN-%' and a.seat_options_allowed and a.deducts_availability and not a.overbooking_allowed
      and not exists (select from seat_category k where k.venue_id = p.venue_id and not k.option_allowed)
    order by p.starts_at`);

describe('the demo', () => {
  it('holds every performance, contact and option once, also when its first seed was interrupted', async () => {
    const [counts] = await all(`select
      (select count(*)::int from institution) as institutions,
      (select count(*)::int from operator where demo) as operators,
      (select count(*)::int from operator where disabled_at is null) as "openOperators",
      (select count(*)::int from show_event where kind = 'show') as events,
      (select count(*)::int from performance p join show_event e on e.id = p.event_id where e.kind = 'show') as performances,
      (select count(*)::int from product) as products,
      (select count(*)::int from contingent) as contingents,
      (select count(distinct name)::int from contact) = (select count(*)::int from contact) as "namesOnce",
      (select count(*)::int from contact) as contacts, (select count(*)::int from seat_option where kind = 'seats' and split_from_id is null) as options,
      (select count(*)::int from seat_option where kind = 'product') as "productOptions",
      (select count(distinct time_zone)::int from venue) as zones, (select count(*)::int from venue) as venues,
      (select count(distinct end_policy)::int from season_activity) as policies,
      (select count(*)::int from history where verb = 'seed-demo') as seeds`);
    expect(counts).toEqual({
      institutions: 1,
      operators: 7,
      openOperators: 4,
      events: 16,
      performances: 72,
      contingents: 9,
      namesOnce: true,
      products: 11,
      contacts: 80,
      options: 250,
      productOptions: 43,
      zones: 1,
      venues: 5,
      policies: 2,
      seeds: 1,
    });
  });

  it('has its halls: two with numbered plans, one by quantity, and performances where a hall has what they have', async () => {
    const halls =
      await all(`select v.code as venue, c.name, c.numbered, c.state, plan.revision, plan.seat_count as seats,
        (select sum(capacity)::int from configuration_category k where k.configuration_id = c.id) as capacity,
        (select count(*)::int from configuration_category k where k.configuration_id = c.id) as categories,
        (select count(*)::int from performance p where p.configuration_id = c.id) as performances
      from logical_configuration c join space on space.id = c.space_id join venue v on v.id = space.venue_id
      left join seat_plan plan on plan.id = c.plan_id order by v.code, c.code`);
    const valid = { state: 'valid', numbered: true, revision: 1, performances: 2 };
    const large = { ...valid, venue: 'GRANDE-SALLE', seats: 900, capacity: 900, categories: 7 };
    expect(halls).toEqual([
      { ...valid, venue: 'AUDITORIUM', name: 'Auditorium assis', seats: 2006, capacity: 2006, categories: 2 },
      { ...large, name: 'Grande salle assis', performances: 0 },
      { ...large, name: 'Grande salle concert' },
      {
        ...{ ...valid, numbered: false, revision: null, seats: null, performances: 5 },
        ...{ venue: 'STUDIO', name: 'Studio placement libre', capacity: 134, categories: 2 },
      },
    ]);
    const [open] = await all(`select count(p.configuration_id)::int as named from performance p
      join show_event e on e.id = p.event_id where e.code like 'OPEN-%'`);
    expect(open).toEqual({ named: 0 });
  });

  it('has performances to sell seat by seat, with contingents, blocked seats and groups on seats of their own', async () => {
    const seated = await all(`select p.external_id as performance, count(*)::int as seats,
        count(distinct t.contingent_id)::int as contingents, count(*) filter (where c.source_type = 'block')::int as blocked,
        count(distinct c.source_id) filter (where c.source_type = 'option')::int >= 1 as groups,
        count(*) filter (where c.source_type = 'option')::int >= 30 as taken
      from performance_seat s join performance p on p.id = s.performance_id join stock t on t.id = s.stock_id
      left join claim c on c.id = s.claim_id group by 1 order by 1`);
    const living = { groups: true, taken: true };
    expect(seated).toEqual([
      { ...living, performance: 'ATLAS-1', seats: 900, contingents: 6, blocked: 10 },
      { ...living, performance: 'ATLAS-2', seats: 900, contingents: 6, blocked: 10 },
      { ...living, performance: 'POUCETTE-5', seats: 2006, contingents: 3, blocked: 12 },
      { ...living, performance: 'POUCETTE-6', seats: 2006, contingents: 3, blocked: 12 },
    ]);
  });

  it('has options in every state a verb leads to, and nothing that is overdue by now without its flag', async () => {
    const states = await all<{ state: string }>('select distinct state from seat_option order by state');
    expect(states.map(({ state }) => state)).toEqual([
      ...[
        'cancelled',
        'confirmed',
        'declined',
        'firm',
        'lapsed',
        'placed',
        'refused',
        'requested',
        'resumed',
      ],
      ...['waiting', 'withdrawn'],
    ]);
    const ofProducts = await all(
      `select distinct state from seat_option where kind = 'product' order by state`,
    );
    expect(ofProducts).toEqual(states);
    expect(await all('select number from seat_option where next_action_at < now()')).toEqual([]);
    const [overdue] = await all(
      `select count(*)::int > 0 as some from seat_option where state = 'placed' and overdue_at is not null`,
    );
    expect(overdue).toEqual({ some: true });
    const [late] = await all(
      `select count(*)::int as late from history where subject_type = 'option' and at > now()`,
    );
    expect(late).toEqual({ late: 0 });
  });

  it('sells products of every kind, in a season and a profile open to them', async () => {
    const kinds = await all(`select kind, count(*)::int > 1 as several,
        bool_or(exists (select from product_line l where l.product_id = p.id and l.role = 'optional')) as optional,
        bool_or(exists (select from product_line l where l.product_id = p.id and l.role = 'companion' and l.per = 10)) as "oneForTen"
      from product p group by kind order by kind`);
    const alone = { several: true, optional: false, oneForTen: false };
    expect(kinds).toEqual([
      { ...alone, kind: 'article' },
      { ...alone, kind: 'package', optional: true, oneForTen: true },
      { ...alone, kind: 'season-ticket', optional: true },
      { ...alone, kind: 'service' },
      { ...alone, kind: 'visit', oneForTen: true },
    ]);
    const [visits] = await all(`select count(*)::int as slots, count(p.guide)::int as guided,
        bool_or(p.starts_at < now()) as past, bool_or(p.starts_at > now()) as ahead
      from performance p join show_event e on e.id = p.event_id where e.kind = 'visit'`);
    expect(visits).toEqual({ slots: 22, guided: 22, past: true, ahead: true });
    const [companions] = await all(`select count(*)::int > 5 as some,
        bool_and(l.requested_quantity * 10 between o.product_quantity - 9 and o.product_quantity + 9) as "byTen"
      from option_line l join product_line p on p.id = l.product_line_id and p.role = 'companion' and p.per = 10
      join seat_option o on o.id = l.option_id`);
    expect(companions).toEqual({ some: true, byTen: true });
  });

  it('has twins, what waits for the rest of a placement, what was paid and by when the rest is to be paid', async () => {
    const twins =
      await all(`select o.kind, t.kind as twin from seat_option o join seat_option t on t.id = o.twin_of
      where t.twin_of = o.id order by 1, 2`);
    expect(twins).toEqual([
      { kind: 'product', twin: 'product' },
      { kind: 'product', twin: 'product' },
      { kind: 'product', twin: 'seats' },
      { kind: 'seats', twin: 'product' },
    ]);
    const [rest] = await all(`select bool_and(state = 'waiting') as waiting, count(*)::int > 1 as some
      from seat_option where split_from_id is not null`);
    expect(rest).toEqual({ waiting: true, some: true });
    const baskets =
      await all(`select b.state, count(distinct b.means)::int > 1 as means, bool_and(o.paid_cents = b.paid_cents) as paid
      from basket b join customer_order o on o.id = b.order_id group by 1 order by 1`);
    expect(baskets).toEqual([
      { state: 'abandoned', means: false, paid: true },
      { state: 'paid', means: true, paid: true },
    ]);
    const [sold] = await all(`select bool_and(d.state = 'paid' and d.paid_cents = d.total_cents) as whole
      from seat_option o join customer_order d on d.id = o.order_id where o.state = 'resumed'`);
    expect(sold).toEqual({ whole: true });
  });

  it('has what is due today, tomorrow and in two days, and what waits for its decision', async () => {
    const [due] = await all(`select
      count(*) filter (where day = today)::int > 0 as today,
      count(*) filter (where day = today + 1)::int > 0 as tomorrow,
      count(*) filter (where day = today + 2)::int > 0 as "inTwoDays"
      from (select (confirmation_due_at at time zone 'Europe/Paris')::date as day, (now() at time zone 'Europe/Paris')::date as today
        from seat_option where state = 'placed') as placed`);
    expect(due).toEqual({ today: true, tomorrow: true, inTwoDays: true });
    const [waiting] = await all(`select count(*) filter (where state = 'requested')::int > 20 as requested,
      count(*) filter (where state = 'refused' and performance_starts_at > now())::int > 5 as refused,
      count(*) filter (where state = 'refused' and refused_from = 'placed')::int > 0 as "refusedPlaced" from seat_option`);
    expect(waiting).toEqual({ requested: true, refused: true, refusedPlaced: true });
  });

  it('was made by several people, on days of the past', async () => {
    const people = await all<{ name: string; verbs: number }>(
      `select actor_name as name, count(*)::int as verbs from history where verb = 'place' group by 1`,
    );
    expect(people.length).toBe(4);
    for (const { verbs } of people) expect(verbs).toBeGreaterThan(10);
    const [span] = await all(`select count(distinct date_trunc('week', at))::int > 15 as weeks,
      max(at) < date_trunc('day', now() at time zone 'Europe/Paris') at time zone 'Europe/Paris' as "onlyPast"
      from history where subject_type in ('option', 'letter') and actor_type = 'operator'`);
    expect(span).toEqual({ weeks: true, onlyPast: true });
  });

  it('sent its letters for real, each on its day: what is sent was taken, what failed was turned away', async () => {
    const letters = await all<{ state: string; failure: string; message_id: string; sent: string | null }>(
      `select l.state, l.failure, l.message_id, extract(epoch from l.sent_at - l.created_at)::text as sent from letter l`,
    );
    const sent = letters.filter(({ state }) => state === 'sent');
    expect(new Set(letters.map(({ state }) => state))).toEqual(new Set(['sent', 'failed']));
    expect(smtp.messages.map(({ messageId }) => messageId).sort()).toEqual(
      sent.map((letter) => letter.message_id).sort(),
    );
    expect(new Set(sent.map((letter) => Number(letter.sent)))).toEqual(new Set([60]));
    const failures = letters.flatMap(({ failure }) => failure?.split(':')[0] ?? []);
    expect(new Set(failures)).toEqual(new Set(['mail.refused', 'mail.addressInvalid']));
  });

  it('is the same on the same day, and room is found on whichever day it is started', () => {
    const startOf = (start: number) => new Date(Date.UTC(2027, 0, 1, 11) + start * day).toISOString();
    expect(demoOptions(demoClock(startOf(3)))).toEqual(
      demoOptions(demoClock(startOf(3).replace('T11', 'T20'))),
    );
    const faults: string[] = [];
    for (let start = 0; start < 366; start += 5) {
      const clock = demoClock(startOf(start));
      const seats = demoOptions(clock);
      if (seats.length !== 249) faults.push(`${start}: ${seats.length} options`);
      for (const { contact, day: asked, steps } of [...seats, ...demoProductOptions(clock)]) {
        const days = [asked, ...steps.map((step) => step.day)];
        const inOrder = days.every((each, at) => at === 0 || each > (days[at - 1] ?? 0));
        if (!inOrder || (days.at(-1) ?? 0) >= 0) faults.push(`${start}: ${contact} on ${days.join()}`);
      }
    }
    expect(faults).toEqual([]);
  });

  it('limits works councils, schools and tour operators, none over its limit, and nobody on what visitors fill', async () => {
    const tables = await all('select code, state from limitation_table order by code');
    expect(tables).toEqual(
      ['OPTIONCE', 'OPTIONSCO', 'OPTIONTO'].map((code) => ({ code, state: 'validated' })),
    );
    const covered = `limitation_table t
      join lateral (select array_agg(activity_id) filter (where activity_id is not null) as activities,
        array_agg(event_id) filter (where event_id is not null) as events,
        array_agg(collectivity_type_id) filter (where collectivity_type_id is not null) as types
        from limitation_cover where limitation_table_id = t.id) c on true
      join show_event e on e.family_id = t.family_id and (c.activities is null or e.activity_id = any(c.activities))
        and (c.events is null or e.id = any(c.events))
      join performance p on p.event_id = e.id`;
    expect(await all(`select e.code from ${covered} where e.code like 'OPEN-%'`)).toEqual([]);
    const over = await all(`select t.code, e.code as event, g.name, sum(o.requested_quantity)::int as places
      from ${covered} join seat_option o on o.performance_id = p.id
      join contact g on g.id = coalesce(o.structure_id, o.contact_id) and g.collectivity_type_id = any(c.types)
      where o.state in ('requested', 'placed', 'confirmed')
      group by t.code, e.code, g.name, p.id, t.maximum_per_performance, t.maximum_per_option
      having sum(o.requested_quantity) > t.maximum_per_performance or max(o.requested_quantity) > t.maximum_per_option`);
    expect(over).toEqual([]);
    const profiles = await all(`select code, payment_on is not null as payment,
      (select count(*)::int from option_profile_cover c join show_event e on e.id = c.event_id
        where c.option_profile_id = f.id and e.code like 'OPEN-%') as open from option_profile f order by code`);
    expect(profiles).toEqual([
      { code: 'ABONNEMENTS', payment: true, open: 0 },
      { code: 'EN-LIGNE', payment: false, open: 0 },
      { code: 'FESTIVAL', payment: true, open: 0 },
      { code: 'OPEN', payment: false, open: 0 },
      { code: 'OPEN-PRODUCTS', payment: false, open: 0 },
    ]);
  });

  it('counts in its stock exactly the places its options hold', async () => {
    const drift = await all(`select t.id from stock t
      where t.held <> (select coalesce(sum(quantity), 0) from claim c where c.stock_id = t.id and c.counter = 'held' and c.takes_stock)
        or t.ordered <> (select coalesce(sum(quantity), 0) from claim c where c.stock_id = t.id and c.counter = 'ordered')
        or t.sold <> (select coalesce(sum(quantity), 0) from claim c where c.stock_id = t.id and c.counter = 'sold')`);
    expect(drift).toEqual([]);
  });

  it('lets its four accounts sign in, with the password of this start, and only where demo is on', async () => {
    for (const name of ['admin', 'operator', 'manager', 'finance']) {
      const email = `${name}@demo.test`;
      expect(await signIn(database, { email, password: demoPassword, demo: true })).not.toBeNull();
      expect(await signIn(database, { email, password: demoPassword, demo: false })).toBeNull();
    }
  });

  it('is left alone by the next start, but for a password that was changed', async () => {
    const rows = () =>
      all<{ all: string }>(`select md5(string_agg(o::text, '|' order by o.id)) as all from seat_option o`);
    const before = [await rows(), await all('select count(*) from history')];
    await seedDemo({ databaseUrl: test.url, demoPassword });
    expect([await rows(), await all('select count(*) from history')]).toEqual(before);
    await seedDemo({ databaseUrl: test.url, demoPassword: 'a new password' });
    const email = 'operator@demo.test';
    expect(await signIn(database, { email, password: 'a new password', demo: true })).not.toBeNull();
    expect(await signIn(database, { email, password: demoPassword, demo: true })).toBeNull();
    await seedDemo({ databaseUrl: test.url, demoPassword });
  });
});

describe('the demo promise', () => {
  it('keeps at least 20 performances over 40 days ahead, each with one contingent and at least 20 free', async () => {
    const performances = await openPerformances();
    expect(performances.length).toBeGreaterThanOrEqual(20);
    for (const { starts_at, categories } of performances) {
      expect(starts_at.getTime()).toBeGreaterThan(Date.now() + 40 * day);
      for (const category of categories) {
        expect(category).toMatchObject({ contingents: 1, whole: true });
        expect(category.free).toBeGreaterThanOrEqual(20);
      }
    }
  });

  it('holds on whichever day of the year the demo is started', () => {
    for (let start = 0; start < 366; start += 1) {
      const startedAt = new Date(Date.UTC(2027, 0, 1, 11) + start * day).toISOString();
      const { performances } = demoProgramme(demoClock(startedAt));
      const open = performances.filter(({ event }) => event.startsWith('OPEN-'));
      const earliest = Math.min(...open.map(({ startsAt }) => Date.parse(startsAt)));
      expect(earliest).toBeGreaterThan(Date.parse(startedAt) + 41 * day);
      const places = performances.map(({ venue, startsAt }) => `${venue} ${startsAt}`);
      expect(new Set(places).size).toBe(places.length);
    }
  });

  it('lets the operator request, place, confirm and withdraw for anybody, without refusal or warning', async () => {
    const caller = await operator();
    const performances = await openPerformances();
    const { id: individual } = await createContact(caller(), { kind: 'individual', name: 'Une personne' });
    const { id: structure } = await createContact(caller(), { kind: 'structure', name: 'Une structure' });
    const known = await all<{ id: string }>(
      `select distinct on (kind, structure_type, acceptance, collectivity_type_id, audience_category_id) id from contact`,
    );
    const contacts = [individual, structure, ...known.map(({ id }) => id)];
    for (const [index, contactId] of contacts.entries()) {
      const performance = performances[index % performances.length]!;
      for (const [at, category] of performance.categories.entries()) {
        const { id } = await requestOption(caller(), {
          contactId,
          performanceId: performance.id,
          lines: [{ seatCategoryId: category.id, quantity: at === 0 ? 1 : 20 }],
        });
        const placed = await placeOption(caller(), { optionId: id });
        expect(placed).toMatchObject({ state: 'placed', warnings: [] });
        expect(placed.confirmationDueAt).not.toBeNull();
        expect(placed.lines[0]?.placed[0]?.priceCents).toBeGreaterThan(0);
        const last =
          at === 0
            ? await confirmOption(caller(), { optionId: id })
            : await withdrawOption(caller(), { optionId: id });
        expect(last).toMatchObject({ state: at === 0 ? 'confirmed' : 'withdrawn', warnings: [] });
      }
    }
  });
});
