import { createReadStream } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { importProgramme } from '../../activities/catalogue/import-programme.ts';
import { boundedText } from '../../activities/catalogue/programme/bounded-text.ts';
import { UnreadableInput } from '../../activities/catalogue/programme/fault.ts';
import { readProgramme } from '../../activities/catalogue/programme/read-nyphil.ts';
import { readVenues } from '../../activities/catalogue/programme/read-venues.ts';
import { tellFault, tellRejection } from '../../activities/catalogue/programme/tell-fault.ts';
import type { VenueMap } from '../../activities/catalogue/programme/venue-map.ts';
import type { Locale } from '../../rules/messages/locale.ts';
import { chooseInstitution } from './choose-institution.ts';
import { type Command, UsageError } from './command.ts';
import { importWords } from './import-programme-words.ts';
import { callIn, type Databases, withDatabases } from './verbs.ts';

/** Where a command writes: `out` ends with its result, `say` is for the person who waits. */
export type CommandOutput = { out(line: string): void; say(line: string): void };

/** What was typed. */
type ImportArguments = {
  file: string;
  venues: string;
  venuesGiven: boolean;
  shiftDays: number;
  dryRun: boolean;
  institution: string | null;
  locale: Locale;
};

const sampleVenues = fileURLToPath(
  new URL('../../activities/catalogue/programme/venues-sample.csv', import.meta.url),
);

/** The organisation a format's programmes go into. */
const organisation = { code: 'NYPHIL', name: 'New York Philharmonic', currency: 'USD' };

export const importProgrammeCommand: Command = {
  name: 'import programme',
  summary: 'take a programme of performances from a file',
  usage:
    'FILE --format nyphil [--venues VENUES.csv] [--shift-days N] [--dry-run] [--institution CODE] [--locale fr|en]',
  run: (args, settings) => {
    const given = readArguments(args);
    return withDatabases(settings, (databases) =>
      importProgrammeFile(given, databases, {
        out: (line) => process.stdout.write(`${line}\n`),
        say: (line) => process.stderr.write(`${line}\n`),
      }),
    );
  },
};

/** @throws UsageError, or Node's own for an unknown option. */
export function readArguments(args: readonly string[]): ImportArguments {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      format: { type: 'string' },
      venues: { type: 'string' },
      'shift-days': { type: 'string', default: '0' },
      'dry-run': { type: 'boolean', default: false },
      institution: { type: 'string' },
      locale: { type: 'string' },
    },
  });
  const [file, ...more] = positionals;
  if (file === undefined || more.length > 0) throw new UsageError('Name one file.');
  if (values.format !== 'nyphil') throw new UsageError('--format must be nyphil.');
  const shiftDays = /^[+-]?\d+$/.test(values['shift-days']) ? Number(values['shift-days']) : Number.NaN;
  if (!Number.isSafeInteger(shiftDays) || shiftDays % 7 !== 0) {
    throw new UsageError('--shift-days must be a whole number of days, a multiple of 7.');
  }
  return {
    file,
    venues: values.venues ?? sampleVenues,
    venuesGiven: values.venues !== undefined,
    shiftDays,
    dryRun: values['dry-run'],
    institution: values.institution ?? null,
    locale: localeOf(values.locale ?? Intl.DateTimeFormat().resolvedOptions().locale),
  };
}

function localeOf(language: string): Locale {
  return language.toLowerCase().startsWith('fr') ? 'fr' : 'en';
}

/**
 * Reads the file, writes the programme, lists what was rejected; the last line of `out` counts the performances.
 * @returns 0 when the file was read, also with rejected lines; 1 when nothing was done.
 */
export async function importProgrammeFile(
  given: ImportArguments,
  databases: Databases,
  output: CommandOutput,
): Promise<number> {
  const { locale, shiftDays, dryRun } = given;
  const words = importWords[locale];
  let reading = given.venues;
  try {
    const venues = readVenues(await textOf(given.venues, locale));
    reading = given.file;
    const programme = readProgramme(await textOf(given.file, locale), { venues, shiftDays });
    reading = given.venuesGiven ? given.venues : given.file;
    const counts = await write(given, databases, programme.performances, venues);
    const { rejected } = programme;
    if (rejected.length > 0) output.out(words.rejected(rejected.length));
    for (const rejection of rejected) output.out(`  ${tellRejection(locale, rejection)}`);
    output.say(dryRun ? words.dryRun : words.done(organisation.name));
    output.out(JSON.stringify({ ...counts, rejected: rejected.length }));
    return 0;
  } catch (error) {
    if (!(error instanceof UnreadableInput)) throw error;
    output.say(words.nothingTaken(reading));
    for (const fault of error.faults) output.say(`  ${tellFault(locale, fault)}`);
    return 1;
  }
}

async function textOf(file: string, locale: Locale): Promise<string> {
  try {
    return await boundedText(file, createReadStream(file));
  } catch (error) {
    if (error instanceof UnreadableInput) throw error;
    throw new Error(importWords[locale].unreadableFile(file), { cause: error });
  }
}

async function write(
  given: ImportArguments,
  databases: Databases,
  performances: Parameters<typeof importProgramme>[1]['performances'],
  venues: VenueMap,
) {
  const institutionId = await chooseInstitution(databases, given);
  return importProgramme(callIn(databases.application, institutionId), {
    organisation,
    performances,
    venues: [...venues.values()],
    dryRun: given.dryRun,
  });
}
