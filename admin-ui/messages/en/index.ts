import { conflict, unsaved } from './conflict.ts';
import { frame } from './frame.ts';
import { lists } from './lists.ts';
import { options } from './options.ts';
import { resources } from './resources.ts';
import { screens } from './screens.ts';
import { search } from './search.ts';

/** The English words of the console. */
export const english = {
  conflict,
  frame,
  lists,
  options,
  screens,
  resources,
  search,
  unsaved,
} as const;
