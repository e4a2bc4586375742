import { Agent, type IncomingHttpHeaders, request } from 'node:http';

/** A signed-in client of the api over a fixed number of kept connections. */
export interface HttpLoad {
  /** What the client is known by. */
  cookie: string;
  /** Runs `calls` over the connections until they are done or the time is over; answers calls per second. */
  run(calls: readonly Call[], seconds: number): Promise<LoadResult>;
  send(call: Call): Promise<Answer>;
  close(): void;
}

export interface Call {
  method: string;
  path: string;
  body?: unknown;
}

export interface Answer {
  status: number;
  body: string;
  headers: IncomingHttpHeaders;
  cookie: string | null;
}

export interface LoadResult {
  /** Calls answered. */
  done: number;
  perSecond: number;
  medianMs: number;
  p95Ms: number;
  statuses: Record<number, number>;
}

/** Signs in and keeps `connections` connections open. */
export async function httpLoad(
  url: string,
  signIn: { email: string; password: string },
  connections: number,
): Promise<HttpLoad> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const first = await exchange(agent, url, null, { method: 'POST', path: '/api/session', body: signIn });
  if (first.cookie === null) throw new Error(`sign-in answered ${first.status}: ${first.body}`);
  const { cookie } = first;
  const send = (call: Call) => exchange(agent, url, cookie, call);
  return {
    cookie,
    send,
    close: () => agent.destroy(),
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
      times.sort((a, b) => a - b);
      const quantile = (part: number) => times[Math.floor(times.length * part)] ?? 0;
      return {
        done: times.length,
        perSecond: times.length / took,
        medianMs: quantile(0.5),
        p95Ms: quantile(0.95),
        statuses,
      };
    },
  };
}

const addresses = new Map<string, URL>();

/** Parsed once: the load should weigh little beside what it measures. */
function addressOf(url: string): URL {
  const known = addresses.get(url) ?? new URL(url);
  addresses.set(url, known);
  return known;
}

function exchange(agent: Agent, url: string, cookie: string | null, call: Call): Promise<Answer> {
  const at = addressOf(url);
  const body = call.body === undefined ? '' : JSON.stringify(call.body);
  return new Promise((resolve, reject) => {
    const sent = request(
      {
        agent,
        host: at.hostname,
        port: at.port,
        path: call.path,
        method: call.method,
        headers: {
          'Content-Type': 'application/json',
          'Content-Length': Buffer.byteLength(body),
          'X-Requested-With': 'placet',
          ...(cookie === null ? {} : { Cookie: cookie }),
        },
      },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('error', reject);
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            body: Buffer.concat(chunks).toString(),
            headers: response.headers,
            cookie: response.headers['set-cookie']?.[0]?.split(';')[0] ?? null,
          }),
        );
      },
    );
    sent.on('error', reject);
    sent.end(body);
  });
}
