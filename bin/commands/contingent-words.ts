import type { ContingentField } from '../../activities/stock/contingent-file/contingent-fields.ts';
import type { Locale } from '../../rules/messages/locale.ts';

/** What the files of contingents say. */
type ContingentWords = {
  sheet: string;
  titles: Readonly<Record<ContingentField, string>>;
  label: string;
  taken: string;
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
    sheet: 'Contingents',
    titles: {
      event: 'Événement',
      date: 'Date',
      time: 'Heure',
      category: 'Catégorie',
      contingent: 'Contingent',
      capacity: 'Capacité',
      seat: 'Place',
    },
    label: 'Libellé',
    taken: 'Prises',
    nothing: 'Aucune séance n’a de places ouvertes : aucun fichier n’est écrit.',
    notWritten: (file) => `Le fichier ${file} n’a pas pu être écrit.`,
    unreadableFile: (file) => `Le fichier ${file} ne peut pas être lu.`,
    nothingTaken: (file, why) => `Rien n’a été pris de ${file}\u00A0: ${why}`,
    dryRun: 'Essai à blanc\u00A0: rien n’est enregistré.',
    done: 'Les séances sans défaut sont enregistrées.',
    row: (line, column, code, why) => `ligne ${line}, ${column}, ${code}\u00A0: ${why}`,
  },
  en: {
    sheet: 'Contingents',
    titles: {
      event: 'Event',
      date: 'Date',
      time: 'Time',
      category: 'Category',
      contingent: 'Contingent',
      capacity: 'Capacity',
      seat: 'Seat',
    },
    label: 'Label',
    taken: 'Taken',
    nothing: 'No performance has places: no file is written.',
    notWritten: (file) => `The file ${file} could not be written.`,
    unreadableFile: (file) => `The file ${file} cannot be read.`,
    nothingTaken: (file, why) => `Nothing was taken from ${file}: ${why}`,
    dryRun: 'Dry run: nothing is kept.',
    done: 'The performances without a fault are kept.',
    row: (line, column, code, why) => `line ${line}, ${column}, ${code}: ${why}`,
  },
};
