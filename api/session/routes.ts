import { z } from 'zod';
import { demoAccounts } from '../../activities/organisation/demo-accounts.ts';
import { signIn } from '../../activities/organisation/sign-in.ts';
import { definePublicRoute, defineRoute, Reply, type Route } from '../http/route.ts';
import { letIn } from './let-in.ts';
import { presentSession } from './presenter.ts';
import { SessionBody, SignInBody, StepBody } from './schema.ts';
import type { SignInHouse } from './sign-in-house.ts';

const tags = ['session'];
const Done = z.object({ ok: z.literal(true) });

/** Coming in, seeing who one is, going out; and in a demo, which accounts there are. */
export function sessionRoutes(house: SignInHouse): readonly Route[] {
  const open = definePublicRoute({
    method: 'post',
    path: '/api/session',
    summary: 'Sign in',
    description:
      'Ten wrong passwords for an e-mail, or fifty from an address, close the door for a quarter of an hour. 202: a second step is owed before the session opens.',
    tags,
    fromAnywhere: true,
    limited: true,
    body: SignInBody,
    answers: { 200: SessionBody, 202: StepBody },
    handle: async ({ body, ...request }) => {
      const { door, database } = request;
      const operator = await house.guard.attempt({ address: door.address, email: body.email }, () =>
        signIn(database, { ...body, demo: house.demo }),
      );
      const inside = await letIn(request, { ...operator, method: 'password', assurance: 'one' });
      return 'session' in inside ? inside.session : new Reply({ step: inside.step }, { status: 202 });
    },
  });
  const read = defineRoute({
    method: 'get',
    path: '/api/session',
    summary: 'Who is signed in',
    tags,
    right: 'session',
    answers: { 200: SessionBody },
    handle: async ({ session }) => presentSession(session),
  });
  const close = definePublicRoute({
    method: 'delete',
    path: '/api/session',
    summary: 'Sign out',
    tags,
    answers: { 200: Done },
    handle: async ({ door }) => {
      await door.close();
      return { ok: true as const };
    },
  });
  const demo = definePublicRoute({
    method: 'get',
    path: '/api/demo',
    summary: 'Whether this is a demo, and its accounts',
    tags,
    answers: {
      200: z.object({
        demo: z.boolean(),
        accounts: z.array(z.object({ email: z.string(), role: z.string() })),
      }),
    },
    handle: async ({ database }) => ({
      demo: house.demo,
      accounts: house.demo ? await demoAccounts(database) : [],
    }),
  });
  return [open, read, close, demo];
}
