import SaveIcon from '@mui/icons-material/BookmarkAddOutlined';
import CheckIcon from '@mui/icons-material/Check';
import ExpandIcon from '@mui/icons-material/ExpandMore';
import ManageIcon from '@mui/icons-material/TuneOutlined';
import {
  Box,
  Button,
  Divider,
  ListItemIcon,
  ListItemText,
  ListSubheader,
  Menu,
  MenuItem,
} from '@mui/material';
import { type ReactNode, useId, useState } from 'react';
import { useText } from '../messages/use-text.ts';
import { ManageViewsDialog } from './ManageViewsDialog.tsx';
import { SaveViewDialog } from './SaveViewDialog.tsx';
import { useViews } from './use-views.ts';
import { type View, viewOf } from './view-record.ts';

/** The views of a list: those that ship, one's own, and those of colleagues; and how one is kept. */
export function ViewsMenu() {
  const text = useText();
  const menuId = useId();
  const views = useViews();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const [dialog, setDialog] = useState<'save' | 'manage' | null>(null);
  const { shipped, own, others, current, defaultId } = views;
  const close = () => setAnchor(null);
  const open = (which: 'save' | 'manage') => {
    close();
    setDialog(which);
  };
  const item = (view: View, label: string, detail?: string): ReactNode => (
    <MenuItem
      key={view.id}
      role="menuitemradio"
      aria-checked={current?.id === view.id}
      dense
      onClick={() => {
        close();
        views.apply(view);
      }}
    >
      <ListItemIcon>{current?.id === view.id && <CheckIcon fontSize="small" />}</ListItemIcon>
      <ListItemText
        primary={label}
        secondary={[detail, view.id === defaultId ? text('lists.views.isDefault') : undefined]
          .filter(Boolean)
          .join(' · ')}
        slotProps={{ primary: { sx: { maxWidth: 320, overflow: 'hidden', textOverflow: 'ellipsis' } } }}
      />
    </MenuItem>
  );
  const heading = (key: 'shipped' | 'own' | 'others') => (
    <ListSubheader key={key} role="presentation" sx={{ lineHeight: 2.4 }}>
      {text(`lists.views.${key}`)}
    </ListSubheader>
  );
  const shippedNow = shipped.find(({ id }) => id === current?.id);
  const currentName = current?.saved?.name ?? (shippedNow === undefined ? null : text(shippedNow.label));
  return (
    <>
      <Button
        aria-haspopup="menu"
        aria-expanded={anchor !== null}
        aria-controls={anchor === null ? undefined : menuId}
        endIcon={<ExpandIcon />}
        onClick={(event) => {
          setAnchor(event.currentTarget);
          void views.known();
        }}
        sx={{ maxWidth: { xs: 210, md: 260 } }}
      >
        <Box component="span" sx={{ overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' }}>
          {currentName === null
            ? text('lists.views.button')
            : text('lists.views.named', { name: currentName })}
        </Box>
      </Button>
      <Menu id={menuId} anchorEl={anchor} open={anchor !== null} onClose={close}>
        {shipped.length > 0 && heading('shipped')}
        {shipped.map((view) => item(view, text(view.label)))}
        {own.length > 0 && heading('own')}
        {own.map((saved) =>
          item(viewOf(saved), saved.name, saved.shared ? text('lists.views.sharedByMe') : undefined),
        )}
        {others.length > 0 && heading('others')}
        {others.map((saved) =>
          item(viewOf(saved), saved.name, text('lists.views.sharedBy', { name: saved.ownerName })),
        )}
        {shipped.length + own.length + others.length > 0 && <Divider />}
        <MenuItem onClick={() => open('save')}>
          <ListItemIcon>
            <SaveIcon fontSize="small" />
          </ListItemIcon>
          {text('lists.views.save')}
        </MenuItem>
        <MenuItem onClick={() => open('manage')}>
          <ListItemIcon>
            <ManageIcon fontSize="small" />
          </ListItemIcon>
          {text('lists.views.manage')}
        </MenuItem>
      </Menu>
      {dialog === 'save' && <SaveViewDialog views={views} view={null} onClose={() => setDialog(null)} />}
      {dialog === 'manage' && <ManageViewsDialog views={views} onClose={() => setDialog(null)} />}
    </>
  );
}
