import { conflict, unsaved } from './conflict.ts';
import { frame } from './frame.ts';
import { lists } from './lists.ts';
import { options } from './options.ts';
import { resources } from './resources.ts';
import { screens } from './screens.ts';
import { search } from './search.ts';

/** The French words of the console; the other language has the same keys. */
export const french = { conflict, frame, lists, options, screens, resources, search, unsaved } as const;
