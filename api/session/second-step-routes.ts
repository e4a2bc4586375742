import { recordSignIn } from '../../activities/organisation/record-sign-in.ts';
import { beginEnrolment, confirmEnrolment } from '../../activities/organisation/second-factor/enrol.ts';
import { passSecondStep } from '../../activities/organisation/second-factor/pass-second-step.ts';
import { Problem } from '../../activities/problem.ts';
import { stepOwed } from '../../rules/organisation/second-step.ts';
import { definePublicRoute, type Route } from '../http/route.ts';
import { waiting } from './let-in.ts';
import { presentEnrolment, presentSession } from './presenter.ts';
import { CodeBody, EnrolmentBody, RecoveryCodesBody, SessionBody, StepBody } from './schema.ts';
import type { SignInHouse } from './sign-in-house.ts';

const tags = ['session'];
const path = '/api/session/second-step';

/** What comes after a first factor: a code, or the enrolment that a role asks for. Then the session opens. */
export function secondStepRoutes({ codes, vault }: SignInHouse): readonly Route[] {
  const read = definePublicRoute({
    method: 'get',
    path,
    summary: 'What is still owed after a first factor',
    tags,
    answers: { 200: StepBody },
    handle: async (request) => {
      const { session } = await waiting(request);
      return { step: stepOwed(session.secondFactor, 'one') ?? 'code' };
    },
  });
  const code = definePublicRoute({
    method: 'post',
    path,
    summary: 'End a sign-in by a code',
    description:
      'A code of the authenticator, taken once, or a recovery code. Five wrong ones close the door for a quarter of an hour, twenty for a day.',
    tags,
    limited: true,
    body: CodeBody,
    answers: { 200: SessionBody },
    handle: async (request) => {
      const { pending, session, caller } = await waiting(request);
      const { door, body } = request;
      if (stepOwed(session.secondFactor, 'one') === 'enrol') throw new Problem('secondFactor.none');
      await codes.attempt({ address: door.address, operatorId: pending.operatorId }, () =>
        passSecondStep(caller, { code: body.code, vault, method: pending.method, device: door.device }),
      );
      await door.open({ id: pending.operatorId, credentials: pending.credentials }, 'two');
      return presentSession(session);
    },
  });
  const begin = definePublicRoute({
    method: 'post',
    path: `${path}/enrolment`,
    summary: 'Begin the enrolment that a role asks for',
    tags,
    answers: { 200: EnrolmentBody },
    handle: async (request) => {
      const { session, caller } = await waiting(request);
      return presentEnrolment(await beginEnrolment(caller, { account: session.operator.email, vault }));
    },
  });
  const confirm = definePublicRoute({
    method: 'post',
    path: `${path}/enrolment/confirm`,
    summary: 'End that enrolment, and the sign-in, by a code',
    description: 'The recovery codes are shown this once.',
    tags,
    limited: true,
    body: CodeBody,
    answers: { 200: RecoveryCodesBody },
    handle: async (request) => {
      const { pending, caller } = await waiting(request);
      const { door, body } = request;
      const made = await codes.attempt({ address: door.address, operatorId: pending.operatorId }, () =>
        confirmEnrolment(caller, { code: body.code, vault, exceptSid: door.sid }),
      );
      const { method } = pending;
      await recordSignIn(
        { ...caller, requestId: `${caller.requestId}/in` },
        {
          method,
          secondFactor: 'code',
          device: door.device,
        },
      );
      await door.open({ id: pending.operatorId, credentials: pending.credentials }, 'two');
      return made;
    },
  });
  return [read, code, begin, confirm];
}
