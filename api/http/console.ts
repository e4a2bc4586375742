import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { extname, join, relative, resolve, sep } from 'node:path';
import express, { type Express, type RequestHandler, type Response } from 'express';

/** The better first; what a browser asks for by name and the ending of the file that was made at the build. */
const encodings = { br: '.br', gzip: '.gz' } as const;
const encodingNames = Object.keys(encodings).filter(
  (name): name is keyof typeof encodings => name in encodings,
);

/**
 * Serves the built console. Its assets carry a hash in their names and are kept by browsers for a year; its page is
 * asked again each time. Whoever takes compressed bytes gets those made at the build. Any other address that a browser
 * opens is a screen of the console.
 */
export function mountConsole(app: Express, folder: string): void {
  const root = resolve(folder);
  const page = join(root, 'index.html');
  app.use(compressed(root));
  app.use(
    express.static(root, {
      index: false,
      etag: true,
      dotfiles: 'ignore',
      setHeaders: (response, path) => keep(response, path.startsWith(join(root, 'assets'))),
    }),
  );
  app.get('/{*screen}', (request, response, next) => {
    const isFile = extname(request.path) !== '';
    if (isFile || request.accepts('html') === false || !existsSync(page)) {
      next();
      return;
    }
    keep(response, false);
    response.sendFile(page);
  });
}

function keep(response: Response, hashed: boolean): void {
  response.set('Cache-Control', hashed ? 'public, max-age=31536000, immutable' : 'no-cache');
}

/** Has a file of the build answered by its compressed twin; everything else goes on as it is. */
function compressed(root: string): RequestHandler {
  const twins = twinsIn(root);
  return async (request, response, next) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') return next();
    const isPage = extname(request.path) === '' && request.accepts('html') !== false;
    const file = isPage ? '/index.html' : request.path;
    const known = await twins;
    const made = encodingNames.filter((name) => known.has(`${file}${encodings[name]}`));
    if (made.length === 0) return next();
    response.vary('Accept-Encoding');
    const encoding = made.find((name) => request.acceptsEncodings(name) !== false);
    if (encoding !== undefined) {
      response.set('Content-Encoding', encoding).type(extname(file));
      request.url = `${file}${encodings[encoding]}`; // the folder below serves the twin under this name
    }
    next();
  };
}

/** Addresses of the compressed files, as they were when the console was mounted: a build is never changed in place. */
async function twinsIn(root: string): Promise<ReadonlySet<string>> {
  const entries = await readdir(root, { recursive: true, withFileTypes: true }).catch(() => []);
  return new Set(
    entries
      .filter((entry) => entry.isFile())
      .map((entry) => `/${relative(root, join(entry.parentPath, entry.name)).split(sep).join('/')}`)
      .filter((path) => path.endsWith(encodings.br) || path.endsWith(encodings.gzip)),
  );
}
