import express, { type Request, type RequestHandler } from 'express';
import { Problem } from '../../activities/problem.ts';

const bodyLimit = '256kb';
/** No input of ours nests further. */
const deepest = 12;

/** Reads JSON bodies up to 256 kB; another content type is left unread. */
export function jsonReader(): RequestHandler {
  return express.json({ limit: bodyLimit, strict: true, type: ['application/json', 'application/*+json'] });
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
