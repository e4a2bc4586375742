import { useSyncExternalStore } from 'react';

/** Where the reader is: behind the `#` of the address, which no server is told. */
export type SpaceRoute = { page: 'options' } | { page: 'new' } | { page: 'option' | 'change'; id: string };

/** The address of a page. */
export function hrefOf(route: SpaceRoute): string {
  switch (route.page) {
    case 'options':
      return '#/options';
    case 'new':
      return '#/options/new';
    case 'option':
      return `#/options/${route.id}`;
    case 'change':
      return `#/options/${route.id}/change`;
  }
}

/** Goes to a page. */
export function goTo(route: SpaceRoute): void {
  window.location.hash = hrefOf(route);
  window.scrollTo(0, 0);
}

const isId = (part: string) => /^[0-9a-f-]{36}$/.test(part);

function routeOf(hash: string): SpaceRoute {
  const [, first, id = '', verb] = hash.split('/');
  if (first !== 'options') return { page: 'options' };
  if (id === 'new') return { page: 'new' };
  if (!isId(id)) return { page: 'options' };
  return { page: verb === 'change' ? 'change' : 'option', id };
}

function subscribe(onChange: () => void): () => void {
  window.addEventListener('hashchange', onChange);
  return () => window.removeEventListener('hashchange', onChange);
}

/** The page the address names. */
export function useRoute(): SpaceRoute {
  return routeOf(useSyncExternalStore(subscribe, () => window.location.hash));
}

/** The token of a one-time link, taken out of the address so that nothing keeps it; null when there is none. */
export function takeToken(): string | null {
  const token = /^#acces=([\w-]+)$/.exec(window.location.hash)?.[1] ?? null;
  if (token !== null) window.history.replaceState(null, '', window.location.pathname);
  return token;
}

/** Calls with the token of a link that is opened in a page already there. */
export function onToken(call: (token: string) => void): () => void {
  return subscribe(() => {
    const token = takeToken();
    if (token !== null) call(token);
  });
}
