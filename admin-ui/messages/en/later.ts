import { account } from './account.ts';
import { baskets } from './baskets.ts';
import { bulk } from './bulk.ts';
import { contingents } from './contingents.ts';
import { halls } from './halls.ts';
import { health } from './health.ts';
import { history } from './history.ts';
import { imports } from './imports.ts';
import { letterTexts } from './letter-texts.ts';
import { optionActs } from './option-acts.ts';
import { people } from './people.ts';
import { performanceChange } from './performance-change.ts';
import { performanceMap } from './performance-map.ts';
import { products } from './products.ts';
import { rules } from './rules.ts';
import { seatMap } from './seat-map.ts';
import { settings } from './settings.ts';
import { studio } from './studio.ts';
import { together } from './together.ts';

/** English words of the screens that come later. */
export const later = {
  account,
  baskets,
  bulk,
  contingents,
  halls,
  health,
  history,
  imports,
  letterTexts,
  optionActs,
  people,
  performanceChange,
  performanceMap,
  products,
  rules,
  seatMap,
  settings,
  together,
  studio,
} as const;
