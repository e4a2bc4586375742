import { nameKey } from '../../../rules/contacts/name-likeness.ts';

/** A structure that an individual may be linked to: it exists, or the file makes it. */
interface NamedStructure {
  id: string;
  number: number | null;
  name: string;
}

/** Finds structures by number or name. */
export class Structures {
  readonly #byNumber = new Map<number, string>();
  readonly #byName = new Map<string, Set<string>>();

  add({ id, number, name }: NamedStructure): void {
    if (number !== null) this.#byNumber.set(number, id);
    const key = nameKey(name);
    this.#byName.set(key, (this.#byName.get(key) ?? new Set()).add(id));
  }

  /** The id of the one structure meant; null when there is none, `several` when the name does not say which. */
  find(text: string): { id: string } | null | 'several' {
    const number = /^\d{1,9}$/.test(text) ? this.#byNumber.get(Number(text)) : undefined;
    if (number !== undefined) return { id: number };
    const [id, another] = this.#byName.get(nameKey(text)) ?? [];
    if (id === undefined) return null;
    return another === undefined ? { id } : 'several';
  }
}
