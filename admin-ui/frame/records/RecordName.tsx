import { Link as MuiLink, Skeleton } from '@mui/material';
import { useContext } from 'react';
import { useReference } from 'react-admin';
import { Link } from 'react-router';
import { type Resource, resourceRight } from '../../../rules/organisation/resource-rights.ts';
import { useFormat } from '../../messages/use-format.ts';
import { useText } from '../../messages/use-text.ts';
import { useRight } from '../../provider/session.ts';
import { InsideLink } from '../RecordCards.tsx';
import { nameOf, pageOf, type SettingRecord } from './record-kind.ts';

/** Another record by its name, as a link to its page unless it stands in a link; its id is never shown. */
export function RecordName({ resource, id }: { resource: Resource; id: string | null }) {
  const text = useText();
  const format = useFormat();
  const inside = useContext(InsideLink);
  const may = useRight(resourceRight(resource, 'read'));
  const { referenceRecord, isPending, error } = useReference<SettingRecord>({
    reference: resource,
    id: id ?? '',
    options: { enabled: may && id !== null },
  });
  if (id === null) return text('settings.common.nothing');
  if (!may || error) return text('frame.common.unknown');
  if (isPending || referenceRecord === undefined) return <Skeleton width={80} component="span" />;
  if (inside) return nameOf(referenceRecord, format);
  return (
    <MuiLink component={Link} to={pageOf(resource, id)}>
      {nameOf(referenceRecord, format)}
    </MuiLink>
  );
}
