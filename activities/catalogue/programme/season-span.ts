import { shiftDay } from './local-start.ts';
import type { ProgrammeSeason } from './programme-reading.ts';
import { slug } from './slug.ts';

/**
 * The seasons of a programme by their name in the file. A season `2024-25` runs from 1 September to 31 August, moved
 * by the shift, and is named after the years it then lies in; one named otherwise runs over its own performances.
 */
export function seasonsOf(
  days: readonly { season: string; day: string }[],
  shiftDays: number,
): ReadonlyMap<string, ProgrammeSeason> {
  const seasons = new Map<string, ProgrammeSeason>();
  for (const { season, day } of days) {
    const known = seasons.get(season) ?? usual(season, shiftDays) ?? named(season, day);
    seasons.set(season, {
      ...known,
      startsOn: [day, known.startsOn].sort()[0] ?? day,
      endsOn: [day, known.endsOn].sort()[1] ?? day,
    });
  }
  return seasons;
}

function usual(season: string, shiftDays: number): ProgrammeSeason | null {
  const year = Number(/^((?:19|20)\d{2})-\d{2}$/.exec(season)?.[1] ?? Number.NaN);
  if (Number.isNaN(year)) return null;
  const middle = shiftDay(`${year + 1}-03-01`, shiftDays);
  const opening = Number(middle.slice(0, 4)) - (middle.slice(5) < '09-01' ? 1 : 0);
  return {
    code: season,
    name: `${opening}-${String((opening + 1) % 100).padStart(2, '0')}`,
    startsOn: shiftDay(`${year}-09-01`, shiftDays),
    endsOn: shiftDay(`${year + 1}-08-31`, shiftDays),
  };
}

function named(season: string, day: string): ProgrammeSeason {
  return { code: slug(season), name: season, startsOn: day, endsOn: day };
}
