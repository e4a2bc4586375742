import pg from 'pg';
import { createActivities } from '../../../workflows/host/activities.ts';
import { createClient, type TemporalClient } from '../../../workflows/host/client.ts';
import { createGuardBook } from '../../../workflows/host/guard-book.ts';
import { logTemporal } from '../../../workflows/host/log.ts';
import { createMailGate, type WorkerMailGate } from '../../../workflows/host/mail-gate.ts';
import { type Relay, startRelay } from '../../../workflows/host/relay.ts';
import { deliverWakeUp } from '../../../workflows/host/wake-up.ts';
import { startWorkers } from '../../../workflows/host/workers.ts';
import { createTestDatabase } from '../../support/database.ts';
import { createHouse, type House, type HouseOverrides } from '../../support/house.ts';
import { startTestSmtp, type TestSmtp } from '../../support/smtp.ts';
import { quietLog, testBundle } from './bundle.ts';

type Activities = ReturnType<typeof createActivities>;

/** Stands between the stories and their verbs. */
export type Alter = (activities: Activities) => Activities;

/** Where a Temporal server answers. */
export type TemporalAddress = { temporalAddress: string; temporalNamespace: string };

/** A house, its worker and a mail server; wake-ups are delivered once the relay is started. */
export interface Stage {
  house: House;
  databaseUrl: string;
  /** As the owner, who sees through every wall. */
  owner: pg.Client;
  smtp: TestSmtp;
  gate: WorkerMailGate;
  temporal: TemporalClient;
  address: TemporalAddress;
  startRelay(): void;
  stopRelay(): Promise<void>;
  close(): Promise<void>;
}

/** Opens a stage on a Temporal server. */
export async function openStage(
  address: TemporalAddress,
  overrides: HouseOverrides = {},
  alter: Alter = (activities) => activities,
): Promise<Stage> {
  const log = quietLog();
  logTemporal(log);
  const test = await createTestDatabase();
  const house = await createHouse(test.url, overrides);
  const owner = new pg.Client({ connectionString: test.url });
  await owner.connect();
  const smtp = await startTestSmtp();
  const temporal = createClient(address);
  const { database } = house;
  const gate = createMailGate({ database, book: createGuardBook(temporal), held: () => undefined, log });
  const post = { smtpUrl: smtp.url, host: 'placet.test', gate };
  const workers = await startWorkers({
    ...address,
    maxCachedWorkflows: 100,
    bundle: await testBundle(),
    activities: alter(createActivities({ database, post, log })),
    log,
  });
  let relay: Relay | null = null;
  const stopRelay = async () => {
    await relay?.stop();
    relay = null;
  };
  return {
    house,
    databaseUrl: test.url,
    owner,
    smtp,
    gate,
    temporal,
    address,
    startRelay: () => {
      relay = startRelay({
        databaseUrl: test.url,
        deliver: (wakeUp) => temporal.within(4_000, () => deliverWakeUp(temporal.client, wakeUp)),
        outage: () => undefined,
        log,
      });
    },
    stopRelay,
    close: async () => {
      await stopRelay();
      await workers.stop();
      await temporal.close();
      await smtp.stop();
      await owner.end();
      await house.close();
      await test.drop();
    },
  };
}
