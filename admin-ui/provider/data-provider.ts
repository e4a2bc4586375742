import simpleRestProvider from 'ra-data-simple-rest';
import type { DataProvider, GetListResult, Identifier, Options } from 'react-admin';
import type { OptionVerb } from '../../rules/options/life.ts';
import type { OptionKind } from '../../rules/options/rights.ts';
import type { OptionAnswer } from '../options/option-record.ts';
import { askPage } from './list-pages.ts';
import { isFields } from './problem.ts';
import { apiUrl, request } from './request.ts';

/** What one verb on one option needs. */
export type OptionVerbCall = {
  id: Identifier;
  /** Options on seats and on products have doors of their own. */
  kind: OptionKind;
  verb: OptionVerb;
  body: Readonly<Record<string, unknown>>;
  version: number;
  idempotencyKey: string;
};

/** An answer with the tag of its content, by which it is asked for again. */
export type Tagged<T> = { tag: string | undefined; value: T };

/** react-admin's provider, and what a ticketing office does beyond reading and writing records. */
export type PlacetDataProvider = DataProvider & {
  /** Does a verb on an option and answers the option as it is after. @throws ProblemError */
  optionVerb(call: OptionVerbCall): Promise<OptionAnswer>;
  /** Asks any other door of the API. @throws ProblemError */
  ask<T>(path: string): Promise<T>;
  /** Asks again for an answer one has; the same object while nothing changed. @throws ProblemError */
  askAgain<T>(path: string, known: Tagged<T> | undefined): Promise<Tagged<T>>;
  /** Does something that is not a record of its own, such as sending a letter again. @throws ProblemError */
  act<T>(path: string, body: unknown, idempotencyKey: string, version?: number): Promise<T>;
  /** Ends something that is no record, such as a session. @throws ProblemError */
  end<T>(path: string, idempotencyKey: string): Promise<T>;
  /** Asks what would become of something; nothing changes, and the question ends with the signal. @throws ProblemError */
  preview<T>(path: string, body: unknown, signal: AbortSignal): Promise<T>;
  /** Sends a file as it is. @throws ProblemError */
  upload<T>(path: string, file: Blob, idempotencyKey: string): Promise<T>;
  /** Sets the whole of something that hangs on a record, at the version the person saw. @throws ProblemError */
  set<T>(path: string, body: unknown, idempotencyKey: string, version: number): Promise<T>;
};

async function httpClient(url: string, options: Options = {}) {
  const { status, headers, body, json } = await request(url.slice(apiUrl.length), {
    ...(options.signal ? { signal: options.signal } : {}),
  });
  return { status, headers, body, json };
}

const rest = simpleRestProvider(apiUrl, httpClient);

/** The version of the record a person was looking at; sent as If-Match. */
function versionOf(record: unknown): number | undefined {
  return isFields(record) && typeof record.version === 'number' ? record.version : undefined;
}

function keyOf(meta: unknown): string | undefined {
  return isFields(meta) && typeof meta.idempotencyKey === 'string' ? meta.idempotencyKey : undefined;
}

function write(
  method: 'POST' | 'PUT' | 'DELETE',
  path: string,
  body: unknown,
  meta: unknown,
  version?: number,
) {
  const idempotencyKey = keyOf(meta);
  return request(path, {
    method,
    ...(body === undefined ? {} : { body }),
    ...(idempotencyKey === undefined ? {} : { idempotencyKey }),
    ...(version === undefined ? {} : { version }),
  });
}

/**
 * The answer of the API as the type its caller expects of that door: the one place where JSON takes a type, which the
 * API's own schemas keep.
 */
async function answerAs<T>(answer: Promise<{ body: string }>): Promise<T> {
  const { body } = await answer;
  return JSON.parse(body === '' ? 'null' : body);
}

/** The conditions a filter really sets: an emptied field asks for nothing. */
function givenOf(filter: unknown): Record<string, unknown> {
  const conditions = isFields(filter) ? Object.entries(filter) : [];
  return Object.fromEntries(
    conditions.filter(([, value]) => {
      if (value === undefined || value === null || value === '') return false;
      return !(Array.isArray(value) && value.length === 0);
    }),
  );
}

const path = (resource: string, id: Identifier) => `/${resource}/${encodeURIComponent(id)}`;

/** The console's door to the API: ra-data-simple-rest, with versions, keys of intention and the verbs. */
export const dataProvider: PlacetDataProvider = {
  ...rest,
  getList: async (resource, params): Promise<GetListResult> => {
    const { page, perPage } = params.pagination ?? { page: 1, perPage: 25 };
    const { field, order } = params.sort ?? { field: 'id', order: 'ASC' };
    const list = new URLSearchParams({
      filter: JSON.stringify(givenOf(params.filter)),
      sort: JSON.stringify([field, order]),
    });
    const ask = (range: [number, number], after: string | null) => {
      const query = new URLSearchParams([...list, ['range', JSON.stringify(range)]]);
      if (after !== null) query.set('after', after);
      return request(`/${resource}?${query}`, params.signal ? { signal: params.signal } : {});
    };
    const rows: [number, number] = [(page - 1) * perPage, page * perPage - 1];
    const { answer, total, capped } = await askPage(`${resource}?${list}`, rows, ask);
    return { data: await answerAs<GetListResult['data']>(Promise.resolve(answer)), total, meta: { capped } };
  },
  create: async (resource, { data, meta }) => ({
    data: await answerAs(write('POST', `/${resource}`, data, meta)),
  }),
  update: async (resource, { id, data, previousData, meta }) => ({
    data: await answerAs(
      write('PUT', path(resource, id), data, meta, versionOf(data) ?? versionOf(previousData)),
    ),
  }),
  delete: async (resource, { id, previousData, meta }) => ({
    data: await answerAs(write('DELETE', path(resource, id), undefined, meta, versionOf(previousData))),
  }),
  optionVerb: ({ id, kind, verb, body, version, idempotencyKey }) =>
    answerAs(
      write(
        'POST',
        `${path(kind === 'seats' ? 'options' : 'product-options', id)}/${verb}`,
        body,
        { idempotencyKey },
        version,
      ),
    ),
  ask: (door) => answerAs(request(door)),
  askAgain: async (door, known) => {
    const answer = await request(door, { known: known?.tag });
    if (answer.status === 304 && known !== undefined) return known;
    return { tag: answer.headers.get('ETag') ?? undefined, value: await answerAs(Promise.resolve(answer)) };
  },
  act: (door, body, idempotencyKey, version) =>
    answerAs(write('POST', door, body, { idempotencyKey }, version)),
  end: (door, idempotencyKey) => answerAs(write('DELETE', door, undefined, { idempotencyKey })),
  preview: (door, body, signal) => answerAs(request(door, { method: 'POST', body, signal })),
  upload: (door, file, idempotencyKey) => answerAs(request(door, { method: 'POST', file, idempotencyKey })),
  set: (door, body, idempotencyKey, version) =>
    answerAs(write('PUT', door, body, { idempotencyKey }, version)),
};
