import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { json, text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { ROOT } from '../../bin/settings.ts';

type Event = Record<string, unknown> & { eventType: string };
type History = { events: Event[] };

const folder = join(ROOT, 'tests', 'replay', 'histories');
const names = readdirSync(folder).filter((file) => file.endsWith('.json'));
const histories = names.map((name): History => JSON.parse(readFileSync(join(folder, name), 'utf8')));

/** Tells each history again with the stories as they are; what went wrong with each, or null. */
async function replay(told: readonly History[]): Promise<(string | null)[]> {
  const program = fileURLToPath(new URL('./support/replay.ts', import.meta.url));
  const child = spawn(process.execPath, [program], { stdio: ['pipe', 'pipe', 'pipe'] });
  const said = text(child.stderr);
  child.stdin.end(JSON.stringify(told));
  const answers = await json(child.stdout).catch(async () => {
    throw new Error(await said);
  });
  if (!Array.isArray(answers)) throw new Error('not a list of answers');
  return answers.map((why) => (why === null ? null : String(why)));
}

/** The same history of a story that asked for something else: another activity, or a local one that it never asked for. */
function tampered({ events }: History): History {
  const same = JSON.stringify(events);
  const otherActivity = same.replaceAll('"activityType":{"name":"', '"activityType":{"name":"another');
  const text =
    otherActivity === same ? same.replace('"core_local_activity"', '"another_marker"') : otherActivity;
  return { events: JSON.parse(text) };
}

describe('the stories as they are', () => {
  it('still tell every recorded history', async () => {
    const wrong = (await replay(histories)).map((why, index) => `${names[index]}: ${why}`);
    expect(wrong).toEqual(names.map((name) => `${name}: null`));
  });

  it('tell no history that was tampered with', async () => {
    const asking = histories.filter(
      (history) => JSON.stringify(tampered(history)) !== JSON.stringify(history),
    );
    expect(asking.length).toBeGreaterThan(5);
    for (const why of await replay(asking.map(tampered))) expect(why).toContain('DeterminismViolationError');
  });

  it('each have a history', () => {
    const told = histories.map(
      ({ events }) => JSON.stringify(events[0]).match(/"workflowType":{"name":"(\w+)"}/)?.[1],
    );
    const index = readFileSync(join(ROOT, 'workflows', 'index.ts'), 'utf8');
    const stories = [...index.matchAll(/^export {(.*)} from/gm)].flatMap(([, list]) => list!.split(','));
    expect([...new Set(told)].sort()).toEqual(stories.map((story) => story.trim()).sort());
  });
});
