import { AutocompleteInput, ReferenceInput, required } from 'react-admin';
import { ContactCreateDialog } from '../contacts/ContactCreateDialog.tsx';
import { useContactText } from '../contacts/use-contact-text.ts';
import { useText } from '../messages/use-text.ts';
import { useRight } from '../provider/session.ts';

const isRequired = required('frame.common.required');

/** Who asks: found by name, number or e-mail, or created on the spot. */
export function ContactField({ disabled = false }: { disabled?: boolean }) {
  const text = useText();
  const contactText = useContactText();
  const mayCreate = useRight('contacts.contacts:create');
  return (
    <ReferenceInput
      source="contactId"
      reference="contacts"
      sort={{ field: 'name', order: 'ASC' }}
      perPage={20}
    >
      <AutocompleteInput
        label={text('options.form.contact')}
        optionText={contactText}
        filterToQuery={(q: string) => ({ q })}
        helperText={!disabled && text('options.form.contactHelp')}
        validate={isRequired}
        readOnly={disabled}
        openOnFocus={false}
        fullWidth
        {...(mayCreate && !disabled
          ? {
              create: <ContactCreateDialog />,
              createLabel: text('options.form.newContact'),
              createItemLabel: 'options.form.createContact',
            }
          : {})}
      />
    </ReferenceInput>
  );
}
