/** The same keys all the way down, any wording: what a second language owes the first. */
export type SameShape<T> = T extends string ? string : { readonly [K in keyof T]: SameShape<T[K]> };

/** Every dotted path to a word in a catalogue. */
export type WordPath<T> = T extends string
  ? never
  : {
      [K in keyof T & string]: T[K] extends string ? K : `${K}.${WordPath<T[K]>}`;
    }[keyof T & string];
