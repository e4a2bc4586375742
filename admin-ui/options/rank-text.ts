import type { Text } from '../messages/use-text.ts';

/** The place of a performance among those asked for: the first choice, or a fallback date. */
export function rankText(rank: number, text: Text): string {
  return rank === 0 ? text('options.show.choice') : text('options.show.fallback', { rank });
}
