import type { Express } from 'express';
import { openApiDocument } from './openapi.ts';
import type { Route } from './route.ts';

export function mountDocumentation(app: Express, routes: readonly Route[], publicUrl: string): void {
  let document: string | null = null;
  app.get('/api/openapi.json', (_request, response) => {
    document ??= JSON.stringify(openApiDocument(routes, publicUrl));
    response.type('application/json').send(document);
  });
}
