import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { Database } from '../../database/database.ts';
import { systemFigures } from '../../database/system-figures.ts';

/** What the api tells a monitor. Rows are counted when the monitor asks, never on a person's request. */
export interface Metrics {
  /** All figures as Prometheus reads them. */
  text(): Promise<string>;
  contentType: string;
  /** One answered request, by the route's template. */
  observe(method: string, route: string, status: number, seconds: number): void;
}

/** How many connections a pool has open, has free, and how many requests wait for one. */
export type PoolFigures = () => { open: number; idle: number; waiting: number };

const letterStates = ['owed', 'sending', 'failed', 'bounced'];

export function startMetrics(database: Database, pool: PoolFigures): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const durations = new Histogram({
    name: 'placet_http_request_seconds',
    help: 'Time to answer, by method, route template and status',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
    registers,
  });
  new Gauge({
    name: 'placet_session_pool_connections',
    help: 'Connections of the session pool, by state',
    labelNames: ['state'],
    registers,
    collect() {
      for (const [state, count] of Object.entries(pool())) this.set({ state }, count);
    },
  });
  const outboxJobs = new Gauge({ name: 'placet_outbox_jobs', help: 'Wake-ups not yet delivered', registers });
  const outboxAge = new Gauge({
    name: 'placet_outbox_oldest_seconds',
    help: 'Age of the oldest wake-up not yet delivered',
    registers,
  });
  const mailHeld = new Gauge({ name: 'placet_mail_held', help: '1 while all mail is held', registers });
  const letters = new Gauge({
    name: 'placet_letters',
    help: 'Letters on their way or stuck, by state',
    labelNames: ['state'],
    registers,
  });
  const drift = new Gauge({
    name: 'placet_stock_drift',
    help: 'Numbers of stock that the last recount found otherwise',
    registers,
  });
  const overLimit = new Gauge({
    name: 'placet_stock_over_limit_rows',
    help: 'Stock rows over their limit or sold above their capacity at the last recount',
    registers,
  });
  const checkAge = new Gauge({
    name: 'placet_stock_check_age_seconds',
    help: 'Age of the oldest last recount of an institution; absent before the first',
    registers,
  });
  const count = async () => {
    const figures = await systemFigures(database);
    outboxJobs.set(figures.outboxJobs);
    outboxAge.set(figures.outboxOldestSeconds);
    mailHeld.set(figures.mailHeldSince === null ? 0 : 1);
    drift.set(figures.stock.drift);
    overLimit.set(figures.stock.overLimit);
    if (figures.stock.checkAgeSeconds === null) checkAge.remove();
    else checkAge.set(figures.stock.checkAgeSeconds);
    for (const state of letterStates) letters.set({ state }, figures.letters[state] ?? 0);
  };
  return {
    contentType: registry.contentType,
    text: async () => {
      await count();
      return registry.metrics();
    },
    observe: (method, route, status, seconds) =>
      durations.observe({ method, route, status: String(status) }, seconds),
  };
}
