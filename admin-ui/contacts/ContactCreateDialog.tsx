import { useCreateSuggestionContext } from 'react-admin';
import { ConfirmDialog } from '../frame/ConfirmDialog.tsx';
import { ProblemAlert } from '../frame/ProblemAlert.tsx';
import { useText } from '../messages/use-text.ts';
import { ContactFields } from './ContactFields.tsx';
import { useContactForm } from './use-contact-form.ts';

/** Creates a contact without leaving the request it is for. */
export function ContactCreateDialog() {
  const text = useText();
  const { filter = '', onCancel, onCreate } = useCreateSuggestionContext();
  const form = useContactForm(filter, (contact) => onCreate(contact));
  return (
    <ConfirmDialog
      open
      title={text('frame.page.contactCreate')}
      submit={text('screens.contact.form.submit')}
      pending={form.isPending}
      onCancel={onCancel}
      onSubmit={form.submit}
    >
      <ContactFields value={form.value} onChange={form.change} missingName={form.missingName} />
      {form.error !== null && <ProblemAlert failure={form.error} />}
    </ConfirmDialog>
  );
}
