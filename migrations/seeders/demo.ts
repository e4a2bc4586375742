import { writeProgramme } from '../../activities/catalogue/write-programme.ts';
import { institutionDefaults } from '../../activities/organisation/institution-defaults.ts';
import {
  type InstitutionAnswer,
  setUpInstitution,
} from '../../activities/organisation/set-up-institution.ts';
import { type Actor, runVerb, type VerbCaller } from '../../activities/verb.ts';
import { type Database, openDatabase } from '../../database/database.ts';
import { rolePresets } from '../../rules/organisation/role-presets.ts';
import { type DemoClock, demoClock } from './demo/demo-clock.ts';
import { demoContacts } from './demo/demo-contacts.ts';
import { dealContingents } from './demo/demo-contingents.ts';
import { limitRequests } from './demo/demo-limits.ts';
import { openOnline } from './demo/demo-online.ts';
import { type DemoMail, demoPost, noPost } from './demo/demo-post.ts';
import { demoProgramme } from './demo/demo-programme.ts';
import type { DemoStage } from './demo/demo-stage.ts';
import { idsByCode } from './demo/ids-by-code.ts';
import { keepDemoPassword } from './demo/keep-demo-password.ts';
import { openHalls } from './demo/open-halls.ts';
import { closeColleagues, openHouse } from './demo/open-house.ts';
import { openProducts } from './demo/open-products.ts';
import { playOptions } from './demo/play-options.ts';

/** Where the demo goes, and the password of its four sign-ins. */
export interface DemoSettings {
  /** The owner's URL. */
  databaseUrl: string;
  demoPassword: string;
  /** Where the letters of the season go while it is played; left out, they stay owed for the worker. */
  mail?: DemoMail;
  /** The instant of the first start; left out, now. */
  startedAt?: string;
}

const code = 'demo';

const seeder: Actor = {
  type: 'system',
  id: 'demo',
  name: 'Placet demo',
  rights: 'all',
  organisationIds: 'all',
};

/** Time itself, and the post. */
const time: Actor = { type: 'process', id: 'demo', name: 'Placet', rights: 'all', organisationIds: 'all' };

/**
 * Seeds the demo institution once, by calling verbs with a set clock: everything stands relative to the day of the
 * first start. Every call has a key of its own, so that a seed that was interrupted goes on where it stopped. Once it is
 * complete only the password is kept as the settings say.
 */
export async function seedDemo(settings: DemoSettings): Promise<void> {
  const { databaseUrl, demoPassword } = settings;
  const owner = await openDatabase({ databaseUrl, as: 'owner', poolSize: 1, lazyCommits: true });
  const database = await openDatabase({ databaseUrl, as: 'application', poolSize: 4, lazyCommits: true });
  try {
    const seeded = (await seededInstitution(owner)) ?? (await seed(owner, database, settings));
    await keepDemoPassword(callerOf(database, seeded, seeder), demoPassword);
  } finally {
    await Promise.all([owner.close(), database.close()]);
  }
}

/** The demo institution, once its seed was complete. */
async function seededInstitution(owner: Database): Promise<string | null> {
  const found = await owner
    .queries()
    .selectFrom('institution as i')
    .innerJoin('history as h', (join) =>
      join
        .onRef('h.subject_id', '=', 'i.id')
        .on('h.subject_type', '=', 'institution')
        .on('h.verb', '=', 'seed-demo'),
    )
    .select('i.id')
    .where('i.code', '=', code)
    .executeTakeFirst();
  return found?.id ?? null;
}

function callerOf(database: Database, institutionId: string, actor: Actor) {
  return (key: string, now?: string): VerbCaller => ({
    database,
    institutionId,
    actor,
    requestId: `demo/${key}`,
    ...(now === undefined ? {} : { now }),
  });
}

async function seed(owner: Database, database: Database, settings: DemoSettings): Promise<string> {
  const { demoPassword, mail, startedAt } = settings;
  const institution = await setUpInstitution(
    {
      database: owner,
      actor: seeder,
      requestId: 'demo/institution',
      ...(startedAt === undefined ? {} : { now: startedAt }),
    },
    { code, name: 'Démonstration', locale: 'fr', demo: true, ...institutionDefaults },
  );
  const { institutionId } = institution;
  const clock = demoClock(await firstStart(database, institutionId));
  const callers = callerOf(database, institutionId, seeder);
  const opening = (key: string) => callers(key, clock.at(-150, '09:00'));
  const organisationId = await openHouse(opening, demoPassword);
  await writeProgramme(opening('programme'), { organisationId, ...demoProgramme(clock) });
  await openHalls(opening, database, institutionId, clock);
  const operators = await operatorsOf(database, institutionId, organisationId);
  const performances = await performancesOf(database, institutionId);
  const { audienceSubcategories: subcategories } = institution;
  const ids = await idsByCode(database, institutionId);
  const ground = { organisationId, ids, performances, subcategories };
  await playOptions({
    ...(await stageOf(database, institution, clock, operators)),
    performances,
    subcategories,
    products: await openProducts(opening, clock, ground),
    until: startedAt ?? new Date().toISOString(),
    post: mail === undefined ? noPost : demoPost(database, callerOf(database, institutionId, time), mail),
  });
  const closing = (key: string) => callers(key, clock.at(-1, '18:00'));
  await limitRequests(closing, database, clock, organisationId);
  await openOnline(closing, database, clock, organisationId);
  await dealContingents({
    database,
    institutionId,
    clock,
    office: callers,
    time: callerOf(database, institutionId, time),
  });
  await closeColleagues((key) => callers(key, clock.at(-1, '19:00')), operators);
  await runVerb(callers('complete'), 'seed-demo', {}, async (verb) => {
    verb.record({ verb: 'seed-demo', subjectType: 'institution', subjectId: institutionId });
  });
  return institutionId;
}

/** The first day stays the first day, also when the seed goes on after midnight. */
async function firstStart(database: Database, institutionId: string): Promise<string> {
  const { at } = await database.read(institutionId, (db) =>
    db
      .selectFrom('history')
      .select('at')
      .where('subject_type', '=', 'institution')
      .where('subject_id', '=', institutionId)
      .where('verb', '=', 'create')
      .executeTakeFirstOrThrow(),
  );
  return at;
}

async function stageOf(
  database: Database,
  { institutionId, collectivityTypes }: InstitutionAnswer,
  clock: DemoClock,
  operators: ReadonlyMap<string, Actor>,
): Promise<Omit<DemoStage, 'post' | 'until' | 'performances' | 'products' | 'subcategories'>> {
  const operator: DemoStage['operator'] = (email, key, now) => {
    const actor = operators.get(email);
    if (actor === undefined) throw new RangeError(`the demo has no operator ${email}`);
    return callerOf(database, institutionId, actor)(key, now);
  };
  const known = (key: string) => operator('operator@demo.test', key, clock.at(-140, '09:30'));
  return {
    database,
    institutionId,
    clock,
    contacts: await demoContacts(known, collectivityTypes),
    operator,
    process: (key, now) => ({ ...callerOf(database, institutionId, time)(key), now }),
  };
}

/** The people of the desk, by e-mail. */
async function operatorsOf(
  database: Database,
  institutionId: string,
  organisationId: string,
): Promise<Map<string, Actor>> {
  const rows = await database.read(institutionId, (db) =>
    db.selectFrom('operator').select(['id', 'name', 'email']).execute(),
  );
  return new Map(
    rows.map(({ id, name, email }) => [
      email,
      {
        type: 'operator',
        id,
        name,
        rights: { [organisationId]: rolePresets.operator },
        organisationIds: [organisationId],
      },
    ]),
  );
}

async function performancesOf(database: Database, institutionId: string): Promise<DemoStage['performances']> {
  return database.read(institutionId, async (db) => {
    const performances = await db
      .selectFrom('performance')
      .select(['id', 'external_id', 'venue_id'])
      .select(({ exists, selectFrom }) =>
        exists(
          selectFrom('performance_seat')
            .select('seat_id')
            .whereRef('performance_seat.performance_id', '=', 'performance.id'),
        ).as('numbered'),
      )
      .execute();
    const categories = await db.selectFrom('seat_category').select(['id', 'code', 'venue_id']).execute();
    return new Map(
      performances.map(({ id, external_id, venue_id, numbered }) => [
        external_id ?? id,
        {
          id,
          numbered: Boolean(numbered),
          categories: new Map(
            categories.filter((each) => each.venue_id === venue_id).map((each) => [each.code, each.id]),
          ),
        },
      ]),
    );
  });
}
