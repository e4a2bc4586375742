import { seedDemo } from '../../migrations/seeders/demo.ts';
import { startTestSmtp } from './smtp.ts';

/** Seeds the demo in a process of its own, quicker than inside a test. Usage: node seed-demo.ts DATABASE_URL PASSWORD */
const [databaseUrl = '', demoPassword = ''] = process.argv.slice(2);
const smtp = await startTestSmtp();
await seedDemo({ databaseUrl, demoPassword, mail: { smtpUrl: smtp.url, host: 'localhost' } });
await smtp.stop();
