import DeleteIcon from '@mui/icons-material/DeleteOutlined';
import EditIcon from '@mui/icons-material/EditOutlined';
import {
  Box,
  Button,
  Dialog,
  DialogActions,
  DialogContent,
  DialogTitle,
  IconButton,
  MenuItem,
  Stack,
  TextField,
  Tooltip,
  Typography,
} from '@mui/material';
import { useId, useState } from 'react';
import { useNotify } from 'react-admin';
import { ConfirmDialog } from '../frame/ConfirmDialog.tsx';
import { ProblemAlert } from '../frame/ProblemAlert.tsx';
import { useText } from '../messages/use-text.ts';
import { SaveViewDialog } from './SaveViewDialog.tsx';
import type { Views } from './use-views.ts';
import type { SavedView } from './view-record.ts';

const none = '';

function DefaultField({ views }: { views: Views }) {
  const text = useText();
  const choices = [
    ...views.shipped.map(({ id, label }) => ({ id, name: text(label) })),
    ...[...views.own, ...views.others],
  ];
  const known = choices.some(({ id }) => id === views.defaultId);
  return (
    <TextField
      select
      fullWidth
      label={text('lists.views.default')}
      helperText={text('lists.views.defaultHelp')}
      value={known ? views.defaultId : none}
      onChange={({ target }) => views.setDefaultId(target.value === none ? null : target.value)}
      slotProps={{ select: { displayEmpty: true }, inputLabel: { shrink: true } }}
    >
      <MenuItem value={none}>{text('lists.views.noDefault')}</MenuItem>
      {choices.map(({ id, name }) => (
        <MenuItem key={id} value={id}>
          {name}
        </MenuItem>
      ))}
    </TextField>
  );
}

function OwnView({ view, onEdit, onDelete }: { view: SavedView; onEdit: () => void; onDelete: () => void }) {
  const text = useText();
  const edit = text('lists.views.changeNamed', { name: view.name });
  const remove = text('lists.views.deleteNamed', { name: view.name });
  return (
    <Stack component="li" direction="row" sx={{ alignItems: 'center', gap: 1, py: 0.5 }}>
      <Box sx={{ flex: 1, minWidth: 0 }}>
        <Typography sx={{ overflowWrap: 'anywhere' }}>{view.name}</Typography>
        <Typography variant="body2" color="text.secondary">
          {text(view.shared ? 'lists.views.sharedByMe' : 'lists.views.private')}
        </Typography>
      </Box>
      <Tooltip title={edit}>
        <IconButton aria-label={edit} onClick={onEdit}>
          <EditIcon fontSize="small" />
        </IconButton>
      </Tooltip>
      <Tooltip title={remove}>
        <IconButton aria-label={remove} onClick={onDelete}>
          <DeleteIcon fontSize="small" />
        </IconButton>
      </Tooltip>
    </Stack>
  );
}

function DeleteView({ views, view, onClose }: { views: Views; view: SavedView; onClose: () => void }) {
  const text = useText();
  const notify = useNotify();
  const [pending, setPending] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const submit = async () => {
    setPending(true);
    try {
      await views.remove(view);
      notify(text('lists.views.deleted', { name: view.name }), { type: 'info' });
      onClose();
    } catch (problem) {
      setFailure(problem);
      setPending(false);
    }
  };
  return (
    <ConfirmDialog
      open
      destructive
      title={text('lists.views.deleteNamed', { name: view.name })}
      submit={text('lists.views.delete')}
      pending={pending}
      onCancel={onClose}
      onSubmit={submit}
    >
      {failure !== null && <ProblemAlert failure={failure} />}
      <Typography>{text(view.shared ? 'lists.views.deleteShared' : 'lists.views.deleteOwn')}</Typography>
    </ConfirmDialog>
  );
}

/** One's own views: renamed, shared, redefined or deleted; and the one the list opens with. */
export function ManageViewsDialog({ views, onClose }: { views: Views; onClose: () => void }) {
  const text = useText();
  const titleId = useId();
  const [edited, setEdited] = useState<SavedView | null>(null);
  const [deleted, setDeleted] = useState<SavedView | null>(null);
  return (
    <>
      <Dialog open onClose={onClose} aria-labelledby={titleId}>
        <DialogTitle id={titleId} variant="h2">
          {text('lists.views.manageTitle')}
        </DialogTitle>
        <DialogContent sx={{ display: 'flex', flexDirection: 'column', gap: 2, pt: '8px !important' }}>
          <DefaultField views={views} />
          {views.own.length === 0 ? (
            <Typography color="text.secondary">{text('lists.views.noneOwn')}</Typography>
          ) : (
            <Box component="ul" aria-label={text('lists.views.own')} sx={{ listStyle: 'none', m: 0, p: 0 }}>
              {views.own.map((view) => (
                <OwnView
                  key={view.id}
                  view={view}
                  onEdit={() => setEdited(view)}
                  onDelete={() => setDeleted(view)}
                />
              ))}
            </Box>
          )}
        </DialogContent>
        <DialogActions sx={{ px: 3, pb: 2 }}>
          <Button onClick={onClose}>{text('lists.views.close')}</Button>
        </DialogActions>
      </Dialog>
      {edited !== null && <SaveViewDialog views={views} view={edited} onClose={() => setEdited(null)} />}
      {deleted !== null && <DeleteView views={views} view={deleted} onClose={() => setDeleted(null)} />}
    </>
  );
}
