import { conflict, unsaved } from './conflict.ts';
import { frame } from './frame.ts';
import { options } from './options.ts';
import { resources } from './resources.ts';
import { screens } from './screens.ts';
import { search } from './search.ts';

/** The English words of the console. */
export const english = { conflict, frame, options, screens, resources, search, unsaved };
