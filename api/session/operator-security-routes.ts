import { z } from 'zod';
import { endSessions } from '../../activities/organisation/end-sessions.ts';
import { resetSecondFactor } from '../../activities/organisation/second-factor/change-second-factor.ts';
import { Problem } from '../../activities/problem.ts';
import { readOperatorSecurity } from '../../database/read-models/operator-security.ts';
import { defineRoute, type Route } from '../http/route.ts';
import { longestMs } from '../http/session-door.ts';
import { Ended, OperatorSecurityBody } from './schema.ts';

const tags = ['operators'];
const path = '/api/operators/{id}';
const Id = z.strictObject({ id: z.uuid() });
const right = 'organisation.operators:modify';

const read = defineRoute({
  method: 'get',
  path: `${path}/security`,
  summary: 'Sessions and second factor of an operator',
  tags,
  right: 'organisation.operators:read',
  params: Id,
  answers: { 200: OperatorSecurityBody },
  handle: async ({ params, door, read: within }) => {
    const sought = { operatorId: params.id, sid: door.sid, openedAfter: Date.now() - longestMs };
    const found = await within((db, scope) => readOperatorSecurity(db, scope, sought));
    if (found === null) throw new Problem('request.notFound');
    return found;
  },
});

const endAll = defineRoute({
  method: 'delete',
  path: `${path}/sessions`,
  summary: 'End all sessions of an operator',
  tags,
  right,
  version: 'none',
  params: Id,
  answers: { 200: Ended },
  handle: async ({ params, caller }) => endSessions(caller(), { operatorId: params.id }),
});

const endOne = defineRoute({
  method: 'delete',
  path: `${path}/sessions/{sessionId}`,
  summary: 'End one session of an operator',
  tags,
  right,
  version: 'none',
  params: z.strictObject({ id: z.uuid(), sessionId: z.uuid() }),
  answers: { 200: Ended },
  handle: async ({ params, caller }) =>
    endSessions(caller(), { operatorId: params.id, sessionId: params.sessionId }),
});

const reset = defineRoute({
  method: 'post',
  path: `${path}/reset-second-factor`,
  summary: 'Take the second factor of an operator away who lost it',
  description: 'Their sessions end. A role that asks for one has them enrol anew at the next sign-in.',
  tags,
  right,
  version: 'none',
  params: Id,
  body: z.strictObject({ reason: z.string().trim().min(1).max(500).optional() }),
  answers: { 200: z.object({ ok: z.literal(true) }) },
  handle: async ({ params, body, caller }) => {
    await resetSecondFactor(caller(), { operatorId: params.id, reason: body.reason });
    return { ok: true as const };
  },
});

/** What an administrator sees and does about how an operator comes in. */
export const operatorSecurityRoutes: readonly Route[] = [read, endAll, endOne, reset];
