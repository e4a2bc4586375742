import type { MessageCode } from './codes.ts';

/** What a text needs to be complete. Instants are ISO strings, money is integer cents. */
export type MessageValues = Readonly<Record<string, string | number | boolean | null>>;

/** Why something is refused, forbidden or warned about: a code and its values, told by `message`. */
export type Reason = { code: MessageCode; values: MessageValues };
