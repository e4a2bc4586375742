import { readFileSync } from 'node:fs';
import { request } from 'node:http';
import { setInterval } from 'node:timers';

/** A file taken from the api as fast as it comes. */
export interface Download {
  rows: number;
  bytes: number;
  seconds: number;
  /** The most memory the process had meanwhile, and had before, in megabytes. */
  peakMb: number;
  beforeMb: number;
}

/** Takes a file and weighs the process that makes it. `rows` is what the answer says of itself. */
export async function download(url: string, cookie: string, pid: number): Promise<Download> {
  const beforeMb = weigh(pid);
  let peakMb = beforeMb;
  const scales = setInterval(() => {
    peakMb = Math.max(peakMb, weigh(pid));
  }, 25);
  const started = performance.now();
  try {
    const { rows, bytes } = await take(url, cookie);
    return { rows, bytes, seconds: (performance.now() - started) / 1000, peakMb, beforeMb };
  } finally {
    clearInterval(scales);
  }
}

function take(url: string, cookie: string): Promise<{ rows: number; bytes: number }> {
  return new Promise((resolve, reject) => {
    const sent = request(url, { headers: { Cookie: cookie, 'Accept-Language': 'fr' } }, (response) => {
      let bytes = 0;
      response.on('data', (chunk: Buffer) => {
        bytes += chunk.length;
      });
      response.on('error', reject);
      response.on('end', () => {
        if (response.statusCode === 200) resolve({ rows: Number(response.headers['x-total-rows']), bytes });
        else reject(new Error(`the export answered ${response.statusCode}`));
      });
    });
    sent.on('error', reject);
    sent.end();
  });
}

function weigh(pid: number): number {
  const kilobytes = /^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  return Number(kilobytes ?? 0) / 1024;
}
