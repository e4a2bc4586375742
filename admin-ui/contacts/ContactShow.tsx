import EditIcon from '@mui/icons-material/EditOutlined';
import { Alert, Button, Link as MuiLink, Typography } from '@mui/material';
import { Link } from 'react-router';
import { type Fact, Facts, Section } from '../frame/Facts.tsx';
import { PageHeader } from '../frame/PageHeader.tsx';
import { RecordPage } from '../frame/RecordPage.tsx';
import { RecordName } from '../frame/records/RecordName.tsx';
import { RecordColumns } from '../frame/records/RecordShow.tsx';
import { useFormat } from '../messages/use-format.ts';
import { useText } from '../messages/use-text.ts';
import { RelatedOptions } from '../options/RelatedOptions.tsx';
import { useRight } from '../provider/session.ts';
import { AcceptanceChip } from './AcceptanceChip.tsx';
import { AcceptanceVerbs } from './AcceptanceVerbs.tsx';
import { ContactLetters } from './ContactLetters.tsx';
import { ContactLinks } from './ContactLinks.tsx';
import { ContactTimeline } from './ContactTimeline.tsx';
import type { ContactRow } from './contact-record.ts';
import { SendAccess } from './SendAccess.tsx';
import { useLastSignIn } from './use-last-sign-in.ts';

/** The postal address in one line. */
function addressOf({ addressLines, postcode, city, country }: ContactRow): string {
  const town = [postcode, city].filter((part) => part !== null).join(' ');
  return [...(addressLines ?? []), town, country ?? ''].filter((part) => part !== '').join(', ');
}

/** What the house owes a contact, and what that changes for their options. */
function Credit({ cents }: { cents: number }) {
  const text = useText();
  const format = useFormat();
  return (
    <>
      {format.money(cents)}
      <Typography variant="body2" color="text.secondary" component="span" sx={{ display: 'block' }}>
        {text('people.show.credit')}
      </Typography>
    </>
  );
}

function useFacts(contact: ContactRow): readonly Fact[] {
  const text = useText();
  const format = useFormat();
  const lastSignIn = useLastSignIn(contact.id);
  const label = (field: 'creditCents' | 'mobile' | 'reference' | 'audienceCategoryId' | 'structureType') =>
    text(`settings.field.${field}`);
  const own: readonly Fact[] =
    contact.kind === 'structure'
      ? [
          {
            label: label('structureType'),
            value:
              contact.structureType === null ? null : text(`people.structureType.${contact.structureType}`),
          },
          {
            label: text('resources.contacts.fields.collectivityTypeId'),
            value: contact.collectivityTypeId && (
              <RecordName resource="collectivity-types" id={contact.collectivityTypeId} />
            ),
          },
        ]
      : [];
  return [
    ...own,
    {
      label: text('resources.contacts.fields.email'),
      value: contact.email && <MuiLink href={`mailto:${contact.email}`}>{contact.email}</MuiLink>,
    },
    { label: text('resources.contacts.fields.phone'), value: contact.phone },
    { label: label('mobile'), value: contact.mobile },
    { label: text('resources.contacts.fields.address'), value: addressOf(contact) },
    { label: text('resources.contacts.fields.provenance'), value: contact.provenance },
    { label: text('resources.contacts.fields.locale'), value: format.language(contact.locale) },
    {
      label: label('audienceCategoryId'),
      value: contact.audienceCategoryId && (
        <RecordName resource="audience-categories" id={contact.audienceCategoryId} />
      ),
    },
    { label: label('reference'), value: contact.reference },
    {
      label: label('creditCents'),
      value: contact.creditCents === 0 ? null : <Credit cents={contact.creditCents} />,
    },
    ...(lastSignIn === undefined
      ? []
      : [
          {
            label: text('people.access.lastSignIn'),
            value: lastSignIn === null ? text('people.access.never') : format.instant(lastSignIn),
          },
        ]),
  ];
}

function ContactPage({ contact }: { contact: ContactRow }) {
  const text = useText();
  const facts = useFacts(contact);
  const mayRequest = useRight('options.seats.requests:create');
  const mayEdit = useRight('contacts.contacts:modify');
  const structure = contact.kind === 'structure';
  const asks = mayRequest && (!structure || contact.acceptance === 'accepted');
  return (
    <>
      <PageHeader
        title={contact.name}
        crumbs={[
          structure
            ? { label: text('frame.page.structures'), to: '/structures' }
            : { label: text('frame.page.individuals'), to: '/individuals' },
        ]}
        mark={<AcceptanceChip acceptance={contact.acceptance} />}
        subtitle={text('frame.page.contact', { number: contact.number })}
        actions={
          <>
            <AcceptanceVerbs contact={contact} />
            <SendAccess contact={contact} />
            {mayEdit && (
              <Button
                component={Link}
                to={`/contacts/${contact.id}`}
                variant="outlined"
                startIcon={<EditIcon />}
              >
                {text('people.show.edit')}
              </Button>
            )}
            {asks && (
              <Button component={Link} to={`/options/create?contactId=${contact.id}`} variant="contained">
                {text('screens.contact.show.request')}
              </Button>
            )}
          </>
        }
      />
      <RecordColumns
        main={
          <>
            {contact.acceptance === 'pending' && (
              <Alert severity="warning">{text('people.acceptance.waiting')}</Alert>
            )}
            {contact.email === null && <Alert severity="info">{text('screens.contact.show.noEmail')}</Alert>}
            <Section title={text('screens.contact.show.facts')}>
              <Facts facts={facts} />
              {contact.remark !== null && contact.remark !== '' && (
                <>
                  <Typography variant="body2" color="text.secondary" sx={{ mt: 1.75 }}>
                    {text('people.show.remark')}
                  </Typography>
                  <Typography sx={{ whiteSpace: 'pre-line' }}>{contact.remark}</Typography>
                </>
              )}
            </Section>
            <ContactLinks contact={contact} />
            <RelatedOptions
              title={text('screens.contact.show.options')}
              empty={text('screens.contact.show.noOptions')}
              filter={{ contactId: contact.id }}
              subject="performance"
            />
            <ContactLetters contact={contact} />
          </>
        }
        aside={<ContactTimeline contact={contact} />}
      />
    </>
  );
}

/** One contact: who they are, what they may, who they are linked to, what they asked for, what they were sent. */
export function ContactShow() {
  return <RecordPage<ContactRow> render={(contact) => <ContactPage contact={contact} />} />;
}
