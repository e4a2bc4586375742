import { randomUUID } from 'node:crypto';
import { setUpOperator } from '../../../activities/organisation/set-up-operator.ts';
import { setUpOrganisation } from '../../../activities/organisation/set-up-organisation.ts';
import { contingentRecords } from '../../../activities/records/kinds/channels.ts';
import { operatorRecords } from '../../../activities/records/kinds/operators.ts';
import { changeRecord, createRecord } from '../../../activities/records/write-record.ts';
import type { VerbCaller } from '../../../activities/verb.ts';
import { drawnContingents, keptContingents } from './demo-house.ts';
import { demoColleagues, demoOperators } from './demo-people.ts';

/** Opens the demo's theatre: its contingents, its channel and the people who work in it. Answers its id. */
export async function openHouse(caller: (key: string) => VerbCaller, password: string): Promise<string> {
  const { organisationId } = await setUpOrganisation(caller('organisation'), {
    code: 'GRAND-SAULE',
    name: 'Théâtre du Grand Saule',
    addressLines: ['12 quai des Tanneurs', '77120 Villeneuve-sur-Ambre'],
    email: 'groupes@grand-saule.test',
    phone: '01 99 00 00 12',
    individualAudience: 'INDIVIDUEL',
    structureAudience: 'OCCASIONNELLE',
    contingents: drawnContingents,
    colleagues: 'nobody',
  });
  for (const { names, ...contingent } of keptContingents) {
    await createRecord(caller(`contingent/${contingent.code}`), contingentRecords, {
      ...contingent,
      name: names.fr,
      names,
    });
  }
  for (const { email, name, role } of [...demoOperators, ...demoColleagues]) {
    await setUpOperator(caller(`operator/${email}`), {
      email,
      name,
      password: demoOperators.some((known) => known.email === email) ? password : randomUUID(),
      locale: 'fr',
      demo: true,
      roles: [{ organisationId, role }],
    });
  }
  return organisationId;
}

/** The colleagues have left by today: only the sign-ins that are printed are open. */
export async function closeColleagues(
  caller: (key: string) => VerbCaller,
  operators: ReadonlyMap<string, { id: string }>,
): Promise<void> {
  for (const { email } of demoColleagues) {
    const id = operators.get(email)?.id;
    if (id === undefined) continue;
    await changeRecord(caller(`close/${email}`), operatorRecords, {
      id,
      version: null,
      values: { disabled: true },
    });
  }
}
