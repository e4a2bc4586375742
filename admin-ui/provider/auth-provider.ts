import type { AuthProvider } from 'react-admin';
import { mayOn } from './may-on.ts';
import { problemOf } from './problem.ts';
import { rightOf } from './rights.ts';
import { closeSession, currentSession, forgetSession } from './session.ts';

/** Leads to the sign-in page without a word: nobody is told that they are not signed in before they tried. */
const unknownVisitor = { message: false };

/**
 * Signs operators in with a server-side session; rights decide which screens exist for them. A server that does not
 * answer signs nobody out.
 */
export const authProvider: AuthProvider = {
  // the sign-in page has opened the session, in one step or two
  login: () => {
    forgetSession();
    return currentSession();
  },
  logout: closeSession,
  checkAuth: async () => {
    await currentSession().catch((failure: unknown) => {
      if (problemOf(failure).status === 401) throw unknownVisitor;
    });
  },
  checkError: async (failure: unknown) => {
    if (problemOf(failure).status !== 401) return;
    forgetSession();
    throw new Error('frame.failure.session');
  },
  getIdentity: async () => {
    const { operator } = await currentSession();
    return { id: operator.id, fullName: operator.name };
  },
  // nobody signed in is an answer here: `checkAuth` alone leads to the sign-in page, once
  getPermissions: () =>
    currentSession().catch((failure: unknown) => {
      if (problemOf(failure).status === 401) return null;
      throw failure;
    }),
  canAccess: async ({ resource, action, record }) => {
    const right = rightOf(resource, action);
    return right === null || mayOn(await currentSession(), right, record ?? {});
  },
};
