import { Alert, Button, Stack } from '@mui/material';
import { Link } from 'react-router';
import { Facts, Section } from '../frame/Facts.tsx';
import { PageHeader } from '../frame/PageHeader.tsx';
import { RecordPage } from '../frame/RecordPage.tsx';
import { useFormat } from '../messages/use-format.ts';
import { useText } from '../messages/use-text.ts';
import { RelatedOptions } from '../options/RelatedOptions.tsx';
import { useRight } from '../provider/session.ts';
import { AcceptanceChip } from './AcceptanceChip.tsx';
import { ContactLink } from './ContactLink.tsx';
import type { ContactRow } from './contact-record.ts';

/** The postal address in one line. */
function addressOf({ addressLines, postcode, city }: ContactRow): string {
  const town = [postcode, city].filter((part) => part !== null).join(' ');
  return [...(addressLines ?? []), town].filter((part) => part !== '').join(', ');
}

function ContactFacts({ contact }: { contact: ContactRow }) {
  const text = useText();
  const format = useFormat();
  const structure =
    typeof contact.structureId === 'string' ? (
      <ContactLink id={contact.structureId} name={contact.structureName ?? text('frame.common.see')} />
    ) : null;
  return (
    <Section title={text('screens.contact.show.facts')}>
      <Facts
        facts={[
          {
            label: text('resources.contacts.fields.kind'),
            value: text(`screens.contact.kind.${contact.kind}`),
          },
          { label: text('resources.contacts.fields.email'), value: contact.email },
          { label: text('resources.contacts.fields.phone'), value: contact.phone },
          { label: text('resources.contacts.fields.address'), value: addressOf(contact) },
          { label: text('resources.contacts.fields.provenance'), value: contact.provenance },
          { label: text('resources.contacts.fields.structureId'), value: structure },
          {
            label: text('resources.contacts.fields.locale'),
            value: format.language(contact.locale),
          },
        ]}
      />
    </Section>
  );
}

function ContactPage({ contact }: { contact: ContactRow }) {
  const text = useText();
  const mayRequest = useRight('options.requests:create');
  return (
    <>
      <PageHeader
        title={contact.name}
        crumbs={[{ label: text('frame.page.contacts'), to: '/contacts' }]}
        mark={<AcceptanceChip acceptance={contact.acceptance} />}
        subtitle={text('frame.page.contact', { number: contact.number })}
        actions={
          mayRequest && (
            <Button component={Link} to={`/options/create?contactId=${contact.id}`} variant="contained">
              {text('screens.contact.show.request')}
            </Button>
          )
        }
      />
      <Stack spacing={2}>
        {contact.email === null && <Alert severity="info">{text('screens.contact.show.noEmail')}</Alert>}
        <ContactFacts contact={contact} />
        <RelatedOptions
          title={text('screens.contact.show.options')}
          empty={text('screens.contact.show.noOptions')}
          filter={{ contactId: contact.id }}
          subject="performance"
        />
      </Stack>
    </>
  );
}

/** One contact: how to reach them and what they asked for. */
export function ContactShow() {
  return <RecordPage<ContactRow> render={(contact) => <ContactPage contact={contact} />} />;
}
