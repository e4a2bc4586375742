import { serve } from './services/serve.ts';
import { readSettings, required } from './settings.ts';

await serve(async () => {
  const { start } = await import('../api/server.ts');
  const settings = readSettings();
  return () =>
    start({
      host: settings.host,
      port: settings.port,
      databaseUrl: required(settings.databaseUrl, 'DATABASE_URL'),
      publicUrl: settings.publicUrl,
      sessionSecret: required(settings.sessionSecret, 'SESSION_SECRET'),
      secretsKey: required(settings.secretsKey, 'SECRETS_KEY'),
      issuer: settings.issuer,
      demo: settings.demo,
      consoleDir: settings.consoleDir,
      mailDir: settings.mailDir,
      temporalAddress: required(settings.temporalAddress, 'TEMPORAL_ADDRESS'),
      temporalNamespace: settings.temporalNamespace,
      logLevel: settings.logLevel,
    });
});
