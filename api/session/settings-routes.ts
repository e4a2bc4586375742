import { SignInInput, setSignIn } from '../../activities/organisation/set-sign-in.ts';
import { readSignInSettings } from '../../database/read-models/sign-in-settings.ts';
import { defineRoute, type Route } from '../http/route.ts';
import { SignInSettingsBody } from './schema.ts';

const tags = ['sign-in-settings'];
const path = '/api/sign-in-settings';

const read = defineRoute({
  method: 'get',
  path,
  summary: 'How operators come in: second factor by role, roles by group of the issuer',
  tags,
  right: 'organisation.roles:read',
  answers: { 200: SignInSettingsBody },
  handle: async ({ read: within }) => within(readSignInSettings),
});

const set = defineRoute({
  method: 'put',
  path,
  summary: 'Set how operators come in',
  description:
    'A role that asks for a second factor ends the sessions of its holders that were opened without.',
  tags,
  right: 'organisation.roles:modify',
  body: SignInInput,
  answers: { 200: SignInSettingsBody },
  handle: async ({ body, caller, ifMatch }) => setSignIn(caller(), { version: ifMatch, values: body }),
});

/** How the operators of an institution come in. */
export const signInSettingsRoutes: readonly Route[] = [read, set];
