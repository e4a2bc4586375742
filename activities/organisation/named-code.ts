import type { Names } from '../../database/entities/columns.ts';
import type { Locale } from '../../rules/messages/locale.ts';

/** A record known by its code, with its names in the languages of the data. */
export interface NamedCode {
  code: string;
  names: Names;
}

/** The name that lists sort by: in the institution's language, else in one it has. */
function mainName({ code, names }: NamedCode, locale: Locale): string {
  return names[locale] ?? names.fr ?? names.en ?? code;
}

/** The columns of a named record. */
export function nameColumns(record: NamedCode, locale: Locale): NamedCode & { name: string } {
  return { code: record.code, name: mainName(record, locale), names: record.names };
}
