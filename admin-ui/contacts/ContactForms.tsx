import { useGetOne } from 'react-admin';
import { useParams, useSearchParams } from 'react-router';
import { PageSkeleton } from '../frame/PageSkeleton.tsx';
import { RecordCreate } from '../frame/records/RecordCreate.tsx';
import { RecordEdit } from '../frame/records/RecordEdit.tsx';
import { currentLocale } from '../messages/locale.ts';
import { ContactInputs } from './ContactInputs.tsx';
import { contactKindRecords } from './contact-kinds.ts';
import type { ContactRow } from './contact-record.ts';

const usual = {
  structure: { locale: currentLocale(), structureType: 'community', addressLines: [] },
  individual: { locale: currentLocale(), addressLines: [] },
};

/** A new structure, or with `?kind=individual` a new individual. */
export function ContactCreate() {
  const [search] = useSearchParams();
  const kind = search.get('kind') === 'individual' ? 'individual' : 'structure';
  return (
    <RecordCreate<ContactRow>
      key={kind}
      kind={contactKindRecords[kind]}
      defaults={usual[kind]}
      toBody={() => ({ kind })}
    >
      <ContactInputs kind={kind} />
    </RecordCreate>
  );
}

/** Changes a structure or an individual; which of both it is never changes. */
export function ContactEdit() {
  const { id = '' } = useParams();
  const { data, isPending } = useGetOne<ContactRow>('contacts', { id });
  if (isPending) return <PageSkeleton />;
  const kind = data?.kind ?? 'individual';
  return (
    <RecordEdit<ContactRow> kind={contactKindRecords[kind]}>
      <ContactInputs kind={kind} made />
    </RecordEdit>
  );
}
