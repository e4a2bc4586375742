import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { constants, gzip } from 'node:zlib';
import type { Request, Response } from 'express';

const compress = promisify(gzip);

/** From this size on, compressing costs less than sending. */
const worthwhile = 2_048;

/**
 * Sends JSON that is large or asked for again and again: with a tag of its content, as nothing but 304 to who has it
 * already (If-None-Match), compressed for who takes gzip.
 */
export async function sendLarge(request: Request, response: Response, body: unknown): Promise<void> {
  const text = JSON.stringify(body ?? null);
  const tag = `W/"${createHash('sha256').update(text).digest('base64url').slice(0, 27)}"`;
  response.set('ETag', tag).vary('Accept-Encoding');
  const known = (request.get('if-none-match') ?? '').split(',').map((each) => each.trim());
  if (known.includes(tag)) {
    response.status(304).end();
    return;
  }
  response.type('application/json');
  if (text.length < worthwhile || request.acceptsEncodings('gzip') !== 'gzip') {
    response.send(text);
    return;
  }
  const bytes = await compress(text, { level: constants.Z_BEST_SPEED + 3 });
  response.set('Content-Encoding', 'gzip').send(bytes);
}
