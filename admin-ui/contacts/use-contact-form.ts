import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useDataProvider, useNotify } from 'react-admin';
import { currentLocale } from '../messages/locale.ts';
import { useText } from '../messages/use-text.ts';
import type { PlacetDataProvider } from '../provider/data-provider.ts';
import { useIntention } from '../provider/intention.ts';
import type { ContactKind, ContactRow } from './contact-record.ts';

/** A new contact, as it is typed. */
export type ContactForm = {
  kind: ContactKind;
  name: string;
  email: string;
  locale: string;
  collectivityTypeId: string | null;
  structureId: string | null;
};

function bodyOf(form: ContactForm) {
  const email = form.email.trim();
  return {
    kind: form.kind,
    name: form.name.trim(),
    locale: form.locale,
    ...(email === '' ? {} : { email }),
    ...(form.kind === 'structure' && form.collectivityTypeId !== null
      ? { collectivityTypeId: form.collectivityTypeId }
      : {}),
    ...(form.kind === 'individual' && form.structureId !== null ? { structureId: form.structureId } : {}),
  };
}

/** The state of a contact form; `onCreated` gets the contact as the server recorded it. */
export function useContactForm(name: string, onCreated: (contact: ContactRow) => void) {
  const text = useText();
  const notify = useNotify();
  const queries = useQueryClient();
  const provider = useDataProvider<PlacetDataProvider>();
  const intend = useIntention();
  const [missingName, setMissingName] = useState(false);
  const [value, setValue] = useState<ContactForm>({
    kind: 'structure',
    name,
    email: '',
    locale: currentLocale(),
    collectivityTypeId: null,
    structureId: null,
  });
  const call = useMutation({
    mutationFn: async (body: ReturnType<typeof bodyOf>) => {
      const { data } = await intend(body, (idempotencyKey) =>
        provider.create<ContactRow>('contacts', { data: body, meta: { idempotencyKey } }),
      );
      return data;
    },
    onSuccess: async (contact) => {
      await queries.invalidateQueries({ queryKey: ['contacts', 'getList'] });
      notify(text('screens.contact.form.created', { number: contact.number }), { type: 'success' });
      onCreated(contact);
    },
  });
  return {
    value,
    missingName,
    isPending: call.isPending,
    error: call.error,
    change: (part: Partial<ContactForm>) => {
      setMissingName(false);
      setValue({ ...value, ...part });
    },
    submit: () => {
      if (value.name.trim() === '') setMissingName(true);
      else call.mutate(bodyOf(value));
    },
  };
}
