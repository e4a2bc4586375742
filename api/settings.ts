/** An issuer (OpenID Connect) that vouches for operators. */
export interface IssuerSettings {
  /** Its address, as its own description says it. */
  url: string;
  clientId: string;
  clientSecret: string;
  /** What people call it: « Se connecter avec … ». */
  name: string;
  /** Code of the institution whose operators it vouches for; null: the only one. */
  institution: string | null;
  /** The claim that holds a person's groups. */
  groupsClaim: string;
  scope: string;
}

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
  /** Seals what is secret at rest: second factors. */
  secretsKey: string;
  /** null: operators come in by password only. */
  issuer: IssuerSettings | null;
  demo: boolean;
  /** Folder of the built console; null: none is served. */
  consoleDir: string | null;
  /** Folder of the demo's caught mail; null: none. */
  mailDir: string | null;
  temporalAddress: string;
  temporalNamespace: string;
  logLevel: string;
}
