import { Problem } from '../problem.ts';
import { runVerb, type VerbCaller } from '../verb.ts';

/**
 * The issuer vouches for the caller no more (verb `unlink-identity`).
 * @throws Problem `request.notFound` when it did not.
 */
export async function unlinkIdentity(caller: VerbCaller): Promise<void> {
  const operatorId = caller.actor.id;
  await runVerb(caller, 'unlink-identity', {}, async (verb) => {
    const gone = await verb.db
      .deleteFrom('operator_identity')
      .where('operator_id', '=', operatorId)
      .returning(['issuer', 'subject'])
      .execute();
    if (gone.length === 0) throw new Problem('request.notFound');
    verb.record({ verb: 'unlink-identity', subjectType: 'operator', subjectId: operatorId, before: gone[0] });
    return null;
  });
}
