import { createHash } from 'node:crypto';
import { trustTheSystem } from './trust.ts';

/** A server that does not answer is given up quickly: it is one way of several. */
const CONNECT_MS = 5_000;
const WHOLE_MS = 300_000;

export type Download = { bytes: Buffer; url: string };

/**
 * Fetches an address over HTTP. A name and password inside it are sent as basic authentication.
 * @throws when the server cannot be reached within five seconds or answers anything but success.
 */
export async function download(address: string, headers: Record<string, string> = {}): Promise<Download> {
  trustTheSystem();
  const url = new URL(address);
  const { username, password } = url;
  url.username = '';
  url.password = '';
  const token = Buffer.from(`${decodeURIComponent(username)}:${decodeURIComponent(password)}`).toString(
    'base64',
  );
  const answered = new AbortController();
  const timer = setTimeout(() => answered.abort(new Error('no answer in time')), CONNECT_MS);
  try {
    const response = await fetch(url, {
      headers: username === '' ? headers : { ...headers, authorization: `Basic ${token}` },
      signal: AbortSignal.any([answered.signal, AbortSignal.timeout(WHOLE_MS)]),
    });
    clearTimeout(timer);
    if (!response.ok) throw new Error(`it answers ${response.status}`);
    return { bytes: Buffer.from(await response.arrayBuffer()), url: response.url };
  } catch (error) {
    throw new Error(`${url.origin}: ${innermostMessage(error)}`, { cause: error });
  } finally {
    clearTimeout(timer);
  }
}

export function sha256(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** fetch says only "fetch failed"; why is in the cause. */
function innermostMessage(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? innermostMessage(error.cause) : error.message;
}
