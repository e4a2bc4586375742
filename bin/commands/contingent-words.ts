import type { Locale } from '../../rules/messages/locale.ts';

/** What is said of files of contingents. */
type ContingentWords = {
  nothing: string;
  notWritten(file: string): string;
  unreadableFile(file: string): string;
  nothingTaken(file: string, why: string): string;
  dryRun: string;
  done: string;
  row(line: number, column: string, code: string, why: string): string;
};

export const contingentWords: Readonly<Record<Locale, ContingentWords>> = {
  fr: {
    nothing: 'Aucune séance n’a de places ouvertes : aucun fichier n’est écrit.',
    notWritten: (file) => `Le fichier ${file} n’a pas pu être écrit.`,
    unreadableFile: (file) => `Le fichier ${file} ne peut pas être lu.`,
    nothingTaken: (file, why) => `Rien n’a été pris de ${file}\u00A0: ${why}`,
    dryRun: 'Essai à blanc\u00A0: rien n’est enregistré.',
    done: 'Les séances sans défaut sont enregistrées.',
    row: (line, column, code, why) => `ligne ${line}, ${column}, ${code}\u00A0: ${why}`,
  },
  en: {
    nothing: 'No performance has places: no file is written.',
    notWritten: (file) => `The file ${file} could not be written.`,
    unreadableFile: (file) => `The file ${file} cannot be read.`,
    nothingTaken: (file, why) => `Nothing was taken from ${file}: ${why}`,
    dryRun: 'Dry run: nothing is kept.',
    done: 'The performances without a fault are kept.',
    row: (line, column, code, why) => `line ${line}, ${column}, ${code}: ${why}`,
  },
};
