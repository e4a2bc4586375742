import { access, constants } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { Problem } from '../../activities/problem.ts';
import { readContingentFile } from '../../activities/stock/contingent-file/read-file.ts';
import { tellFault } from '../../activities/stock/contingent-file/tell-fault.ts';
import { fileWords } from '../../activities/stock/contingent-file/words/file.ts';
import { importContingents } from '../../activities/stock/import-contingents.ts';
import { isMessageCode } from '../../rules/messages/codes.ts';
import { message } from '../../rules/messages/format.ts';
import type { Locale } from '../../rules/messages/locale.ts';
import { chooseInstitution } from './choose-institution.ts';
import { type Command, UsageError } from './command.ts';
import { contingentWords } from './contingent-words.ts';
import type { CommandOutput } from './import-programme.ts';
import { callIn, type Databases, withDatabases } from './verbs.ts';

/** What was typed. */
type ImportArguments = {
  file: string;
  dryRun: boolean;
  institution: string | null;
  organisation: string | null;
  locale: Locale;
};

export const importContingentsCommand: Command = {
  name: 'import contingents',
  summary: 'take what contingents have, and their seats, from a CSV or XLSX file',
  usage: 'FILE [--dry-run] [--organisation CODE] [--institution CODE] [--locale fr|en]',
  run: (args, settings) => {
    const given = readContingentArguments(args);
    return withDatabases(settings, (databases) =>
      importContingentsFile(given, databases, {
        out: (line) => process.stdout.write(`${line}\n`),
        say: (line) => process.stderr.write(`${line}\n`),
      }),
    );
  },
};

/** @throws UsageError, or Node's own for an unknown option. */
export function readContingentArguments(args: readonly string[]): ImportArguments {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      'dry-run': { type: 'boolean', default: false },
      institution: { type: 'string' },
      organisation: { type: 'string' },
      locale: { type: 'string' },
    },
  });
  const [file, ...more] = positionals;
  if (file === undefined || more.length > 0) throw new UsageError('Name one file.');
  const language = values.locale ?? Intl.DateTimeFormat().resolvedOptions().locale;
  return {
    file,
    dryRun: values['dry-run'],
    institution: values.institution ?? null,
    organisation: values.organisation ?? null,
    locale: language.toLowerCase().startsWith('fr') ? 'fr' : 'en',
  };
}

/**
 * Reads the file, takes the performances without a fault, and tells every fault by line, column and code; the last line
 * of `out` counts.
 * @returns 0 when the file was read and no row is at fault; 1 otherwise.
 */
export async function importContingentsFile(
  given: ImportArguments,
  databases: Databases,
  output: CommandOutput,
): Promise<number> {
  const { locale, file, dryRun } = given;
  const words = contingentWords[locale];
  await access(file, constants.R_OK).catch((cause: unknown) => {
    throw new Error(words.unreadableFile(file), { cause });
  });
  try {
    const institutionId = await chooseInstitution(databases, given);
    const { faults, ...counts } = await importContingents(callIn(databases.application, institutionId), {
      lines: readContingentFile(file),
      dryRun,
    });
    for (const fault of faults)
      output.out(
        words.row(fault.line, fileWords[locale].titles[fault.column], fault.code, tellFault(locale, fault)),
      );
    output.say(dryRun ? words.dryRun : words.done);
    output.out(JSON.stringify({ ...counts, faults: faults.length }));
    return faults.length === 0 ? 0 : 1;
  } catch (error) {
    if (!(error instanceof Problem) || !isMessageCode(error.code)) throw error;
    const places = error.details.errors?.map(({ path }) => ` (${path})`) ?? [];
    output.say(
      words.nothingTaken(file, `${message(locale, error.code, error.details.values)}${places.join('')}`),
    );
    return 1;
  }
}
