import { OpenAPIRegistry, OpenApiGeneratorV31, type RouteConfig } from '@asteasolutions/zod-to-openapi';
import { z } from 'zod';
import { ProblemDocument } from './problems.ts';
import type { Route } from './route.ts';

type ApiDocument = ReturnType<OpenApiGeneratorV31['generateDocument']>;

/** The OpenAPI 3.1 document of the declared routes: the same objects that answer, so that it cannot say otherwise. */
export function openApiDocument(routes: readonly Route[], server: string): ApiDocument {
  const registry = new OpenAPIRegistry();
  registry.registerComponent('securitySchemes', 'session', {
    type: 'apiKey',
    in: 'cookie',
    name: 'placet',
    description: 'The cookie that `POST /api/session` sets.',
  });
  registry.registerComponent('securitySchemes', 'contactSession', {
    type: 'apiKey',
    in: 'cookie',
    name: 'placet-contact',
    description: 'The cookie that `POST /api/contact-space/session` sets, for contacts in their own space.',
  });
  for (const route of routes) registry.registerPath(pathOf(route));
  return new OpenApiGeneratorV31(registry.definitions).generateDocument({
    openapi: '3.1.0',
    info: {
      title: 'Placet',
      version: '1',
      description:
        'Options on seats, their orders and letters. Writes carry `X-Requested-With: placet`; `Idempotency-Key` makes them safe to repeat; `If-Match` names the version that was seen. Problems are RFC 9457 documents in French or English.',
    },
    servers: [{ url: server }],
  });
}

const common = { 400: 'Not well formed', 500: 'Unexpected error', 503: 'Momentarily unavailable' };
const signedIn = { 401: 'Not signed in', 403: 'Without the right' };
const writing = {
  404: 'What it names is not there, or out of reach',
  409: 'The state of things forbids it',
  413: 'Larger than is taken',
  415: 'Not of the type that is taken',
  422: 'A rule forbids it',
};

function pathOf(route: Route): RouteConfig {
  const writes = route.method !== 'get';
  const problems = {
    ...common,
    ...(route.right === 'public' ? {} : signedIn),
    ...(writes ? writing : {}),
    ...(route.path.includes('{') ? { 404: 'Not there, or out of reach' } : {}),
    ...(route.fromAnywhere ? { 401: 'Wrong e-mail or password' } : {}),
    ...(route.limited ? { 401: 'Not signed in, or not the right answer', 429: 'Too many attempts' } : {}),
    ...(route.version === 'required' ? { 412: 'Changed meanwhile', 428: 'If-Match is missing' } : {}),
  };
  const { params, query, body, answers } = route.schemas;
  return {
    method: route.method,
    path: route.path,
    operationId: operationId(route),
    summary: route.summary,
    ...(route.description === null ? {} : { description: route.description }),
    tags: [...route.tags],
    security: securityOf(route),
    'x-right': route.right,
    request: {
      ...parametersOf('params', params),
      ...parametersOf('query', query),
      ...(body === null
        ? {}
        : { body: { required: true, content: { [contentOf(route)]: { schema: body } } } }),
      headers: headersOf(route),
    },
    responses: {
      ...Object.fromEntries(
        Object.entries(answers).map(([status, schema]) => [
          status,
          { description: 'The answer', content: { [route.produces]: { schema } } },
        ]),
      ),
      ...Object.fromEntries(
        Object.entries(problems).map(([status, description]) => [
          status,
          { description, content: { 'application/problem+json': { schema: ProblemDocument } } },
        ]),
      ),
      ...(route.large ? { 304: { description: 'As it was when it had the tag of If-None-Match' } } : {}),
      431: { description: 'Address and headers are longer than 64 kB; said without a body' },
    },
  };
}

function securityOf({ right }: Route): Record<string, string[]>[] {
  if (right === 'public') return [];
  return right === 'contact' ? [{ contactSession: [] }] : [{ session: [] }];
}

function parametersOf(part: 'params' | 'query', schema: z.ZodType) {
  return schema instanceof z.ZodObject && Object.keys(schema.shape).length > 0 ? { [part]: schema } : {};
}

function headersOf(route: Route): z.ZodObject {
  const version = z
    .string()
    .regex(/^"\d+"$/)
    .meta({ description: 'The version seen, as in the ETag' });
  const key = z
    .string()
    .max(200)
    .optional()
    .meta({ description: 'Repeating the write with the same key has one effect' });
  const csrf = z.literal('placet').meta({ description: 'Says that the write comes from a page of ours' });
  const writes = route.method !== 'get';
  const tag = z.string().optional().meta({ description: 'The ETag of the answer one has' });
  return z.object({
    ...(route.large ? { 'If-None-Match': tag } : {}),
    ...(writes && !route.fromAnywhere ? { 'X-Requested-With': csrf, 'Idempotency-Key': key } : {}),
    ...(route.version === 'required' ? { 'If-Match': version } : {}),
    ...(writes && route.version === 'optional' ? { 'If-Match': version.optional() } : {}),
  });
}

function contentOf({ takesBytes }: Route): string {
  return takesBytes === null ? 'application/json' : 'application/octet-stream';
}

/** `post /api/options/{id}/place` is `post-options-place`. */
function operationId(route: Route): string {
  const words = route.path.split('/').filter((part) => part !== '' && part !== 'api');
  const one = words.at(-1)?.startsWith('{') === true ? ['one'] : [];
  return [route.method, ...words.filter((word) => !word.startsWith('{')), ...one].join('-');
}
