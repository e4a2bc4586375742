import { serve } from './services/serve.ts';
import { readSettings, required } from './settings.ts';

/** Brings the database to the newest schema and, with demo, to its demo data. A process of its own: what it loads goes with it. */
await serve(async () => {
  const { migrate } = await import('../database/migrate.ts');
  const { seedDemo } = await import('../migrations/seeders/demo.ts');
  const { mailHost } = await import('../activities/letters/write-letter.ts');
  const settings = readSettings();
  return async () => {
    const databaseUrl = required(settings.databaseUrl, 'DATABASE_URL');
    await migrate(databaseUrl);
    if (settings.demo) {
      await seedDemo({
        databaseUrl,
        demoPassword: required(settings.demoPassword, 'PLACET_DEMO_PASSWORD'),
        mail: { smtpUrl: required(settings.smtpUrl, 'SMTP_URL'), host: mailHost(settings.publicUrl) },
      });
    }
    return { stop: () => Promise.resolve() };
  };
});
