import { halls } from './halls.ts';
import { health } from './health.ts';
import { history } from './history.ts';
import { imports } from './imports.ts';
import { people } from './people.ts';
import { performanceMap } from './performance-map.ts';
import { rules } from './rules.ts';
import { seatMap } from './seat-map.ts';
import { settings } from './settings.ts';

/** English words of the screens that come later. */
export const later = {
  halls,
  health,
  history,
  imports,
  people,
  performanceMap,
  rules,
  seatMap,
  settings,
} as const;
