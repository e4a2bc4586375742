import type { Locale } from '../../../../rules/messages/locale.ts';
import type { ContingentField } from '../contingent-fields.ts';

/** What files of contingents bear: the title of the sheet, of each column, and of those that are only told. */
interface FileWords {
  sheet: string;
  titles: Readonly<Record<ContingentField, string>>;
  label: string;
  taken: string;
}

export const fileWords: Readonly<Record<Locale, FileWords>> = {
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
  },
};
