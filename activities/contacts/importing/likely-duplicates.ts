import { likeness, nameKey, trigrams } from '../../../rules/contacts/name-likeness.ts';

/** Somebody who may be the same as another: a contact that exists, or an earlier row of the file. */
export interface Somebody {
  id: string;
  /** The contact's number; null for a row of the file. */
  number: number | null;
  /** The line of the file; null for a contact that existed before. */
  line: number | null;
  name: string;
  email: string | null;
  phones: readonly string[];
  postcode: string | null;
}

/** Somebody alike, and what is alike. */
export interface Alike {
  because: 'email' | 'phone' | 'name';
  id: string;
  number: number | null;
  line: number | null;
  name: string;
}

/** Names this close are alike, in places that may be the same; in different places they must be closer. */
const alike = 0.7;
const alikeElsewhere = 0.9;
/** At most so many are told of one row, and so many names of each block compared with it. */
const mostTold = 3;
const mostCompared = 50;

interface Indexed {
  body: Somebody;
  pieces: ReadonlySet<string> | null;
  key: string;
}

/** Finds who is like whom, by e-mail, telephone and name, among many. */
export class LikelyDuplicates {
  readonly #byEmail = new Map<string, Indexed[]>();
  readonly #byPhone = new Map<string, Indexed[]>();
  readonly #byName = new Map<string, Indexed[]>();

  add(body: Somebody): void {
    const indexed: Indexed = { body, pieces: null, key: nameKey(body.name) };
    if (body.email !== null) push(this.#byEmail, body.email.toLowerCase(), indexed);
    for (const tail of phoneTails(body.phones)) push(this.#byPhone, tail, indexed);
    for (const block of blocksOf(indexed.key, body.postcode)) push(this.#byName, block, indexed);
  }

  /** Those like this one, the surest first. */
  of(body: Somebody): Alike[] {
    const found = new Map<string, Alike>();
    const tell = (because: Alike['because'], { body: other }: Indexed) => {
      const { id, number, line, name } = other;
      if (id !== body.id && !found.has(id)) found.set(id, { because, id, number, line, name });
    };
    const { email } = body;
    for (const one of email === null ? [] : (this.#byEmail.get(email.toLowerCase()) ?? []))
      tell('email', one);
    for (const tail of phoneTails(body.phones)) {
      for (const one of this.#byPhone.get(tail) ?? []) tell('phone', one);
    }
    for (const one of this.#closeNames(body)) tell('name', one);
    return [...found.values()].slice(0, mostTold);
  }

  #closeNames(body: Somebody): Indexed[] {
    const key = nameKey(body.name);
    const candidates = new Set<Indexed>();
    for (const block of blocksOf(key, body.postcode)) {
      for (const one of (this.#byName.get(block) ?? []).slice(0, mostCompared)) candidates.add(one);
    }
    const pieces = trigrams(key);
    const scored = [...candidates].flatMap((one) => {
      one.pieces ??= trigrams(one.key);
      const score = likeness(pieces, one.pieces);
      const elsewhere =
        body.postcode !== null && one.body.postcode !== null && body.postcode !== one.body.postcode;
      return score >= (elsewhere ? alikeElsewhere : alike) ? [{ one, score }] : [];
    });
    return scored.toSorted((a, b) => b.score - a.score).map(({ one }) => one);
  }
}

function push<T>(index: Map<string, T[]>, key: string, value: T): void {
  const list = index.get(key);
  if (list === undefined) index.set(key, [value]);
  else list.push(value);
}

/** The last nine digits: the same with and without a country code or a leading zero. */
export function phoneTail(phone: string): string | null {
  const digits = phone.replaceAll(/\D/g, '');
  return digits.length < 8 ? null : digits.slice(-9);
}

function phoneTails(phones: readonly string[]): string[] {
  return [...new Set(phones.map(phoneTail).filter((tail) => tail !== null))];
}

/** Names are compared only within blocks: the beginnings of their two longest words, or one of them in the same place. */
function blocksOf(key: string, postcode: string | null): string[] {
  const words = key
    .split(' ')
    .filter((word) => word.length > 1)
    .toSorted((a, b) => b.length - a.length || (a < b ? -1 : 1))
    .slice(0, 2);
  const beginnings = words.map((word) => word.slice(0, 2)).sort();
  const bones = words.map((word) => word.slice(0, 1) + word.slice(1).replaceAll(/[aeiouyhw]|(.)(?=\1)/g, ''));
  const place = postcode?.replaceAll(/\s/g, '').slice(0, 5) ?? null;
  return [
    `both ${beginnings.join(' ')}`,
    ...bones.filter((bone) => bone.length > 2).map((bone) => `bone ${bone}`),
    ...(place === null ? [] : words.map((word) => `place ${place} ${word.slice(0, 1)}`)),
  ];
}
