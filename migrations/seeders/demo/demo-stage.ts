import type { VerbCaller } from '../../../activities/verb.ts';
import type { Database } from '../../../database/database.ts';
import type { DemoClock } from './demo-clock.ts';
import type { DemoPost } from './demo-post.ts';

/** What the stories of the demo refer to: ids by the demo's own names. */
export interface DemoStage {
  database: Database;
  institutionId: string;
  clock: DemoClock;
  contacts: ReadonlyMap<string, string>;
  performances: ReadonlyMap<string, DemoRoom>;
  products: ReadonlyMap<string, OpenProduct>;
  subcategories: Readonly<Record<string, string>>;
  /** The operator of that e-mail; the key makes every call safe to repeat. */
  operator(email: string, key: string, now: string): VerbCaller;
  /** Time itself. */
  process(key: string, now: string): VerbCaller & { now: string };
  post: DemoPost;
  /** What has come due by then happens. */
  until: string;
}

/** A performance: its categories by code, and whether its seats are open on a plan. */
export interface DemoRoom {
  id: string;
  numbered: boolean;
  categories: ReadonlyMap<string, string>;
}

/** A product that is sold: its lines by name, and its slots in their order. */
export interface OpenProduct {
  id: string;
  lines: ReadonlyMap<string, string>;
  slots: readonly string[];
}

/** What stands under a name of the demo's. Throws RangeError when nothing does. */
export function named<Key, Found>(known: ReadonlyMap<Key, Found>, name: Key): Found {
  const found = known.get(name);
  if (found === undefined) throw new RangeError(`the demo has no ${String(name)}`);
  return found;
}
