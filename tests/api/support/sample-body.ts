/** A JSON schema as it stands in the OpenAPI document, and the document its references lead into. */
export type Json = Readonly<Record<string, unknown>>;

/** A place in a body where an id stands: the way to it, and the name of the field. */
export interface IdSlot {
  path: readonly string[];
  name: string;
}

const itemStep = '0';
/** Texts that fit the patterns of bodies: the first that does is taken. */
const texts = ['SAMPLE', 'EUR', 'FR', '#1255a0', '0102030405'];
const formats: Readonly<Record<string, string>> = {
  email: 'sample@example.test',
  date: '2030-01-15',
  'date-time': '2030-01-15T19:00:00.000Z',
};

const isJson = (value: unknown): value is Json => typeof value === 'object' && value !== null;
const partsOf = (value: unknown): Json[] => (Array.isArray(value) ? value.filter(isJson) : []);

/** Makes bodies from the schemas of one document. */
export class Samples {
  readonly #document: Json;

  constructor(document: Json) {
    this.#document = document;
  }

  /** Every place where a body takes an id. */
  slots(schema: unknown, path: readonly string[] = []): IdSlot[] {
    const found = this.#resolve(schema);
    if (found.format === 'uuid') return [{ path, name: path.findLast((step) => step !== itemStep) ?? '' }];
    const below = [
      ...this.#variants(found).flatMap((variant) => this.slots(variant, path)),
      ...(isJson(found.properties)
        ? Object.entries(found.properties).flatMap(([key, part]) => this.slots(part, [...path, key]))
        : []),
      ...(isJson(found.items) ? this.slots(found.items, [...path, itemStep]) : []),
    ];
    return below.filter(
      (slot, at) => below.findIndex((each) => each.path.join('.') === slot.path.join('.')) === at,
    );
  }

  /** A body with what is required, and what leads to `slot`, which has the id `foreign`. */
  body(schema: unknown, idOf: (name: string) => string, slot: IdSlot | null, foreign: string): unknown {
    const target = slot?.path.join('.') ?? null;
    const leads = (path: readonly string[]) =>
      target !== null && (path.length === 0 || `${target}.`.startsWith(`${path.join('.')}.`));
    const make = (part: unknown, path: readonly string[]): unknown => {
      const found = this.#resolve(part);
      const variants = this.#variants(found);
      if (variants.length > 0) {
        const onTheWay = variants.find((variant) =>
          this.slots(variant, path).some((each) => each.path.join('.') === target),
        );
        const usual = variants.find((variant) => this.#resolve(variant).type !== 'null');
        return make(onTheWay ?? usual, path);
      }
      if (found.const !== undefined) return found.const;
      if (Array.isArray(found.enum)) return found.enum[0];
      const types = Array.isArray(found.type) ? found.type : [found.type];
      if (types.includes('null') && !leads(path)) return null;
      if (types.includes('object')) {
        const needed = Array.isArray(found.required) ? found.required : [];
        const entries = isJson(found.properties) ? Object.entries(found.properties) : [];
        return Object.fromEntries(
          entries
            .filter(([key]) => needed.includes(key) || leads([...path, key]))
            .map(([key, below]) => [key, make(below, [...path, key])]),
        );
      }
      if (types.includes('array')) {
        const wanted = leads(path) || Number(found.minItems ?? 0) > 0;
        return wanted ? [make(found.items, [...path, itemStep])] : [];
      }
      if (types.includes('string')) {
        if (found.format === 'uuid')
          return path.join('.') === target ? foreign : idOf(path.findLast((step) => step !== itemStep) ?? '');
        return text(found);
      }
      if (types.includes('boolean')) return false;
      return Math.max(Number(found.minimum ?? found.exclusiveMinimum ?? 1), 1);
    };
    return make(schema, []);
  }

  #resolve(schema: unknown): Json {
    const found = isJson(schema) ? schema : {};
    if (typeof found.$ref !== 'string') return found;
    const target = found.$ref
      .slice(2)
      .split('/')
      .reduce<unknown>((value, key) => (isJson(value) ? value[key] : undefined), this.#document);
    return this.#resolve(target);
  }

  #variants(schema: Json): Json[] {
    return [...partsOf(schema.anyOf), ...partsOf(schema.oneOf), ...partsOf(schema.allOf)];
  }
}

function text({ format, pattern, minLength }: Json): string {
  if (typeof format === 'string' && formats[format] !== undefined) return formats[format];
  const fits = (each: string) => typeof pattern !== 'string' || new RegExp(pattern).test(each);
  return (texts.find(fits) ?? 'SAMPLE').padEnd(Number(minLength ?? 0), 'x');
}
