/** What the worker process is started with. */
export interface WorkerSettings {
  /** The owner's address; the product's own pool works as the role `placet_app`, the relay reads the outbox as the owner. */
  databaseUrl: string;
  temporalAddress: string;
  temporalNamespace: string;
  smtpUrl: string;
  /** The address people use: its host stands in Message-IDs. */
  publicUrl: string;
  logLevel: string;
  /** About 0.3 MB of memory each. */
  maxCachedWorkflows: number;
  /** Exists while the worker is ready. */
  readyFile?: string;
  /** Where the bundled stories are kept between starts; without it they are bundled anew each time. */
  bundleDir?: string;
  /** Gives up a start that waits for its surroundings. */
  signal?: AbortSignal;
}
