import { ProblemError, readProblem } from './problem.ts';

/** Where the API answers: the same origin as the console. */
export const apiUrl = '/api';

export type RequestOptions = {
  method?: 'GET' | 'POST' | 'PUT' | 'DELETE';
  body?: unknown;
  /** A file, sent as it is instead of a body. */
  file?: Blob;
  /** One key for one intention of a person; kept when the same intention is sent again. */
  idempotencyKey?: string;
  /** The version the person was looking at. */
  version?: number;
  /** The tag of the answer one has; it is then not sent again (304, without a body) while it holds. */
  known?: string | undefined;
  signal?: AbortSignal;
};

export type Answer = { status: number; headers: Headers; body: string; json: unknown };

/** Answers are asked for in the language the page is in. */
function headersOf(options: RequestOptions): Headers {
  const headers = new Headers({
    Accept: 'application/json',
    'Accept-Language': document.documentElement.lang,
  });
  if (options.known !== undefined) headers.set('If-None-Match', options.known);
  if (options.method === undefined || options.method === 'GET') return headers;
  headers.set('X-Requested-With', 'placet');
  headers.set('Idempotency-Key', options.idempotencyKey ?? crypto.randomUUID());
  if (options.file !== undefined) headers.set('Content-Type', 'application/octet-stream');
  if (options.body !== undefined) headers.set('Content-Type', 'application/json');
  if (options.version !== undefined) headers.set('If-Match', `"${options.version}"`);
  return headers;
}

function parse(body: string): unknown {
  if (body === '') return null;
  try {
    return JSON.parse(body);
  } catch {
    return null;
  }
}

/**
 * Asks the API once and answers its JSON.
 * @throws ProblemError with the API's problem, or with status 0 when no answer came
 */
export async function request(path: string, options: RequestOptions = {}): Promise<Answer> {
  const response = await fetch(`${apiUrl}${path}`, {
    method: options.method ?? 'GET',
    headers: headersOf(options),
    credentials: 'same-origin',
    ...(options.body === undefined ? {} : { body: JSON.stringify(options.body) }),
    ...(options.file === undefined ? {} : { body: options.file }),
    ...(options.signal === undefined ? {} : { signal: options.signal }),
  }).catch((failure: unknown) => {
    if (failure instanceof DOMException && failure.name === 'AbortError') throw failure;
    throw new ProblemError({ ...readProblem(0, null), code: 'network' });
  });
  const body = await response.text();
  const json = parse(body);
  if (!response.ok && response.status !== 304) throw new ProblemError(readProblem(response.status, json));
  return { status: response.status, headers: response.headers, body, json };
}
