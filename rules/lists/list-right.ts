import type { Right } from '../options/rights.ts';
import { resourceRight } from '../organisation/resource-rights.ts';
import type { ListName } from './list-names.ts';

/** The right to see a list, to take it away as a file and to keep views of it. */
export function listRight(name: ListName): Right {
  return resourceRight(name === 'contact-links' ? 'contacts' : name, 'read');
}
