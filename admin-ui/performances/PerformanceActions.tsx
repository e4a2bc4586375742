import ArrowDropDownIcon from '@mui/icons-material/ArrowDropDown';
import { Button, Menu, MenuItem } from '@mui/material';
import { useId, useRef, useState } from 'react';
import { useText } from '../messages/use-text.ts';
import { useRight } from '../provider/session.ts';
import { PerformanceChangeDialog } from './PerformanceChangeDialog.tsx';
import { changeWords } from './PerformanceChangeForm.tsx';
import type { PerformanceRow } from './performance-record.ts';
import type { ChangeVerb } from './use-performance-change.ts';

const verbs = [
  'move-performance',
  'change-configuration',
  'cancel-performance',
] as const satisfies readonly ChangeVerb[];

/** What a manager may do to a performance with all its options; nothing once it is cancelled. */
export function PerformanceActions({ performance }: { performance: PerformanceRow }) {
  const text = useText();
  const menuId = useId();
  const button = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState(false);
  const [verb, setVerb] = useState<ChangeVerb | null>(null);
  const may = useRight('catalogue.performances:execute');
  if (!may || performance.state === 'cancelled') return null;
  return (
    <>
      <Button
        ref={button}
        variant="outlined"
        endIcon={<ArrowDropDownIcon />}
        aria-haspopup="menu"
        aria-expanded={open}
        aria-controls={open ? menuId : undefined}
        onClick={() => setOpen(true)}
      >
        {text('performanceChange.actions')}
      </Button>
      <Menu id={menuId} anchorEl={button.current} open={open} onClose={() => setOpen(false)}>
        {verbs.map((each) => (
          <MenuItem
            key={each}
            onClick={() => {
              setOpen(false);
              setVerb(each);
            }}
          >
            {text(`performanceChange.${changeWords[each]}.title`)}
          </MenuItem>
        ))}
      </Menu>
      {verb !== null && (
        <PerformanceChangeDialog performance={performance} verb={verb} onClose={() => setVerb(null)} />
      )}
    </>
  );
}
