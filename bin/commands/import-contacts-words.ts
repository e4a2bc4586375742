import type { ImportedRow } from '../../activities/contacts/import-contacts.ts';
import type { Locale } from '../../rules/messages/locale.ts';

/** What the import of contacts says besides the notes on rows. */
type ImportContactsWords = {
  unreadableFile(file: string): string;
  nothingTaken(file: string, why: string): string;
  dryRun: string;
  done: string;
  row(line: number, outcome: ImportedRow['outcome'], name: string, notes: string): string;
  contactNamed(name: string, number: number): string;
  rowNamed(name: string, line: number): string;
  alike(who: string, because: 'email' | 'phone' | 'name'): string;
};

const outcomes = {
  fr: { created: 'créé', updated: 'modifié', unchanged: 'inchangé', rejected: 'écarté' },
  en: { created: 'created', updated: 'updated', unchanged: 'unchanged', rejected: 'rejected' },
};

const likenesses = {
  fr: { email: 'même e-mail', phone: 'même téléphone', name: 'nom proche' },
  en: { email: 'same e-mail', phone: 'same telephone', name: 'close name' },
};

export const importContactsWords: Readonly<Record<Locale, ImportContactsWords>> = {
  fr: {
    unreadableFile: (file) => `Le fichier ${file} ne peut pas être lu.`,
    nothingTaken: (file, why) => `Rien n’a été pris de ${file}\u00A0: ${why}`,
    dryRun: 'Essai à blanc\u00A0: rien n’est enregistré.',
    done: 'Les contacts sont enregistrés.',
    row: (line, outcome, name, notes) => `ligne ${line}, ${outcomes.fr[outcome]}, ${name}\u00A0: ${notes}`,
    contactNamed: (name, number) => `${name} [${number}]`,
    rowNamed: (name, line) => `${name} (ligne ${line})`,
    alike: (who, because) => `Peut-être le même contact que ${who}\u00A0: ${likenesses.fr[because]}.`,
  },
  en: {
    unreadableFile: (file) => `The file ${file} cannot be read.`,
    nothingTaken: (file, why) => `Nothing was taken from ${file}: ${why}`,
    dryRun: 'Dry run: nothing is kept.',
    done: 'The contacts are kept.',
    row: (line, outcome, name, notes) => `line ${line}, ${outcomes.en[outcome]}, ${name}: ${notes}`,
    contactNamed: (name, number) => `${name} [${number}]`,
    rowNamed: (name, line) => `${name} (line ${line})`,
    alike: (who, because) => `Perhaps the same contact as ${who}: ${likenesses.en[because]}.`,
  },
};
