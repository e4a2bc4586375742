import LassoIcon from '@mui/icons-material/Gesture';
import HelpIcon from '@mui/icons-material/HelpOutline';
import RectangleIcon from '@mui/icons-material/HighlightAlt';
import MoveIcon from '@mui/icons-material/OpenWith';
import ZoomInIcon from '@mui/icons-material/ZoomIn';
import ZoomOutIcon from '@mui/icons-material/ZoomOut';
import FitIcon from '@mui/icons-material/ZoomOutMap';
import { Box, Button, IconButton, ToggleButton, ToggleButtonGroup, Tooltip } from '@mui/material';
import type { ReactNode } from 'react';
import { useText } from '../messages/use-text.ts';
import type { MapMode } from './use-map-pointer.ts';
import type { Viewport } from './use-map-view.ts';

const modes = [
  { mode: 'move', icon: <MoveIcon fontSize="small" /> },
  { mode: 'rectangle', icon: <RectangleIcon fontSize="small" /> },
  { mode: 'lasso', icon: <LassoIcon fontSize="small" /> },
] as const;

function Tool({
  name,
  disabled = false,
  onClick,
  children,
  pressed,
}: {
  name: string;
  disabled?: boolean;
  onClick: () => void;
  children: ReactNode;
  pressed?: boolean;
}) {
  return (
    <Tooltip title={name}>
      <span>
        <IconButton aria-label={name} aria-pressed={pressed} onClick={onClick} disabled={disabled}>
          {children}
        </IconButton>
      </span>
    </Tooltip>
  );
}

/** What dragging does, whole rows and blocks, nearer and farther. */
export function MapToolbar({
  viewport,
  mode,
  onMode,
  selectable,
  onRow,
  onBlock,
  helped,
  onHelp,
}: {
  viewport: Viewport;
  mode: MapMode;
  onMode: (mode: MapMode) => void;
  selectable: boolean;
  onRow: () => void;
  onBlock: () => void;
  helped: boolean;
  onHelp: () => void;
}) {
  const text = useText();
  return (
    <Box
      role="group"
      aria-label={text('seatMap.tools')}
      sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1, rowGap: 0.5 }}
    >
      {selectable && (
        <>
          <ToggleButtonGroup
            exclusive
            value={mode}
            onChange={(_, next: MapMode | null) => next !== null && onMode(next)}
            aria-label={text('seatMap.mode.label')}
          >
            {modes.map(({ mode: each, icon }) => (
              <Tooltip key={each} title={text(`seatMap.mode.${each}`)}>
                <ToggleButton value={each} aria-label={text(`seatMap.mode.${each}`)} sx={{ px: 1.25 }}>
                  {icon}
                </ToggleButton>
              </Tooltip>
            ))}
          </ToggleButtonGroup>
          <Tooltip title={text('seatMap.rowOf')}>
            <Button
              variant="outlined"
              color="inherit"
              aria-label={text('seatMap.rowOf')}
              onClick={onRow}
              sx={{ borderColor: 'divider' }}
            >
              {text('seatMap.row')}
            </Button>
          </Tooltip>
          <Tooltip title={text('seatMap.blockOf')}>
            <Button
              variant="outlined"
              color="inherit"
              aria-label={text('seatMap.blockOf')}
              onClick={onBlock}
              sx={{ borderColor: 'divider' }}
            >
              {text('seatMap.block')}
            </Button>
          </Tooltip>
        </>
      )}
      <Box sx={{ ml: 'auto', display: 'flex' }}>
        <Tool name={text('seatMap.zoomOut')} disabled={viewport.whole} onClick={() => viewport.zoom(1 / 1.4)}>
          <ZoomOutIcon />
        </Tool>
        <Tool name={text('seatMap.zoomIn')} onClick={() => viewport.zoom(1.4)}>
          <ZoomInIcon />
        </Tool>
        <Tool name={text('seatMap.fit')} disabled={viewport.whole} onClick={viewport.fit}>
          <FitIcon />
        </Tool>
        <Tool name={text('seatMap.help')} pressed={helped} onClick={onHelp}>
          <HelpIcon />
        </Tool>
      </Box>
    </Box>
  );
}
