import { chmodSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';

/** Where the parts of one installation keep their things. */
export type Home = {
  folder: string;
  postgresData: string;
  temporalData: string;
  mail: string;
  run: string;
  logOf(part: string): string;
};

/**
 * Opens a home, made when it is missing: others may pass through it (as root, PostgreSQL runs as another user)
 * but not list it; what is secret in it is closed by itself.
 */
export function openHome(folder: string): Home {
  if (mkdirSync(folder, { recursive: true }) !== undefined) chmodSync(folder, 0o711);
  return {
    folder,
    postgresData: join(folder, 'postgres'),
    temporalData: join(folder, 'temporal', 'temporal.db'),
    mail: join(folder, 'mail'),
    run: join(folder, 'run.json'),
    logOf: (part) => join(folder, 'logs', `${part}.log`),
  };
}
