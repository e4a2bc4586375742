import { start } from '../workflows/host/start.ts';
import { serve } from './services/serve.ts';
import { readSettings, required } from './settings.ts';

await serve(() => {
  const settings = readSettings();
  return start({
    databaseUrl: required(settings.databaseUrl, 'DATABASE_URL'),
    temporalAddress: required(settings.temporalAddress, 'TEMPORAL_ADDRESS'),
    temporalNamespace: settings.temporalNamespace,
    smtpUrl: required(settings.smtpUrl, 'SMTP_URL'),
    publicUrl: settings.publicUrl,
    logLevel: settings.logLevel,
    maxCachedWorkflows: settings.maxCachedWorkflows,
    ...(settings.readyFile === null ? {} : { readyFile: settings.readyFile }),
  });
});
