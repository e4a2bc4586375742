import { z } from 'zod';
import { PreferenceName, Preferences, setPreference } from '../../activities/organisation/set-preference.ts';
import { readPreferences } from '../../database/read-models/preferences.ts';
import { defineRoute, type Route } from '../http/route.ts';

const tags = ['preferences'];
const path = '/api/preferences';

const all = defineRoute({
  method: 'get',
  path,
  summary: 'How the operator likes the console',
  tags,
  right: 'session',
  answers: { 200: Preferences },
  handle: async ({ read }) => Preferences.parse(await read(readPreferences)),
});

const set = defineRoute({
  method: 'put',
  path: `${path}/{name}`,
  summary: 'Keep one preference; null goes back to what ships',
  description: 'The last write wins.',
  tags,
  right: 'session',
  params: z.strictObject({ name: PreferenceName }),
  body: z.strictObject({ value: z.unknown() }),
  version: 'none',
  answers: { 200: z.object({ name: z.string(), value: z.unknown() }) },
  handle: async ({ params, body, caller }) => ({
    name: params.name,
    value: await setPreference(caller(), { name: params.name, value: body.value }),
  }),
});

/** What follows an operator from one browser to the next. */
export const preferenceRoutes: readonly Route[] = [all, set];
