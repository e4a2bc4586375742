import { Box, Button, Paper, Stack } from '@mui/material';
import type { FormEvent } from 'react';
import { Link, useNavigate } from 'react-router';
import { PageHeader } from '../frame/PageHeader.tsx';
import { ProblemAlert } from '../frame/ProblemAlert.tsx';
import { useText } from '../messages/use-text.ts';
import { ContactFields } from './ContactFields.tsx';
import { useContactForm } from './use-contact-form.ts';

/** A new contact, on a page of its own. */
export function ContactCreate() {
  const text = useText();
  const navigate = useNavigate();
  const form = useContactForm('', ({ id }) => navigate(`/contacts/${id}/show`));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    form.submit();
  };
  return (
    <>
      <PageHeader
        title={text('frame.page.contactCreate')}
        crumbs={[{ label: text('frame.page.contacts'), to: '/contacts' }]}
      />
      <Paper variant="outlined" component="form" noValidate onSubmit={submit} sx={{ p: 2.5, maxWidth: 640 }}>
        <Stack spacing={2}>
          <ContactFields value={form.value} onChange={form.change} missingName={form.missingName} />
          {form.error !== null && <ProblemAlert failure={form.error} />}
          <Box sx={{ display: 'flex', justifyContent: 'flex-end', gap: 1 }}>
            <Button component={Link} to="/contacts" color="inherit">
              {text('frame.common.cancel')}
            </Button>
            <Button type="submit" variant="contained" loading={form.isPending}>
              {text('screens.contact.form.submit')}
            </Button>
          </Box>
        </Stack>
      </Paper>
    </>
  );
}
