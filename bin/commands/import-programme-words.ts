import type { Locale } from '../../rules/messages/locale.ts';

/** What the import says besides the reasons of the reader. */
type ImportWords = {
  unreadableFile(file: string): string;
  nothingTaken(file: string): string;
  rejected(count: number): string;
  dryRun: string;
  done(organisation: string): string;
  noInstitution: string;
  unknownInstitution(code: string, known: string): string;
  unknownOrganisation(code: string, known: string): string;
  whichInstitution(known: string): string;
};

export const importWords: Readonly<Record<Locale, ImportWords>> = {
  fr: {
    unreadableFile: (file) => `Le fichier ${file} ne peut pas être lu.`,
    nothingTaken: (file) => `Rien n’a été pris de ${file}\u00A0:`,
    rejected: (count) => (count === 1 ? '1 ligne écartée\u00A0:' : `${count} lignes écartées\u00A0:`),
    dryRun: 'Essai à blanc\u00A0: rien n’est enregistré.',
    done: (organisation) => `Le programme est dans l’organisme ${organisation}.`,
    noInstitution: 'Il n’y a pas encore d’institution\u00A0: démarrez la démonstration, ou créez-en une.',
    unknownInstitution: (code, known) =>
      `L’institution ${code} n’existe pas. Institutions connues\u00A0: ${known}.`,
    unknownOrganisation: (code, known) =>
      `L’organisme ${code} n’existe pas, ou dans plusieurs institutions. Organismes connus\u00A0: ${known}.`,
    whichInstitution: (known) => `Plusieurs institutions existent\u00A0: précisez --institution (${known}).`,
  },
  en: {
    unreadableFile: (file) => `The file ${file} cannot be read.`,
    nothingTaken: (file) => `Nothing was taken from ${file}:`,
    rejected: (count) => (count === 1 ? '1 line rejected:' : `${count} lines rejected:`),
    dryRun: 'Dry run: nothing is kept.',
    done: (organisation) => `The programme is in the organisation ${organisation}.`,
    noInstitution: 'There is no institution yet: start the demo, or create one.',
    unknownInstitution: (code, known) => `There is no institution ${code}. Known institutions: ${known}.`,
    unknownOrganisation: (code, known) =>
      `There is no organisation ${code}, or several institutions have one. Known organisations: ${known}.`,
    whichInstitution: (known) => `There are several institutions: say which with --institution (${known}).`,
  },
};
