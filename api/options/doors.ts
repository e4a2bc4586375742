import { optionList, productOptionList } from '../../database/read-models/options.ts';
import type { OptionKind } from '../../rules/options/rights.ts';

/** The doors of one kind of option: where they stand, and whose rights open them. */
export interface Doors {
  kind: OptionKind;
  path: '/api/options' | '/api/product-options';
  tags: readonly string[];
  list: typeof optionList;
}

/** Options on seats. */
export const seats: Doors = { kind: 'seats', path: '/api/options', tags: ['options'], list: optionList };
/** Options on products. */
export const products: Doors = {
  kind: 'product',
  path: '/api/product-options',
  tags: ['product-options'],
  list: productOptionList,
};
