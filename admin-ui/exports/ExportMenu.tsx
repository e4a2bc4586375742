import { useListContext, useStore } from 'react-admin';
import { isListName } from '../../rules/lists/columns.ts';
import { useText } from '../messages/use-text.ts';
import { columnsShown, conditionsSet } from '../views/view-record.ts';
import { FormatMenu } from './FormatMenu.tsx';
import { useExport } from './use-export.ts';

/** Takes every row of the list under its filter as a file, without the columns one has hidden. */
export function ExportMenu() {
  const text = useText();
  const { resource, filterValues, filter, sort, total } = useListContext();
  const [hidden = []] = useStore<readonly string[]>(`${resource}.datatable`, []);
  const running = useExport();
  if (!isListName(resource)) return null;
  const columns = columnsShown(resource, hidden);
  const query = {
    filter: JSON.stringify(conditionsSet({ ...filterValues, ...filter })),
    sort: JSON.stringify([sort.field, sort.order]),
    ...(columns === null ? {} : { columns: columns.join(',') }),
  };
  return (
    <FormatMenu
      label={text('lists.export.button')}
      disabled={total === 0}
      running={running}
      onTake={(format) => running.take({ resource, format, query })}
    />
  );
}
