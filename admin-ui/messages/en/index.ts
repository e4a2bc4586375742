import { bulk } from './bulk.ts';
import { conflict, unsaved } from './conflict.ts';
import { frame } from './frame.ts';
import { health } from './health.ts';
import { history } from './history.ts';
import { imports } from './imports.ts';
import { lists } from './lists.ts';
import { options } from './options.ts';
import { people } from './people.ts';
import { resources } from './resources.ts';
import { screens } from './screens.ts';
import { search } from './search.ts';
import { settings } from './settings.ts';

/** The English words of the console. */
export const english = {
  imports,
  lists,
  people,
  bulk,
  conflict,
  frame,
  health,
  history,
  options,
  screens,
  settings,
  resources,
  search,
  unsaved,
};
