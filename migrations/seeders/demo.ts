import { writeProgramme } from '../../activities/catalogue/write-programme.ts';
import { institutionDefaults } from '../../activities/organisation/institution-defaults.ts';
import {
  type InstitutionAnswer,
  setUpInstitution,
} from '../../activities/organisation/set-up-institution.ts';
import { setUpOperator } from '../../activities/organisation/set-up-operator.ts';
import { setUpOrganisation } from '../../activities/organisation/set-up-organisation.ts';
import { type Actor, runVerb, type VerbCaller } from '../../activities/verb.ts';
import { type Database, openDatabase } from '../../database/database.ts';
import { rolePresets } from '../../rules/organisation/role-presets.ts';
import { demoClock } from './demo/demo-clock.ts';
import { demoContacts } from './demo/demo-contacts.ts';
import { demoOperators } from './demo/demo-people.ts';
import { demoContingents, demoProgramme } from './demo/demo-programme.ts';
import { keepDemoPassword } from './demo/keep-demo-password.ts';
import { type DemoStage, playOptions } from './demo/play-options.ts';

/** Where the demo goes, and the password of its four sign-ins. */
export interface DemoSettings {
  /** The owner's URL. */
  databaseUrl: string;
  demoPassword: string;
}

const code = 'demo';

const seeder: Actor = {
  type: 'system',
  id: 'demo',
  name: 'Placet demo',
  rights: 'all',
  organisationIds: 'all',
};

/**
 * Seeds the demo institution once, by calling verbs with a set clock: everything stands relative to the day of the
 * first start. Every call has a key of its own, so that a seed that was interrupted goes on where it stopped. Once it is
 * complete only the password is kept as the settings say.
 */
export async function seedDemo({ databaseUrl, demoPassword }: DemoSettings): Promise<void> {
  const owner = await openDatabase({ databaseUrl, as: 'owner', poolSize: 1 });
  const database = await openDatabase({ databaseUrl, as: 'application', poolSize: 2 });
  try {
    const seeded = (await seededInstitution(owner)) ?? (await seed(owner, database, demoPassword));
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

async function seed(owner: Database, database: Database, password: string): Promise<string> {
  const institution = await setUpInstitution(
    { database: owner, actor: seeder, requestId: 'demo/institution' },
    { code, name: 'Démonstration', locale: 'fr', demo: true, ...institutionDefaults },
  );
  const { institutionId } = institution;
  const clock = demoClock(await startedAt(database, institutionId));
  const caller = (key: string) => callerOf(database, institutionId, seeder)(key, clock.at(-90, '09:00'));
  const organisationId = await house(caller, password);
  await writeProgramme(caller('programme'), { organisationId, ...demoProgramme(clock) });
  await playOptions(await stageOf(database, institution, organisationId, clock));
  await runVerb(callerOf(database, institutionId, seeder)('complete'), 'seed-demo', {}, async (verb) => {
    verb.record({ verb: 'seed-demo', subjectType: 'institution', subjectId: institutionId });
  });
  return institutionId;
}

/** The first day stays the first day, also when the seed goes on after midnight. */
async function startedAt(database: Database, institutionId: string): Promise<string> {
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

async function house(caller: (key: string) => VerbCaller, password: string): Promise<string> {
  const { organisationId } = await setUpOrganisation(caller('organisation'), {
    code: 'GRAND-SAULE',
    name: 'Théâtre du Grand Saule',
    addressLines: ['12 quai des Tanneurs', '77120 Villeneuve-sur-Ambre'],
    email: 'groupes@grand-saule.test',
    phone: '01 99 00 00 12',
    individualAudience: 'INDIVIDUEL',
    structureAudience: 'OCCASIONNELLE',
    contingents: demoContingents,
    colleagues: 'nobody',
  });
  for (const { email, name, role } of demoOperators) {
    await setUpOperator(caller(`operator/${email}`), {
      email,
      name,
      password,
      locale: 'fr',
      demo: true,
      roles: [{ organisationId, role }],
    });
  }
  return organisationId;
}

async function stageOf(
  database: Database,
  { institutionId, collectivityTypes }: InstitutionAnswer,
  organisationId: string,
  clock: DemoStage['clock'],
): Promise<DemoStage> {
  const operator = callerOf(database, institutionId, {
    type: 'operator',
    ...(await operatorOf(database, institutionId)),
    rights: rolePresets.operator,
    organisationIds: [organisationId],
  });
  const process = callerOf(database, institutionId, {
    type: 'process',
    id: 'demo',
    name: 'Placet',
    rights: 'all',
    organisationIds: 'all',
  });
  return {
    database,
    institutionId,
    clock,
    contacts: await demoContacts((key) => operator(key, clock.at(-80, '09:30')), collectivityTypes),
    performances: await performancesOf(database, institutionId),
    operator,
    process: (key, now) => ({ ...process(key), now }),
  };
}

async function operatorOf(database: Database, institutionId: string): Promise<{ id: string; name: string }> {
  return database.read(institutionId, (db) =>
    db
      .selectFrom('operator')
      .select(['id', 'name'])
      .where('email', '=', 'operator@demo.test')
      .executeTakeFirstOrThrow(),
  );
}

async function performancesOf(database: Database, institutionId: string): Promise<DemoStage['performances']> {
  return database.read(institutionId, async (db) => {
    const performances = await db
      .selectFrom('performance')
      .select(['id', 'external_id', 'venue_id'])
      .execute();
    const categories = await db.selectFrom('seat_category').select(['id', 'code', 'venue_id']).execute();
    return new Map(
      performances.map(({ id, external_id, venue_id }) => [
        external_id ?? id,
        {
          id,
          categories: new Map(
            categories.filter((each) => each.venue_id === venue_id).map((each) => [each.code, each.id]),
          ),
        },
      ]),
    );
  });
}
