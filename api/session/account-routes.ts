import { z } from 'zod';
import { endSessions } from '../../activities/organisation/end-sessions.ts';
import {
  makeRecoveryCodes,
  removeSecondFactor,
} from '../../activities/organisation/second-factor/change-second-factor.ts';
import { beginEnrolment, confirmEnrolment } from '../../activities/organisation/second-factor/enrol.ts';
import { signIn } from '../../activities/organisation/sign-in.ts';
import { unlinkIdentity } from '../../activities/organisation/unlink-identity.ts';
import { Problem } from '../../activities/problem.ts';
import { newRequestId, type VerbCaller } from '../../activities/verb.ts';
import { readOperatorSecurity } from '../../database/read-models/operator-security.ts';
import { defineRoute, type Route, type RouteRequest } from '../http/route.ts';
import { longestMs } from '../http/session-door.ts';
import { presentEnrolment } from './presenter.ts';
import { CodeBody, Ended, EnrolmentBody, RecoveryCodesBody, SecurityBody } from './schema.ts';
import type { SignInHouse } from './sign-in-house.ts';

const tags = ['account'];
const path = '/api/account';
const Done = z.object({ ok: z.literal(true) });

type Owner = Pick<RouteRequest<unknown, unknown, unknown>, 'session' | 'caller' | 'door'>;

/** Under a key of its own: a secret is never answered twice. */
function onceOnly(caller: Owner['caller']): VerbCaller {
  return { ...caller(), requestId: newRequestId() };
}

/** What somebody does about their own sessions and second factor. */
export function accountRoutes({ demo, guard, codes, vault }: SignInHouse): readonly Route[] {
  const withCode = <Answer>(
    { session, caller, door }: Owner,
    work: (own: VerbCaller) => Promise<Answer>,
  ): Promise<Answer> =>
    codes.attempt({ address: door.address, operatorId: session.operator.id }, () => work(onceOnly(caller)));
  const read = defineRoute({
    method: 'get',
    path: `${path}/security`,
    summary: 'One’s own sessions and second factor',
    tags,
    right: 'session',
    answers: { 200: SecurityBody },
    handle: async ({ session, door, read: within }) => {
      const operatorId = session.operator.id;
      const sought = { operatorId, sid: door.sid, openedAfter: Date.now() - longestMs };
      const found = await within((db, scope) => readOperatorSecurity(db, scope, sought));
      if (found === null) throw new Problem('request.notFound');
      return { ...found, fresh: door.fresh };
    },
  });
  const endOne = defineRoute({
    method: 'delete',
    path: `${path}/sessions/{id}`,
    summary: 'End one of one’s sessions',
    tags,
    right: 'session',
    version: 'none',
    params: z.strictObject({ id: z.uuid() }),
    answers: { 200: Ended },
    handle: async ({ params, session, caller }) =>
      endSessions(caller(), { operatorId: session.operator.id, sessionId: params.id }),
  });
  const endOthers = defineRoute({
    method: 'delete',
    path: `${path}/sessions`,
    summary: 'End one’s other sessions',
    tags,
    right: 'session',
    version: 'none',
    answers: { 200: Ended },
    handle: async ({ session, caller, door }) =>
      endSessions(caller(), { operatorId: session.operator.id, exceptSid: door.sid }),
  });
  const begin = defineRoute({
    method: 'post',
    path: `${path}/second-factor`,
    summary: 'Begin the enrolment of a second factor',
    description: 'The password is asked for when the sign-in is more than a quarter of an hour ago.',
    tags,
    right: 'session',
    limited: true,
    body: z.strictObject({ password: z.string().min(1).max(200).optional() }),
    answers: { 200: EnrolmentBody },
    handle: async ({ body, session, caller, door, database }) => {
      const { email } = session.operator;
      const { password } = body;
      if (!door.fresh) {
        if (password === undefined) throw new Problem('session.confirm');
        const who = { address: door.address, email };
        await guard.attempt(who, () => signIn(database, { email, password, demo }), 'session.password');
      }
      return presentEnrolment(await beginEnrolment(onceOnly(caller), { account: email, vault }));
    },
  });
  const confirm = defineRoute({
    method: 'post',
    path: `${path}/second-factor/confirm`,
    summary: 'End the enrolment by a code',
    description:
      'The recovery codes are shown this once. Other sessions end; this one goes on under a new id.',
    tags,
    right: 'session',
    limited: true,
    body: CodeBody,
    answers: { 200: RecoveryCodesBody },
    handle: async ({ body, session, caller, door }) => {
      const made = await withCode({ session, caller, door }, (own) =>
        confirmEnrolment(own, { code: body.code, vault, exceptSid: door.sid }),
      );
      await door.raise();
      return made;
    },
  });
  const newCodes = defineRoute({
    method: 'post',
    path: `${path}/recovery-codes`,
    summary: 'Replace one’s recovery codes, shown this once',
    tags,
    right: 'session',
    limited: true,
    body: CodeBody,
    answers: { 200: RecoveryCodesBody },
    handle: ({ body, ...request }) =>
      withCode(request, (own) => makeRecoveryCodes(own, { code: body.code, vault })),
  });
  const remove = defineRoute({
    method: 'post',
    path: `${path}/second-factor/remove`,
    summary: 'Take one’s second factor away',
    tags,
    right: 'session',
    limited: true,
    body: CodeBody,
    answers: { 200: Done },
    handle: async ({ body, ...request }) => {
      await withCode(request, (own) => removeSecondFactor(own, { code: body.code, vault }));
      return { ok: true as const };
    },
  });
  const unlink = defineRoute({
    method: 'delete',
    path: `${path}/identity`,
    summary: 'Come in by the issuer’s word no more',
    tags,
    right: 'session',
    version: 'none',
    answers: { 200: Done },
    handle: async ({ caller }) => {
      await unlinkIdentity(caller());
      return { ok: true as const };
    },
  });
  return [read, endOne, endOthers, begin, confirm, newCodes, remove, unlink];
}
