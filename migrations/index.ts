import { Ground } from './0001-ground/index.ts';
import { Search } from './0004-search.ts';

/** Forward-only migrations, in the order they run. A migration that has landed is never edited. */
export const migrations = [
  { name: '0001-ground', class: Ground },
  { name: '0004-search', class: Search },
];
