import type { Express } from 'express';
import { documentationPage } from './documentation-page.ts';
import { openApiDocument } from './openapi.ts';
import type { Route } from './route.ts';

/**
 * Serves the OpenAPI document, and a page to read it without any script: both are made of the declared routes, when
 * they are first asked for.
 */
export function mountDocumentation(app: Express, routes: readonly Route[], publicUrl: string): void {
  let made: { document: string; page: string } | null = null;
  const documentation = () => {
    if (made !== null) return made;
    const document = openApiDocument(routes, publicUrl);
    made = { document: JSON.stringify(document), page: documentationPage(document) };
    return made;
  };
  app.get('/api/openapi.json', (_request, response) => {
    response.type('application/json').send(documentation().document);
  });
  app.get('/api/docs', (_request, response) => {
    response.type('text/html').send(documentation().page);
  });
}
