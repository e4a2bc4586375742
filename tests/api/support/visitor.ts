import type { Answer } from './api.ts';

/** A browser that follows no redirect by itself and keeps the cookies of each site it visits. */
export interface Visitor {
  visit(url: string, asked?: { method?: string; body?: unknown }): Promise<Answer & { location: string }>;
  cookies(url: string): Map<string, string>;
}

export function openVisitor(): Visitor {
  const jars = new Map<string, Map<string, string>>();
  const jarOf = (url: string) => {
    const { origin } = new URL(url);
    const jar = jars.get(origin) ?? new Map<string, string>();
    jars.set(origin, jar);
    return jar;
  };
  return {
    cookies: jarOf,
    visit: async (url, { method = 'GET', body } = {}) => {
      const jar = jarOf(url);
      const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
      const response = await fetch(url, {
        method,
        redirect: 'manual',
        headers: {
          ...(cookie === '' ? {} : { cookie }),
          ...(method === 'GET' ? {} : { 'x-requested-with': 'placet', 'content-type': 'application/json' }),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      for (const set of response.headers.getSetCookie()) {
        const [pair = ''] = set.split(';');
        const name = pair.slice(0, pair.indexOf('='));
        const gone = /expires=Thu, 01 Jan 1970/i.test(set);
        if (gone) jar.delete(name);
        else jar.set(name, pair.slice(name.length + 1));
      }
      const text = await response.text();
      const isJson = /json/.test(response.headers.get('content-type') ?? '');
      const location = response.headers.get('location');
      return {
        status: response.status,
        headers: response.headers,
        body: isJson ? JSON.parse(text) : text,
        location: location === null ? '' : new URL(location, url).href,
      };
    },
  };
}
