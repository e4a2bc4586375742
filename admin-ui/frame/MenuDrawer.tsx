import { Drawer } from '@mui/material';
import { Navigation } from './Navigation.tsx';

/** The menu over the page, at small widths. */
export function MenuDrawer({ open, onClose }: { open: boolean; onClose: () => void }) {
  return (
    <Drawer
      open={open}
      onClose={onClose}
      sx={{ display: { md: 'none' } }}
      slotProps={{ paper: { sx: { width: 288 } } }}
    >
      <Navigation onGo={onClose} />
    </Drawer>
  );
}
