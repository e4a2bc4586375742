import { Checkbox, FormControlLabel, FormHelperText, Stack, TextField } from '@mui/material';
import { useState } from 'react';
import { useNotify } from 'react-admin';
import { ConfirmDialog } from '../frame/ConfirmDialog.tsx';
import { ProblemAlert } from '../frame/ProblemAlert.tsx';
import { useText } from '../messages/use-text.ts';
import type { Views } from './use-views.ts';
import type { SavedView } from './view-record.ts';

/** Keeps what the list shows as a view, or changes one of one's own: its name, who finds it, what it shows. */
export function SaveViewDialog({
  views,
  view,
  onClose,
}: {
  views: Views;
  view: SavedView | null;
  onClose: () => void;
}) {
  const text = useText();
  const notify = useNotify();
  const [name, setName] = useState(view?.name ?? '');
  const [shared, setShared] = useState(view?.shared ?? false);
  const [opens, setOpens] = useState(view !== null && views.defaultId === view.id);
  const [redefined, setRedefined] = useState(false);
  const [pending, setPending] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const [missing, setMissing] = useState(false);
  const submit = async () => {
    const draft = { name: name.trim(), shared };
    setMissing(draft.name === '');
    if (draft.name === '') return;
    setPending(true);
    setFailure(null);
    try {
      const id = view === null ? (await views.save(draft)).id : view.id;
      if (view !== null) await views.change(view, draft, redefined);
      if (opens !== (views.defaultId === id)) views.setDefaultId(opens ? id : null);
      notify(text('lists.views.saved', { name: draft.name }), { type: 'success' });
      onClose();
    } catch (problem) {
      setFailure(problem);
      setPending(false);
    }
  };
  return (
    <ConfirmDialog
      open
      wide={false}
      title={text(view === null ? 'lists.views.save' : 'lists.views.change')}
      submit={text('lists.views.submit')}
      pending={pending}
      onCancel={onClose}
      onSubmit={submit}
    >
      {failure !== null && <ProblemAlert failure={failure} />}
      <TextField
        label={text('lists.views.name')}
        value={name}
        required
        autoFocus
        fullWidth
        error={missing}
        helperText={missing ? text('lists.views.nameMissing') : text('lists.views.nameHelp')}
        onChange={(event) => setName(event.target.value)}
        slotProps={{ htmlInput: { maxLength: 80 } }}
      />
      <Stack>
        <FormControlLabel
          control={<Checkbox checked={shared} onChange={(_, checked) => setShared(checked)} />}
          label={text('lists.views.share')}
        />
        <FormHelperText sx={{ ml: 4, mt: 0 }}>{text('lists.views.shareHelp')}</FormHelperText>
        <FormControlLabel
          control={<Checkbox checked={opens} onChange={(_, checked) => setOpens(checked)} />}
          label={text('lists.views.makeDefault')}
        />
        {view !== null && (
          <FormControlLabel
            control={<Checkbox checked={redefined} onChange={(_, checked) => setRedefined(checked)} />}
            label={text('lists.views.redefine')}
          />
        )}
      </Stack>
    </ConfirmDialog>
  );
}
