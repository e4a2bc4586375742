import { passwordFits } from '../../../activities/organisation/password.ts';
import { operatorRecords } from '../../../activities/records/kinds/operators.ts';
import { changeRecord } from '../../../activities/records/write-record.ts';
import { newRequestId, type VerbCaller } from '../../../activities/verb.ts';
import { demoOperators } from './demo-people.ts';

/** Gives the four sign-ins of the demo the password that is printed at the start, where they have another one. */
export async function keepDemoPassword(
  callerOf: (key: string) => VerbCaller,
  password: string,
): Promise<void> {
  const { database, institutionId } = callerOf('password');
  const emails = demoOperators.map(({ email }) => email);
  const operators = await database.read(institutionId, (db) =>
    db
      .selectFrom('operator')
      .select(['id', 'password_hash'])
      .where('email', 'in', emails)
      .where('demo', '=', true)
      .execute(),
  );
  const fits = await Promise.all(operators.map((each) => passwordFits(each.password_hash, password)));
  for (const [index, { id }] of operators.entries()) {
    if (fits[index]) continue;
    await changeRecord(callerOf(`password/${newRequestId()}`), operatorRecords, {
      id,
      version: null,
      values: { password },
    });
  }
}
