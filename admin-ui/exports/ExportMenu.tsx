import ExportIcon from '@mui/icons-material/FileDownloadOutlined';
import { Button, ListItemText, Menu, MenuItem } from '@mui/material';
import { useId, useState } from 'react';
import { useListContext, useStore } from 'react-admin';
import { isListName } from '../../rules/lists/columns.ts';
import { useText } from '../messages/use-text.ts';
import { columnsShown, conditionsSet } from '../views/view-record.ts';
import { ExportProgressBar } from './ExportProgressBar.tsx';
import type { ExportFormat } from './take-export.ts';
import { useExport } from './use-export.ts';

const formats: readonly ExportFormat[] = ['xlsx', 'csv'];

/** Takes every row of the list under its filter as a file, without the columns one has hidden. */
export function ExportMenu() {
  const text = useText();
  const menuId = useId();
  const { resource, filterValues, filter, sort, total } = useListContext();
  const [hidden = []] = useStore<readonly string[]>(`${resource}.datatable`, []);
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const running = useExport();
  if (!isListName(resource)) return null;
  const take = (format: ExportFormat) => {
    setAnchor(null);
    const conditions = conditionsSet({ ...filterValues, ...filter });
    running.take({ resource, format, filter: conditions, sort, columns: columnsShown(resource, hidden) });
  };
  return (
    <>
      <Button
        startIcon={<ExportIcon />}
        aria-haspopup="menu"
        aria-expanded={anchor !== null}
        aria-controls={anchor === null ? undefined : menuId}
        disabled={running.state.kind === 'running' || total === 0}
        onClick={(event) => setAnchor(event.currentTarget)}
      >
        {text('lists.export.button')}
      </Button>
      <Menu id={menuId} anchorEl={anchor} open={anchor !== null} onClose={() => setAnchor(null)}>
        {formats.map((format) => (
          <MenuItem key={format} onClick={() => take(format)}>
            <ListItemText
              primary={text(`lists.export.formats.${format}`)}
              secondary={text(`lists.export.help.${format}`)}
            />
          </MenuItem>
        ))}
      </Menu>
      <ExportProgressBar running={running} />
    </>
  );
}
