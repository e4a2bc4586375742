import { FormControlLabel, FormLabel, MenuItem, Radio, RadioGroup, TextField } from '@mui/material';
import { useId } from 'react';
import { useGetList } from 'react-admin';
import { locales } from '../../rules/messages/locale.ts';
import { useFormat } from '../messages/use-format.ts';
import { useText } from '../messages/use-text.ts';
import type { Names } from '../performances/performance-record.ts';
import { useRight } from '../provider/session.ts';
import { contactKinds } from './contact-record.ts';
import { StructureField } from './StructureField.tsx';
import type { ContactForm } from './use-contact-form.ts';

const none = '';

function CollectivityField({
  value,
  onChange,
}: {
  value: string | null;
  onChange: (id: string | null) => void;
}) {
  const text = useText();
  const format = useFormat();
  const mayRead = useRight('contacts.collectivity-types:read');
  const { data = [] } = useGetList<{ id: string; name: string; names: Names }>(
    'collectivity-types',
    { pagination: { page: 1, perPage: 100 }, sort: { field: 'id', order: 'ASC' } },
    { enabled: mayRead },
  );
  if (data.length === 0) return null;
  return (
    <TextField
      select
      label={text('resources.contacts.fields.collectivityTypeId')}
      helperText={text('screens.contact.form.collectivityHelp')}
      value={value ?? none}
      onChange={(event) => onChange(event.target.value === none ? null : event.target.value)}
      slotProps={{ select: { displayEmpty: true }, inputLabel: { shrink: true } }}
    >
      <MenuItem value={none}>{text('frame.common.none')}</MenuItem>
      {data.map((type) => (
        <MenuItem key={type.id} value={type.id}>
          {format.name(type)}
        </MenuItem>
      ))}
    </TextField>
  );
}

/** The fields of a contact, for its own page and for the dialog inside a request. */
export function ContactFields({
  value,
  onChange,
  missingName,
}: {
  value: ContactForm;
  onChange: (part: Partial<ContactForm>) => void;
  missingName: boolean;
}) {
  const text = useText();
  const kindId = useId();
  const structure = value.kind === 'structure';
  return (
    <>
      <div>
        <FormLabel id={kindId}>{text('screens.contact.form.kind')}</FormLabel>
        <RadioGroup row aria-labelledby={kindId} value={value.kind}>
          {contactKinds.map((kind) => (
            <FormControlLabel
              key={kind}
              value={kind}
              control={<Radio size="small" />}
              label={text(`screens.contact.kind.${kind}`)}
              onChange={() => onChange({ kind })}
            />
          ))}
        </RadioGroup>
      </div>
      <TextField
        label={text(structure ? 'screens.contact.form.structureName' : 'screens.contact.form.individualName')}
        value={value.name}
        onChange={(event) => onChange({ name: event.target.value })}
        error={missingName}
        helperText={missingName ? text('frame.common.required') : undefined}
        required
        autoFocus
        slotProps={{ htmlInput: { maxLength: 200 } }}
      />
      <TextField
        type="email"
        label={text('resources.contacts.fields.email')}
        helperText={text('frame.common.optional')}
        value={value.email}
        onChange={(event) => onChange({ email: event.target.value })}
        autoComplete="off"
      />
      {structure ? (
        <CollectivityField
          value={value.collectivityTypeId}
          onChange={(collectivityTypeId) => onChange({ collectivityTypeId })}
        />
      ) : (
        <StructureField value={value.structureId} onChange={(structureId) => onChange({ structureId })} />
      )}
      <TextField
        select
        label={text('resources.contacts.fields.locale')}
        value={value.locale}
        onChange={(event) => onChange({ locale: event.target.value })}
      >
        {locales.map((locale) => (
          <MenuItem key={locale} value={locale}>
            {text(`frame.language.${locale}`)}
          </MenuItem>
        ))}
      </TextField>
    </>
  );
}
