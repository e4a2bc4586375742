import { listColumns } from '../../rules/lists/columns.ts';
import { isListName, type ListName } from '../../rules/lists/list-names.ts';

/** The columns of a list that are not hidden; null when none is, or the list has no known columns. */
export function columnsShown(resource: string, hidden: readonly string[]): string[] | null {
  if (!isListName(resource) || hidden.length === 0) return null;
  return columnNames(resource).filter((name) => !hidden.includes(name));
}

/** The columns to hide so that those of a view are shown. */
export function columnsHidden(resource: string, shown: readonly string[]): string[] {
  return isListName(resource) ? columnNames(resource).filter((name) => !shown.includes(name)) : [];
}

function columnNames(resource: ListName): string[] {
  return listColumns[resource].map(({ name }) => name);
}
