import { Ground } from './0001-ground/index.ts';

/** Forward-only migrations, in the order they run. A migration that has landed is never edited. */
export const migrations = [{ name: '0001-ground', class: Ground }];
