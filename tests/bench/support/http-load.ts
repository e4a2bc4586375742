import { Pool } from 'undici';
import { median, quantile } from './quantile.ts';

/** A signed-in client of the api over a fixed number of kept connections. */
export interface HttpLoad {
  /** What the client is known by. */
  cookie: string;
  /** Runs `calls` over the connections until they are done or the time is over; answers calls per second. */
  run(calls: readonly Call[], seconds: number): Promise<LoadResult>;
  send(call: Call): Promise<Answer>;
  close(): Promise<void>;
}

export interface Call {
  method: string;
  path: string;
  body?: unknown;
}

export interface Answer {
  status: number;
  body: string;
  headers: Record<string, string | string[] | undefined>;
  cookie: string | null;
}

export interface LoadResult {
  /** Calls answered. */
  done: number;
  perSecond: number;
  medianMs: number;
  p95Ms: number;
  /** How long each call took, in ms, in the order of their answers. */
  times: readonly number[];
  statuses: Record<number, number>;
}

/** Signs in and keeps `connections` connections open: the load should weigh little beside what it measures. */
export async function httpLoad(
  url: string,
  signIn: { email: string; password: string },
  connections: number,
): Promise<HttpLoad> {
  const pool = new Pool(url, { connections });
  const first = await exchange(pool, null, { method: 'POST', path: '/api/session', body: signIn });
  if (first.cookie === null) throw new Error(`sign-in answered ${first.status}: ${first.body}`);
  const { cookie } = first;
  const send = (call: Call) => exchange(pool, cookie, call);
  return {
    cookie,
    send,
    close: () => pool.destroy(),
    run: async (calls, seconds) => {
      const times: number[] = [];
      const statuses: Record<number, number> = {};
      const started = performance.now();
      const until = started + seconds * 1000;
      let next = 0;
      const worker = async () => {
        for (
          let call = calls[next++];
          call !== undefined && performance.now() < until;
          call = calls[next++]
        ) {
          const at = performance.now();
          const { status } = await send(call);
          times.push(performance.now() - at);
          statuses[status] = (statuses[status] ?? 0) + 1;
        }
      };
      await Promise.all(Array.from({ length: connections }, worker));
      const took = (performance.now() - started) / 1000;
      return {
        done: times.length,
        perSecond: times.length / took,
        medianMs: median(times),
        p95Ms: quantile(times, 0.95),
        times,
        statuses,
      };
    },
  };
}

async function exchange(pool: Pool, cookie: string | null, call: Call): Promise<Answer> {
  const { statusCode, headers, body } = await pool.request({
    path: call.path,
    method: call.method,
    headers: {
      'Content-Type': 'application/json',
      'X-Requested-With': 'placet',
      ...(cookie === null ? {} : { Cookie: cookie }),
    },
    body: call.body === undefined ? null : JSON.stringify(call.body),
  });
  return {
    status: statusCode,
    body: await body.text(),
    headers,
    cookie: [headers['set-cookie']].flat()[0]?.split(';')[0] ?? null,
  };
}
