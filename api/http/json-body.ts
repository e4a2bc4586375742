import express, { type Request, type RequestHandler } from 'express';
import { Problem } from '../../activities/problem.ts';
import type { Route } from './route.ts';

const bodyLimit = '256kb';
/** No input of ours nests further. */
const deepest = 12;

const jsonTypes = ['application/json', 'application/*+json'];

/**
 * Reads JSON bodies up to 256 kB; another content type is left unread, and so is a file that may be JSON: it is larger,
 * and its route reads it once it knows who sends it.
 */
export function jsonReader(routes: readonly Route[]): RequestHandler {
  const files = routes.filter(({ bytesMayBeJson }) => bytesMayBeJson).map(({ path }) => addressOf(path));
  const read = express.json({ limit: bodyLimit, strict: true, type: jsonTypes });
  return (request, response, next) => {
    const address = request.originalUrl.replace(/[?].*$/s, '');
    if (request.method !== 'GET' && files.some((file) => file.test(address))) next();
    else read(request, response, next);
  };
}

/** Every address of a path such as `/api/spaces/{id}/seat-plans`. */
function addressOf(path: string): RegExp {
  return new RegExp(`^${path.replaceAll(/[{]\w+[}]/g, '[^/]+')}/?$`, 'i');
}

/**
 * The body of a write, `{}` when there is none.
 * @throws Problem `request.unsupportedType` for what is not JSON, `request.invalid` for what nests too deep.
 */
export function jsonBody(request: Request): unknown {
  const body: unknown = request.body;
  if (body === undefined) {
    const carriesBytes =
      request.headers['transfer-encoding'] !== undefined ||
      Number(request.headers['content-length'] ?? 0) > 0;
    if (carriesBytes) throw new Problem('request.unsupportedType');
    return {};
  }
  if (isDeeper(body, deepest)) {
    throw new Problem('request.invalid', { errors: [{ path: 'body', code: 'field.tooLong' }] });
  }
  return body;
}

function isDeeper(value: unknown, levels: number): boolean {
  if (value === null || typeof value !== 'object') return false;
  return levels === 0 || Object.values(value).some((part) => isDeeper(part, levels - 1));
}
