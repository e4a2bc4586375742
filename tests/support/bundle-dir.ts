import { join } from 'node:path';
import { ROOT } from '../../bin/settings.ts';

/** The stories, bundled once for all files and runs, as long as none of them changes. */
export const bundleDir = join(ROOT, 'node_modules', '.cache', 'placet-stories');
