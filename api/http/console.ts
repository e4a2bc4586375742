import { existsSync } from 'node:fs';
import { dirname, extname, join, resolve } from 'node:path';
import express, { type Express, type RequestHandler, type Response } from 'express';

/** The better first; what a browser asks for by name and the ending of the file that was made at the build. */
const encodings = { br: '.br', gzip: '.gz' } as const;
const encodingNames = Object.keys(encodings).filter(
  (name): name is keyof typeof encodings => name in encodings,
);

/** Names that a build gives its files: nothing else is looked for on the disk. */
const servable = /^\/(contact-space\/)?(assets\/)?\w[\w-]*(\.[\w-]+)*$/;

/** The contacts' page stands beside the console, with a page of its own. */
const spacePath = '/contact-space';

/**
 * Serves the built console, and beside it the page of contacts. Their assets carry a hash in their names and are kept by
 * browsers for a year; the pages are asked again each time. Whoever takes compressed bytes gets those made at the build.
 * Any other address that a browser opens is a screen of the console.
 */
export function mountConsole(app: Express, folder: string): void {
  const root = resolve(folder);
  app.get(spacePath, (request, response, next) => {
    if (request.path.endsWith('/')) next();
    else response.redirect(308, `${spacePath}/`); // what its page names stands beside it
  });
  app.use(compressed(root));
  app.use(
    express.static(root, {
      index: false,
      etag: true,
      dotfiles: 'ignore',
      setHeaders: (response, path) => keep(response, dirname(path).endsWith('assets')),
    }),
  );
  app.get('/{*screen}', (request, response, next) => {
    const isFile = extname(request.path) !== '';
    const page = join(root, pageOf(request.path));
    if (isFile || request.accepts('html') === false || !existsSync(page)) {
      next();
      return;
    }
    keep(response, false);
    response.sendFile(page);
  });
}

/** The page of an address: the contacts' own, else the console's. */
function pageOf(path: string): string {
  return path === `${spacePath}/` ? `${spacePath}/index.html` : '/index.html';
}

function keep(response: Response, hashed: boolean): void {
  response.set('Cache-Control', hashed ? 'public, max-age=31536000, immutable' : 'no-cache');
}

/** Has a file of the build answered by its compressed twin; everything else goes on as it is. */
function compressed(root: string): RequestHandler {
  return (request, response, next) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') return next();
    const isPage = extname(request.path) === '' && request.accepts('html') !== false;
    const file = isPage ? pageOf(request.path) : request.path;
    const made = servable.test(file)
      ? encodingNames.filter((name) => existsSync(join(root, `${file}${encodings[name]}`)))
      : [];
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
