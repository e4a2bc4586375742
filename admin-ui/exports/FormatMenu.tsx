import ExportIcon from '@mui/icons-material/FileDownloadOutlined';
import { Button, ListItemText, Menu, MenuItem } from '@mui/material';
import { useId, useState } from 'react';
import { useText } from '../messages/use-text.ts';
import { ExportProgressBar } from './ExportProgressBar.tsx';
import type { ExportFormat } from './take-export.ts';
import type { RunningExport } from './use-export.ts';

const formats: readonly ExportFormat[] = ['xlsx', 'csv'];

/** The button of an export: the formats it comes in, and how far it is. */
export function FormatMenu({
  label,
  disabled,
  running,
  onTake,
}: {
  label: string;
  disabled: boolean;
  running: RunningExport;
  onTake: (format: ExportFormat) => void;
}) {
  const text = useText();
  const menuId = useId();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  return (
    <>
      <Button
        startIcon={<ExportIcon />}
        aria-haspopup="menu"
        aria-expanded={anchor !== null}
        aria-controls={anchor === null ? undefined : menuId}
        disabled={disabled || running.state.kind === 'running'}
        onClick={(event) => setAnchor(event.currentTarget)}
      >
        {label}
      </Button>
      <Menu id={menuId} anchorEl={anchor} open={anchor !== null} onClose={() => setAnchor(null)}>
        {formats.map((format) => (
          <MenuItem
            key={format}
            onClick={() => {
              setAnchor(null);
              onTake(format);
            }}
          >
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
