import type { z } from 'zod';
import { recordSignIn } from '../../activities/organisation/record-sign-in.ts';
import { Problem } from '../../activities/problem.ts';
import { newRequestId, type VerbCaller } from '../../activities/verb.ts';
import type { Database } from '../../database/database.ts';
import { type Assurance, type SecondStep, stepOwed } from '../../rules/organisation/second-step.ts';
import type { PublicRequest } from '../http/route.ts';
import type { Session } from '../http/session.ts';
import type { PendingSignIn } from '../http/session-door.ts';
import { presentSession } from './presenter.ts';
import type { SessionBody } from './schema.ts';

type Open = Pick<PublicRequest<unknown, unknown, unknown>, 'door' | 'database' | 'sessionFor'>;

/** Somebody whose first factor was right. */
interface Visitor {
  id: string;
  credentials: string;
  method: PendingSignIn['method'];
  assurance: Assurance;
}

/** In, or what is still owed. */
export type LetIn = { session: z.output<typeof SessionBody> } | { step: SecondStep };

/**
 * Opens the session of somebody whose first factor was right, or keeps that they owe a second step.
 * @throws Problem `session.signIn` when they may not be in.
 */
export async function letIn({ door, database, sessionFor }: Open, visitor: Visitor): Promise<LetIn> {
  const found = await sessionFor(visitor);
  if (found === null) throw new Problem('session.signIn');
  const { session } = found;
  const step = stepOwed(session.secondFactor, visitor.assurance);
  if (step !== null) {
    await door.hold(visitor, visitor.method);
    return { step };
  }
  await recordSignIn(callerOf(database, session), {
    method: visitor.method,
    secondFactor: visitor.assurance === 'two' ? 'issuer' : 'none',
    device: door.device,
  });
  await door.open(visitor, visitor.assurance);
  return { session: presentSession(session) };
}

/** Who owes a second step in this browser, as they would be in. */
export interface Waiting {
  pending: PendingSignIn;
  session: Session;
  caller: VerbCaller;
}

/**
 * The one who owes a second step in this browser.
 * @throws Problem `session.stepGone` when nobody does, or no more.
 */
export async function waiting({ door, database, sessionFor }: Open): Promise<Waiting> {
  const { pending } = door;
  const found =
    pending === null ? null : await sessionFor({ id: pending.operatorId, credentials: pending.credentials });
  if (pending === null || found === null) throw new Problem('session.stepGone');
  return { pending, session: found.session, caller: callerOf(database, found.session) };
}

/** Somebody at the door, as the caller of a verb about themselves; every call is a new one. */
function callerOf(database: Database, session: Session): VerbCaller {
  const { operator, institution, organisations, held, served } = session;
  return {
    database,
    institutionId: institution.id,
    actor: {
      type: 'operator',
      id: operator.id,
      name: operator.name,
      rights: held,
      organisationIds: organisations.map(({ id }) => id),
      served,
    },
    requestId: newRequestId(),
  };
}
