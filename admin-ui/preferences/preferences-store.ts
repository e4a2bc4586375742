import { localStorageStore, memoryStore, type Store } from 'react-admin';
import { isFields } from '../provider/problem.ts';
import { request } from '../provider/request.ts';
import { fixedPreferences, keysOf, preferenceFrom, preferenceOf } from './preference-keys.ts';

/** Waits for the last of several choices made in a row. */
const settleMs = 250;
/** Whose choices the local copy holds. */
const ownerKey = 'preferences.owner';
/** Kept when somebody signs out, so that the sign-in page does not jump. */
const keptKeys = ['theme', 'locale', ownerKey];

/**
 * What react-admin remembers: preferences are the server's and follow their operator, with a copy here for the first
 * paint; where a list stands is forgotten with the page; the rest stays in this browser.
 */
export type PreferencesStore = Store & {
  /** Takes the operator's preferences over from the server. What they never chose goes back to what ships. */
  adopt(operatorId: string): Promise<void>;
};

/** Makes the store of the console. */
export function preferencesStore(): PreferencesStore {
  const local = localStorageStore('1', 'placet');
  const passing = memoryStore();
  const waiting = new Map<string, ReturnType<typeof setTimeout>>();
  /** Chosen here and not yet known to be with the server. */
  const unanswered = new Set<string>();
  /** What was chosen since each question that is not answered yet: the answer may be older. */
  const sinceAsked = new Set<Set<string>>();
  const placeOf = (key: string) => (key.endsWith('.listParams') ? passing : local);
  const read = (key: string): unknown => local.getItem(key);
  const keep = (name: string) => {
    clearTimeout(waiting.get(name));
    for (const names of [unanswered, ...sinceAsked]) names.add(name);
    const send = () => {
      waiting.delete(name);
      const value = preferenceFrom(name, read) ?? (name === 'theme' ? 'system' : null);
      // the choice holds here all the same; the next one is sent again
      request(`/preferences/${name}`, { method: 'PUT', body: { value } })
        .catch(() => undefined)
        .finally(() => waiting.has(name) || unanswered.delete(name));
    };
    waiting.set(name, setTimeout(send, settleMs));
  };
  const changed = (key: string) => {
    const name = preferenceOf(key);
    if (name !== null && local.getItem(ownerKey) !== undefined) keep(name);
  };
  const put = (key: string, value: unknown) => {
    if (value === undefined) local.removeItem(key);
    else if (JSON.stringify(local.getItem(key)) !== JSON.stringify(value)) local.setItem(key, value);
  };
  return {
    setup: () => {
      local.setup();
      passing.setup();
    },
    teardown: () => {
      local.teardown();
      passing.teardown();
    },
    getItem: (key, fallback) => placeOf(key).getItem(key, fallback),
    setItem: (key, value) => {
      placeOf(key).setItem(key, value);
      changed(key);
    },
    removeItem: (key) => {
      placeOf(key).removeItem(key);
      changed(key);
    },
    removeItems: (prefix) => {
      local.removeItems(prefix);
      passing.removeItems(prefix);
    },
    reset: () => {
      const kept = keptKeys.map((key): [string, unknown] => [key, local.getItem(key)]);
      local.reset();
      passing.reset();
      for (const [key, value] of kept) put(key, value);
    },
    subscribe: (key, callback) => placeOf(key).subscribe(key, callback),
    adopt: async (operatorId) => {
      const chosen = new Set(unanswered);
      sinceAsked.add(chosen);
      const { json } = await request('/preferences').finally(() => sinceAsked.delete(chosen));
      const known = isFields(json) ? json : {};
      const before = local.getItem<string>(ownerKey);
      // a choice made on the sign-in page by the first to use this browser is theirs
      const stays = before === undefined || before === operatorId;
      for (const name of new Set([...fixedPreferences, ...Object.keys(known)])) {
        if (chosen.has(name) || (!(name in known) && stays)) continue;
        for (const [key, value] of keysOf(name, known[name])) put(key, value);
      }
      local.setItem(ownerKey, operatorId);
    },
  };
}
