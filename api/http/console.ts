import { existsSync } from 'node:fs';
import { extname, join, resolve } from 'node:path';
import express, { type Express, type RequestHandler, type Response } from 'express';

/** The better first; what a browser asks for by name and the ending of the file that was made at the build. */
const encodings = { br: '.br', gzip: '.gz' } as const;
const encodingNames = Object.keys(encodings).filter(
  (name): name is keyof typeof encodings => name in encodings,
);

/** Names that a build gives its files: nothing else is looked for on the disk. */
const servable = /^\/(assets\/)?\w[\w-]*(\.[\w-]+)*$/;

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
  return (request, response, next) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') return next();
    const isPage = extname(request.path) === '' && request.accepts('html') !== false;
    const file = isPage ? '/index.html' : request.path;
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
