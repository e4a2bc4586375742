import { useListContext, useStore } from 'react-admin';
import { isListName } from '../../rules/lists/list-names.ts';
import { useText } from '../messages/use-text.ts';
import { useRight } from '../provider/session.ts';
import { conditionsSet } from '../views/view-record.ts';
import { FormatMenu } from './FormatMenu.tsx';
import type { ExportFormat } from './take-export.ts';
import { useExport } from './use-export.ts';

/**
 * Takes every row of the list under its filter as a file, without the columns one has hidden. Performances come with
 * their occupancy, for those who may read stock.
 */
export function ExportMenu() {
  const text = useText();
  const { resource: listed, filterValues, filter, sort, total } = useListContext();
  const mayReadStock = useRight('stock.stock:read');
  const resource = listed === 'performances' && mayReadStock ? 'performance-gauges' : listed;
  const [hidden = []] = useStore<readonly string[]>(`${listed}.datatable`, []);
  const running = useExport();
  if (!isListName(resource)) return null;
  const take = async (format: ExportFormat) => {
    const { columnsShown } = await import('../views/view-columns.ts');
    const columns = columnsShown(resource, hidden);
    const query = {
      filter: JSON.stringify(conditionsSet({ ...filterValues, ...filter })),
      sort: JSON.stringify([sort.field, sort.order]),
      ...(columns === null ? {} : { columns: columns.join(',') }),
    };
    running.take({ resource, format, query });
  };
  return (
    <FormatMenu
      label={text('lists.export.button')}
      disabled={total === 0}
      running={running}
      onTake={(format) => void take(format)}
    />
  );
}
