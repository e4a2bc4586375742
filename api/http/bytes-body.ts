import express, { type Request, type Response } from 'express';
import { Problem } from '../../activities/problem.ts';

/**
 * The bytes of a body, whatever it calls itself except JSON, which was read before.
 * @throws Problem `request.unsupportedType` for JSON; the reader's own failure for more than `most` bytes.
 */
export async function bytesBody(request: Request, response: Response, most: number): Promise<Uint8Array> {
  if (request.body !== undefined) throw new Problem('request.unsupportedType');
  const read = express.raw({ limit: most, type: () => true });
  await new Promise<void>((resolve, reject) => {
    read(request, response, (failure?: unknown) => (failure === undefined ? resolve() : reject(failure)));
  });
  const body: unknown = request.body;
  return body instanceof Uint8Array ? body : new Uint8Array();
}
