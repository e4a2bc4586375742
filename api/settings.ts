/** What the api is started with. */
export interface ApiSettings {
  host: string;
  /** 0: any free port. */
  port: number;
  /** The owner's address; the api works as the application role. */
  databaseUrl: string;
  /** The address people use, without a slash at its end. */
  publicUrl: string;
  sessionSecret: string;
  demo: boolean;
  /** Folder of the built console; null: none is served. */
  consoleDir: string | null;
  /** Folder of the demo's caught mail; null: none. */
  mailDir: string | null;
  temporalAddress: string;
  temporalNamespace: string;
  logLevel: string;
}
