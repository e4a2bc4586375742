import { type FieldError, Problem } from '../../activities/problem.ts';

/** How an error of Express, its body reader, PostgreSQL or the network is told; null for what nobody expected. */
export function failureOf(error: unknown): Problem | null {
  for (const cause of causes(error)) {
    const problem = bodyFailure(cause) ?? databaseFailure(cause);
    if (problem !== null) return problem;
  }
  return null;
}

/** The error and what it was caused by, outermost first. */
function causes(error: unknown): Error[] {
  const chain: Error[] = [];
  let current = error;
  while (current instanceof Error && chain.length < 8) {
    chain.push(current);
    if (current instanceof AggregateError)
      chain.push(...current.errors.filter((one) => one instanceof Error));
    current = current.cause;
  }
  return chain;
}

/** Errors of the body reader carry a `type`; a malformed address has none but a status. */
function bodyFailure(error: Error): Problem | null {
  const type = textOf(error, 'type');
  switch (type) {
    case 'entity.too.large':
      return new Problem('request.tooLarge');
    case 'encoding.unsupported':
    case 'charset.unsupported':
      return new Problem('request.unsupportedType');
    case 'entity.parse.failed':
    case 'request.aborted':
    case 'request.size.invalid':
      return new Problem('request.invalid', { errors: [{ path: 'body', code: 'field.format' }] });
    default:
      return error instanceof URIError || 'status' in error ? statusFailure(error) : null;
  }
}

function statusFailure(error: Error): Problem | null {
  const status = 'status' in error ? error.status : 400;
  return status === 400
    ? new Problem('request.invalid', { errors: [{ path: 'path', code: 'field.format' }] })
    : null;
}

const outages = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOTFOUND',
  'EPIPE',
  'ETIMEDOUT',
  'CONNECTION_ENDED',
  '53300', // too many connections
  '55P03', // lock not available
  '40001', // serialization failure
  '40P01', // deadlock
  '57014', // cancelled by a time limit
  '57P01', // shutdown by an administrator
  '57P02', // crash shutdown
  '57P03', // not yet accepting connections
  '3D000', // being restored
]);

/** The driver names these by words only. */
const lostConnection =
  /^Connection terminated|timeout exceeded when trying to connect|not queryable|Client was closed/;

function databaseFailure(error: Error): Problem | null {
  const code = textOf(error, 'code') ?? '';
  if (outages.has(code) || code.startsWith('08') || lostConnection.test(error.message)) {
    return new Problem('server.unavailable');
  }
  if (code === '23505') return new Problem('record.duplicate', { errors: duplicateField(error) });
  return code === '23503' ? new Problem('record.inUse') : null;
}

/** Names of unique constraints end with the columns they are on; the last one is what a person typed. */
function duplicateField(error: Error): FieldError[] {
  const constraint = textOf(error, 'constraint') ?? '';
  const column = /_(code|email|external_id|reference|name)_unique$|_one_(option_default)$/.exec(constraint);
  const field = column?.[1] ?? column?.[2];
  return field === undefined ? [] : [{ path: camelCase(field), code: 'field.taken' }];
}

function camelCase(column: string): string {
  return column.replaceAll(/_([a-z])/g, (_whole, letter: string) => letter.toUpperCase());
}

function textOf(error: Error, key: string): string | null {
  const value: unknown = Object.getOwnPropertyDescriptor(error, key)?.value;
  return typeof value === 'string' ? value : null;
}
