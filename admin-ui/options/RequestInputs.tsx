import { Alert, FormControlLabel, Stack, Switch, Typography } from '@mui/material';
import { BooleanInput, TextInput } from 'react-admin';
import { useController } from 'react-hook-form';
import { Section } from '../frame/Facts.tsx';
import { useText } from '../messages/use-text.ts';
import { useRight } from '../provider/session.ts';
import { ContactField } from './ContactField.tsx';
import { PerformanceFields } from './PerformanceFields.tsx';
import { RequestLinesField } from './RequestLinesField.tsx';
import type { RequestForm } from './request-form.ts';

function DirectSwitch() {
  const text = useText();
  const { field } = useController<RequestForm, 'direct'>({ name: 'direct' });
  return (
    <Stack>
      <FormControlLabel
        control={<Switch checked={field.value} onChange={(_, checked) => field.onChange(checked)} />}
        label={text('options.form.direct')}
      />
      <Typography variant="body2" color="text.secondary">
        {text('options.form.directHelp')}
      </Typography>
    </Stack>
  );
}

/** The inputs of a request, for a new one and for one that is changed. */
export function RequestInputs({
  changing,
  direct,
  missingLines,
}: {
  changing: boolean;
  direct: boolean;
  missingLines: boolean;
}) {
  const text = useText();
  const mayPlace = useRight('options.seats.placement:create');
  return (
    <Stack spacing={2}>
      <Section title={text('options.form.who')}>
        <ContactField disabled={changing} />
      </Section>
      <Section title={text('options.form.when')}>
        <PerformanceFields withFallbacks={!direct} />
      </Section>
      <Section title={text('options.form.places')}>
        <RequestLinesField missing={missingLines} />
      </Section>
      <Section title={text('options.form.details')}>
        <Stack spacing={1.5}>
          <TextInput
            source="remark"
            label={text('options.form.remark')}
            helperText={text('options.form.remarkHelp')}
            multiline
            minRows={2}
            fullWidth
          />
          <BooleanInput source="acceptsUpgrade" label={text('options.form.upgrade')} helperText={false} />
          {!changing && mayPlace && <DirectSwitch />}
          {direct && <Alert severity="info">{text('optionActs.explain.place')}</Alert>}
        </Stack>
      </Section>
    </Stack>
  );
}
