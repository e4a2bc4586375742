import { join } from 'node:path';
import { serve } from './services/serve.ts';
import { readSettings, required } from './settings.ts';

await serve(async () => {
  const { start } = await import('../workflows/host/start.ts');
  const settings = readSettings();
  return (signal) =>
    start({
      databaseUrl: required(settings.databaseUrl, 'DATABASE_URL'),
      temporalAddress: required(settings.temporalAddress, 'TEMPORAL_ADDRESS'),
      temporalNamespace: settings.temporalNamespace,
      smtpUrl: required(settings.smtpUrl, 'SMTP_URL'),
      publicUrl: settings.publicUrl,
      logLevel: settings.logLevel,
      maxCachedWorkflows: settings.maxCachedWorkflows,
      bundleDir: join(settings.home, 'bundle'),
      signal,
      ...(settings.readyFile === null ? {} : { readyFile: settings.readyFile }),
    });
});
