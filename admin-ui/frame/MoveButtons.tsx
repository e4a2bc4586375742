import DownIcon from '@mui/icons-material/ArrowDownward';
import UpIcon from '@mui/icons-material/ArrowUpward';
import { IconButton } from '@mui/material';
import { useText } from '../messages/use-text.ts';

/** Moves a row up or down among its neighbours, by mouse or keyboard. */
export function MoveButtons({
  name,
  first,
  last,
  pending = false,
  onMove,
}: {
  name: string;
  first: boolean;
  last: boolean;
  pending?: boolean;
  onMove: (by: -1 | 1) => void;
}) {
  const text = useText();
  return (
    <>
      <IconButton
        size="small"
        aria-label={text('settings.common.up', { name })}
        disabled={first || pending}
        onClick={() => onMove(-1)}
      >
        <UpIcon fontSize="small" />
      </IconButton>
      <IconButton
        size="small"
        aria-label={text('settings.common.down', { name })}
        disabled={last || pending}
        onClick={() => onMove(1)}
      >
        <DownIcon fontSize="small" />
      </IconButton>
    </>
  );
}
