import { existsSync } from 'node:fs';
import { extname, join, resolve } from 'node:path';
import express, { type Express } from 'express';

/**
 * Serves the built console. Its assets carry a hash in their names and are kept by browsers for a year; its page is
 * asked again each time. Any other address that a browser opens is a screen of the console.
 */
export function mountConsole(app: Express, folder: string): void {
  const root = resolve(folder);
  const page = join(root, 'index.html');
  app.use(
    express.static(root, {
      index: false,
      etag: true,
      dotfiles: 'ignore',
      setHeaders: (response, path) => {
        const hashed = path.startsWith(join(root, 'assets'));
        response.setHeader('Cache-Control', hashed ? 'public, max-age=31536000, immutable' : 'no-cache');
      },
    }),
  );
  app.get('/{*screen}', (request, response, next) => {
    const isFile = extname(request.path) !== '';
    if (isFile || request.accepts('html') === false || !existsSync(page)) {
      next();
      return;
    }
    response.set('Cache-Control', 'no-cache').sendFile(page);
  });
}
