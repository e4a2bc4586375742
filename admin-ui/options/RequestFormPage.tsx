import { Box, Button, Paper, Stack } from '@mui/material';
import { useState } from 'react';
import { Form } from 'react-admin';
import { type FieldValues, useFormContext, useWatch } from 'react-hook-form';
import { Link } from 'react-router';
import { UnsavedGuard } from '../frame/UnsavedGuard.tsx';
import { useText } from '../messages/use-text.ts';
import { RequestInputs } from './RequestInputs.tsx';
import { noLine, type RequestForm, requestedIn } from './request-form.ts';
import { isWarning, useMayGoOn, VerbOutcome } from './VerbOutcome.tsx';

export type RequestFormProps = {
  initial: RequestForm;
  changing: boolean;
  pending: boolean;
  failure: unknown;
  backTo: string;
  onSubmit: (form: RequestForm, override: string) => void;
};

function ids(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((id) => typeof id === 'string') : [];
}

/** What react-admin's form hands over, read back into the shape of the form. */
function formOf(values: FieldValues): RequestForm {
  const lines = Object.entries<Partial<RequestForm['lines'][string]>>(values.lines ?? {});
  return {
    contactId: typeof values.contactId === 'string' ? values.contactId : null,
    performanceId: typeof values.performanceId === 'string' ? values.performanceId : null,
    fallbackPerformanceIds: values.direct === true ? [] : ids(values.fallbackPerformanceIds),
    lines: Object.fromEntries(lines.map(([id, line]) => [id, { ...noLine, ...line }])),
    acceptsUpgrade: values.acceptsUpgrade === true,
    remark: typeof values.remark === 'string' ? values.remark : null,
    direct: values.direct === true,
  };
}

function Body({
  changing,
  pending,
  failure,
  backTo,
  missingLines,
  override,
  onOverride,
}: {
  changing: boolean;
  pending: boolean;
  failure: unknown;
  backTo: string;
  missingLines: boolean;
  override: string;
  onOverride: (reason: string) => void;
}) {
  const text = useText();
  const mayGoOn = useMayGoOn(failure);
  const { formState } = useFormContext();
  const direct = useWatch<RequestForm, 'direct'>({ name: 'direct' });
  const action = direct ? 'options.form.submitPlace' : 'options.form.submitRequest';
  const submit = changing ? 'options.form.submitChange' : action;
  return (
    <Stack spacing={2}>
      <UnsavedGuard when={formState.isDirty && !pending} />
      <RequestInputs
        changing={changing}
        direct={direct}
        missingLines={missingLines && formState.submitCount > 0}
      />
      <VerbOutcome failure={failure} override={override} onOverride={onOverride} />
      <Paper
        variant="outlined"
        sx={{
          position: 'sticky',
          bottom: 12,
          p: 1.5,
          display: 'flex',
          justifyContent: 'flex-end',
          gap: 1,
          zIndex: 2,
        }}
      >
        <Button component={Link} to={backTo} color="inherit">
          {text('frame.common.cancel')}
        </Button>
        <Button type="submit" variant="contained" loading={pending}>
          {text(mayGoOn ? 'optionActs.dialog.override' : submit)}
        </Button>
      </Paper>
    </Stack>
  );
}

/** A request as a form: who, what and when, how many, remarks. It waits for the server's answer. */
export function RequestFormPage({ initial, changing, pending, failure, backTo, onSubmit }: RequestFormProps) {
  const [missingLines, setMissingLines] = useState(false);
  const [override, setOverride] = useState('');
  const submit = (values: FieldValues) => {
    const form = formOf(values);
    const empty = requestedIn(form.lines) === 0;
    setMissingLines(empty);
    if (!empty && !pending) onSubmit(form, isWarning(failure) ? override : '');
  };
  return (
    <Box sx={{ maxWidth: 860 }}>
      <Form record={initial} onSubmit={submit} sanitizeEmptyValues={false} noValidate>
        <Body
          changing={changing}
          pending={pending}
          failure={failure}
          backTo={backTo}
          missingLines={missingLines}
          override={override}
          onOverride={setOverride}
        />
      </Form>
    </Box>
  );
}
