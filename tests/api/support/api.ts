import { type ApiSettings, type RunningApi, start } from '../../../api/server.ts';

/** An answer, read to its end. `body` is parsed JSON, or text where it is none. */
export interface Answer {
  status: number;
  headers: Headers;
  // biome-ignore lint/suspicious/noExplicitAny: tests look into answers by what they expect there
  body: any;
}

export interface Asked {
  headers?: Record<string, string>;
  /** Sent as JSON. */
  body?: unknown;
}

/** A browser of one person: keeps its cookie, sends what our own pages send. */
export interface Browser {
  url: string;
  cookie: string | null;
  ask(method: string, path: string, asked?: Asked): Promise<Answer>;
  get(path: string, headers?: Record<string, string>): Promise<Answer>;
  post(path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer>;
  put(path: string, version: number | null, body: unknown, headers?: Record<string, string>): Promise<Answer>;
  remove(path: string, version: number | null): Promise<Answer>;
  /** A list as ra-data-simple-rest asks for it. */
  list(resource: string, query?: Record<string, unknown>): Promise<Answer>;
  signIn(email: string, password: string): Promise<Answer>;
}

const usual: Omit<ApiSettings, 'databaseUrl'> = {
  host: '127.0.0.1',
  port: 0,
  publicUrl: 'http://localhost:3000',
  sessionSecret: 'a secret that only tests know, long enough',
  secretsKey: 'another secret that only tests know, long enough',
  issuer: null,
  demo: false,
  consoleDir: null,
  mailDir: null,
  temporalAddress: '127.0.0.1:1',
  temporalNamespace: 'placet',
  logLevel: 'silent',
};

/** The api on a port of its own. */
export function startApi(databaseUrl: string, settings: Partial<ApiSettings> = {}): Promise<RunningApi> {
  return start({ ...usual, databaseUrl, ...settings });
}

export function openBrowser(url: string): Browser {
  const ask = async (method: string, path: string, asked: Asked = {}): Promise<Answer> => {
    const writes = method !== 'GET';
    const response = await fetch(new URL(path, url), {
      method,
      headers: {
        ...(browser.cookie === null ? {} : { cookie: browser.cookie }),
        ...(writes ? { 'x-requested-with': 'placet' } : {}),
        ...(asked.body === undefined ? {} : { 'content-type': 'application/json' }),
        ...asked.headers,
      },
      ...(asked.body === undefined ? {} : { body: JSON.stringify(asked.body) }),
    });
    const set = response.headers.get('set-cookie');
    if (set !== null) browser.cookie = set.split(';')[0] ?? null;
    const text = await response.text();
    const isJson = /json/.test(response.headers.get('content-type') ?? '');
    return { status: response.status, headers: response.headers, body: isJson ? JSON.parse(text) : text };
  };
  const versioned = (version: number | null): Record<string, string> =>
    version === null ? {} : { 'if-match': `"${version}"` };
  const browser: Browser = {
    url,
    cookie: null,
    ask,
    get: (path, headers = {}) => ask('GET', path, { headers }),
    post: (path, body = {}, headers = {}) => ask('POST', path, { body, headers }),
    put: (path, version, body, headers = {}) =>
      ask('PUT', path, { body, headers: { ...versioned(version), ...headers } }),
    remove: (path, version) => ask('DELETE', path, { headers: versioned(version) }),
    list: (resource, query = {}) => {
      const texts = Object.entries(query).map(([name, value]) => [
        name,
        typeof value === 'string' ? value : JSON.stringify(value),
      ]);
      return ask('GET', `/api/${resource}?${new URLSearchParams(texts)}`);
    },
    signIn: (email, password) => ask('POST', '/api/session', { body: { email, password } }),
  };
  return browser;
}

/** A browser in which somebody is signed in already. */
export async function signedIn(
  url: string,
  { email, password }: { email: string; password: string },
): Promise<Browser> {
  const browser = openBrowser(url);
  const { status } = await browser.signIn(email, password);
  if (status !== 200) throw new Error(`Sign-in answered ${status}.`);
  return browser;
}
