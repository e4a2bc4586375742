import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { confirmOption } from '../../../activities/options/confirm-option.ts';
import { placeDirectly } from '../../../activities/options/place-directly.ts';
import { openDatabase } from '../../../database/database.ts';
import { start } from '../../../workflows/host/start.ts';
import { bundleDir } from '../../support/bundle-dir.ts';
import { createTestDatabase, type TestDatabase } from '../../support/database.ts';
import { createHouse, type House } from '../../support/house.ts';
import { startTestSmtp, type TestSmtp } from '../../support/smtp.ts';
import { startTemporalDevServer, type TestTemporal } from '../../support/temporal.ts';
import { eventually } from './eventually.ts';

export type LetterRow = { id: string; state: string; message_id: string | null };

/** A house with its whole worker, on a Temporal that can be killed and lose its data. */
export class RunningHouse {
  house: House;
  readonly test: TestDatabase;
  readonly smtp: TestSmtp;
  temporal: TestTemporal;
  readonly #folder: string;
  #worker: { stop(): Promise<void> } | null = null;

  constructor(house: House, test: TestDatabase, smtp: TestSmtp, temporal: TestTemporal, folder: string) {
    this.house = house;
    this.test = test;
    this.smtp = smtp;
    this.temporal = temporal;
    this.#folder = folder;
  }

  static async open(): Promise<RunningHouse> {
    const folder = await mkdtemp(join(tmpdir(), 'placet-running-'));
    const test = await createTestDatabase();
    const house = await createHouse(test.url, { capacity: 1_000 });
    const temporal = await startTemporalDevServer({ dataFile: join(folder, 'temporal.db') });
    return new RunningHouse(house, test, await startTestSmtp(), temporal, folder);
  }

  async startWorker(): Promise<void> {
    this.#worker = await start({
      databaseUrl: this.test.url,
      temporalAddress: this.temporal.address,
      temporalNamespace: this.temporal.namespace,
      smtpUrl: this.smtp.url,
      publicUrl: 'http://placet.test',
      logLevel: 'silent',
      maxCachedWorkflows: 100,
      bundleDir,
    });
  }

  async stopWorker(): Promise<void> {
    await this.#worker?.stop();
    this.#worker = null;
  }

  /** SIGKILL: nothing is said, nothing is finished. */
  async killTemporal(): Promise<void> {
    process.kill(this.temporal.pid, 'SIGKILL');
    await this.temporal.exited;
  }

  /** Starts Temporal again where it was; without its data when `empty`. */
  async startTemporal({ empty = false } = {}): Promise<void> {
    const { dataFile, port } = this.temporal;
    if (empty) for (const end of ['', '-wal', '-shm']) await rm(`${dataFile}${end}`, { force: true });
    this.temporal = await startTemporalDevServer({ dataFile: dataFile!, port });
  }

  /** As the owner, who sees through every wall. */
  async ask<Row extends pg.QueryResultRow>(text: string, values: unknown[] = []): Promise<Row[]> {
    const client = new pg.Client({ connectionString: this.test.url });
    await client.connect();
    try {
      return (await client.query<Row>(text, values)).rows;
    } finally {
      await client.end();
    }
  }

  async place(): Promise<string> {
    const { house } = this;
    const option = await placeDirectly(house.caller(), {
      contactId: house.individualId,
      performanceId: house.performanceId,
      lines: [{ seatCategoryId: house.seatCategoryId, quantity: 1 }],
    });
    return option.id;
  }

  /** Places and confirms so many options, each owed a letter. */
  async confirm(count: number): Promise<void> {
    for (let each = 0; each < count; each += 1) {
      await confirmOption(this.house.caller(), { optionId: await this.place() });
    }
  }

  letters(): Promise<LetterRow[]> {
    return this.ask<LetterRow>('select id, state, message_id from letter order by number');
  }

  /** Waits without adding to the load: the machine is busy sending. */
  async allSettled(withinMs?: number): Promise<LetterRow[]> {
    const unsent = "select count(*)::int as count from letter where state in ('owed', 'sending')";
    await eventually(
      'all letters have left or been superseded',
      async () => ((await this.ask<{ count: number }>(unsent))[0]?.count === 0 ? true : null),
      withinMs,
      250,
    );
    return this.letters();
  }

  /** Copies the database as it is now; nobody may be connected to it. Answers the copy's name. */
  async backUp(): Promise<string> {
    const copy = `${this.#name}_copy`;
    await this.#aside(`create database ${copy} template ${this.#name}`);
    return copy;
  }

  /** Puts a copy in the place of the database. */
  async restore(copy: string): Promise<void> {
    await this.#aside(
      `drop database ${this.#name} with (force)`,
      `alter database ${copy} rename to ${this.#name}`,
    );
  }

  get #name(): string {
    return new URL(this.test.url).pathname.slice(1);
  }

  /** With the house's own connections closed meanwhile. */
  async #aside(...statements: string[]): Promise<void> {
    const maintenance = new URL(this.test.url);
    maintenance.pathname = '/postgres';
    await this.house.close();
    const client = new pg.Client({ connectionString: maintenance.href });
    await client.connect();
    for (const statement of statements) await client.query(statement);
    await client.end();
    const database = await openDatabase({ databaseUrl: this.test.url, as: 'application' });
    const { caller } = this.house;
    this.house = {
      ...this.house,
      database,
      caller: (...args) => ({ ...caller(...args), database }),
      close: () => database.close(),
    };
  }

  async close(): Promise<void> {
    await this.stopWorker();
    await this.temporal.stop();
    await this.smtp.stop();
    await this.house.close();
    await this.test.drop();
    await rm(this.#folder, { recursive: true, force: true });
  }
}
