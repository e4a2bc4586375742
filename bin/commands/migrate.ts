import { migrate } from '../../database/migrate.ts';
import type { Command } from './command.ts';
import { withHomeDatabase } from './home-database.ts';

export const migrateCommand: Command = {
  name: 'migrate',
  summary: 'bring the database to the newest schema',
  usage: '',
  run: async (_args, settings) => {
    await withHomeDatabase(settings, migrate);
    process.stdout.write('The database has the newest schema.\n');
    return 0;
  },
};
