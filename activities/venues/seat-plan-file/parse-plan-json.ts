import { checkJson } from '../../catalogue/programme/check-json.ts';
import { Problem } from '../../problem.ts';
import { planLimits } from './plan-limits.ts';
import { weighJson } from './weigh-json.ts';

/**
 * The JSON of a file whose size, depth and number of parts were seen to be bearable before it was read.
 * @throws Problem `plan.tooLarge` | `plan.tooDeep` | `plan.tooManySeats` | `plan.unreadable` with line and column.
 */
export function parsePlanJson(bytes: Uint8Array): unknown {
  if (bytes.length > planLimits.bytes) {
    throw new Problem('plan.tooLarge', { values: { megabytes: planLimits.bytes / 1024 / 1024 } });
  }
  const { containers, depth } = weighJson(bytes);
  if (depth > planLimits.depth) throw new Problem('plan.tooDeep', { values: { max: planLimits.depth } });
  if (containers > planLimits.containers) {
    throw new Problem('plan.tooManySeats', { values: { max: planLimits.seats } });
  }
  const text = textOf(bytes);
  const parsed = text === null ? null : parsedJson(text);
  if (parsed !== null) return parsed.value;
  const { line, column } = checkJson(text ?? '', planLimits.depth) ?? { line: 1, column: 1 };
  throw new Problem('plan.unreadable', { values: { line, column } });
}

function parsedJson(text: string): { value: unknown } | null {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return null;
  }
}

/** UTF-8, as JSON is; a byte order mark is dropped. Null for bytes that are none. */
function textOf(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
