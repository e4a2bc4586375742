import { Problem } from '../activities/problem.ts';
import { isMessageCode } from '../rules/messages/codes.ts';
import { message } from '../rules/messages/format.ts';
import { type Command, UsageError } from './commands/command.ts';
import { exportStockCommand } from './commands/export-stock.ts';
import { importContactsCommand } from './commands/import-contacts.ts';
import { importContingentsCommand } from './commands/import-contingents.ts';
import { importProgrammeCommand } from './commands/import-programme.ts';
import { lettersBouncesCommand } from './commands/letters-bounces.ts';
import { migrateCommand } from './commands/migrate.ts';
import { operatorCreateCommand } from './commands/operator-create.ts';
import { reconcileCommand } from './commands/reconcile.ts';
import { releaseMailCommand } from './commands/release-mail.ts';
import { messageOf } from './parts/errors.ts';
import { say } from './parts/progress.ts';
import { readSettings } from './settings.ts';

const commands: readonly Command[] = [
  exportStockCommand,
  importContactsCommand,
  importContingentsCommand,
  importProgrammeCommand,
  lettersBouncesCommand,
  migrateCommand,
  operatorCreateCommand,
  reconcileCommand,
  releaseMailCommand,
];

const HELP = new Set(['--help', '-h', 'help']);

/** `npm run -s placet -- <command> [arguments]`. @returns the exit code. */
export async function placet(args: readonly string[]): Promise<number> {
  const command = commands.find(({ name }) => args.slice(0, name.split(' ').length).join(' ') === name);
  const wantsHelp = args.some((arg) => HELP.has(arg));
  if (command === undefined) {
    const help = overview();
    if (wantsHelp) process.stdout.write(help);
    else say(help.trimEnd());
    return wantsHelp ? 0 : 1;
  }
  if (wantsHelp) {
    process.stdout.write(`${usageOf(command)}\n${command.summary}\n`);
    return 0;
  }
  try {
    return await command.run(args.slice(command.name.split(' ').length), readSettings());
  } catch (error) {
    say(sentenceOf(error));
    if (isUsageError(error)) say(usageOf(command));
    return 1;
  }
}

/** A verb refuses with a code; its sentence is in the catalogue of messages. */
function sentenceOf(error: unknown): string {
  if (!(error instanceof Problem) || !isMessageCode(error.code)) return messageOf(error);
  const locale = Intl.DateTimeFormat().resolvedOptions().locale.startsWith('fr') ? 'fr' : 'en';
  return message(locale, error.code, error.details.values);
}

/** Ours, or one of Node's own parseArgs. */
function isUsageError(error: unknown): boolean {
  if (error instanceof UsageError) return true;
  return error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
}

function overview(): string {
  const width = Math.max(...commands.map(({ name }) => name.length));
  const lines = commands.map(({ name, summary }) => `  ${name.padEnd(width)}  ${summary}`);
  return [
    'Usage: npm run -s placet -- <command> [arguments]',
    '',
    ...lines,
    '',
    'With --help after a command: its arguments.',
    '',
  ].join('\n');
}

function usageOf({ name, usage }: Command): string {
  return `Usage: npm run -s placet -- ${[name, usage].filter((part) => part !== '').join(' ')}`;
}
