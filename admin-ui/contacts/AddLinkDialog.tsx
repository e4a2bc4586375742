import { FormControlLabel, FormLabel, Radio, RadioGroup, TextField, Typography } from '@mui/material';
import { useId, useState } from 'react';
import { useNotify } from 'react-admin';
import { ConfirmDialog } from '../frame/ConfirmDialog.tsx';
import { ProblemAlert } from '../frame/ProblemAlert.tsx';
import { useText } from '../messages/use-text.ts';
import { ContactChoice } from './ContactChoice.tsx';
import { type ContactRow, type LinkKind, linkKinds } from './contact-record.ts';
import { today } from './today.ts';
import { useLinkCall } from './use-link-call.ts';

/** Links an individual and a structure, from a day on: from either of their pages. */
export function AddLinkDialog({ contact, onClose }: { contact: ContactRow; onClose: () => void }) {
  const text = useText();
  const notify = useNotify();
  const kindId = useId();
  const structure = contact.kind === 'structure';
  const [kind, setKind] = useState<LinkKind>('relay');
  const [other, setOther] = useState<ContactRow | null>(null);
  const [startsOn, setStartsOn] = useState(today);
  const [missing, setMissing] = useState(false);
  const call = useLinkCall(({ individualName, structureName }) => {
    notify(text('people.links.added', { name: structure ? individualName : structureName }), {
      type: 'success',
    });
    onClose();
  });
  const submit = () => {
    if (other === null) return setMissing(true);
    const ends = structure
      ? { structureId: contact.id, individualId: other.id }
      : { structureId: other.id, individualId: contact.id };
    call.mutate({
      path: '/contact-links',
      body: { kind, ...ends, ...(startsOn === '' ? {} : { startsOn }) },
    });
  };
  return (
    <ConfirmDialog
      open
      title={text('people.links.addTitle')}
      submit={text('people.links.add')}
      pending={call.isPending}
      onCancel={onClose}
      onSubmit={submit}
    >
      <ContactChoice
        kind={structure ? 'individual' : 'structure'}
        label={text(structure ? 'people.links.individual' : 'people.links.structure')}
        value={other}
        error={missing}
        help={missing ? text('people.links.choose') : undefined}
        onChange={(chosen) => {
          setMissing(false);
          setOther(chosen);
        }}
      />
      <div>
        <FormLabel id={kindId}>{text('resources.contacts.fields.kind')}</FormLabel>
        <RadioGroup row aria-labelledby={kindId} value={kind}>
          {linkKinds.map((each) => (
            <FormControlLabel
              key={each}
              value={each}
              control={<Radio size="small" />}
              label={text(`people.links.kind.${each}`)}
              onChange={() => setKind(each)}
            />
          ))}
        </RadioGroup>
        <Typography variant="body2" color="text.secondary">
          {text('people.links.kindHelp')}
        </Typography>
      </div>
      <TextField
        type="date"
        label={text('people.links.startsOn')}
        value={startsOn}
        onChange={(event) => setStartsOn(event.target.value)}
        slotProps={{ inputLabel: { shrink: true } }}
      />
      {call.error !== null && <ProblemAlert failure={call.error} />}
    </ConfirmDialog>
  );
}
