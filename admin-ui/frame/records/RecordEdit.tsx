import { type ReactNode, useCallback, useEffect, useState } from 'react';
import { useShowContext } from 'react-admin';
import { useNavigate } from 'react-router';
import { type Resource, resourceRight } from '../../../rules/organisation/resource-rights.ts';
import { useFormat } from '../../messages/use-format.ts';
import { useText } from '../../messages/use-text.ts';
import { useRight } from '../../provider/session.ts';
import { NotPermittedPage } from '../NotPermittedPage.tsx';
import { PageHeader } from '../PageHeader.tsx';
import { PageSkeleton } from '../PageSkeleton.tsx';
import { RecordPage } from '../RecordPage.tsx';
import { RecordForm, type RecordFormProps } from './RecordForm.tsx';
import { pageOf, type RecordKind, type SettingRecord } from './record-kind.ts';
import { useCrumbs } from './use-crumbs.ts';

type RecordEditProps<R> = Pick<RecordFormProps<R>, 'toBody'> & { kind: RecordKind<R>; children: ReactNode };

/** The form keeps the record as the person first saw it, whatever is read meanwhile, until they ask for the latest. */
function EditPage<R extends Pick<SettingRecord, 'id' | 'version'>>({
  kind,
  record,
  toBody,
  children,
}: RecordEditProps<R> & { record: R }) {
  const text = useText();
  const format = useFormat();
  const navigate = useNavigate();
  const { isFetching } = useShowContext<R>();
  const [seen, setSeen] = useState<R | null>(null);
  const page = pageOf(kind.resource, record.id);
  const crumbs = useCrumbs(kind, record);
  useEffect(() => {
    if (seen === null && !isFetching) setSeen(record);
  }, [seen, isFetching, record]);
  const leave = useCallback(() => navigate(page), [navigate, page]);
  if (seen === null) return <PageSkeleton />;
  return (
    <>
      <PageHeader
        title={text(`settings.kinds.${kind.words}.edit`)}
        crumbs={[...crumbs, { label: kind.name(seen, format), to: page }]}
      />
      <RecordForm<R>
        key={seen.version}
        kind={kind}
        before={seen}
        backTo={page}
        submit={text('settings.common.save')}
        {...(toBody === undefined ? {} : { toBody })}
        onSaved={leave}
        onTakeTheirs={setSeen}
      >
        {children}
      </RecordForm>
    </>
  );
}

/** For who may change the record that is shown: a right may be held in its organisation and in no other. */
function Permitted({ resource, children }: { resource: Resource; children: ReactNode }) {
  return useRight(resourceRight(resource, 'modify')) ? children : <NotPermittedPage />;
}

/** The page where a settings record is changed. */
export function RecordEdit<R extends Pick<SettingRecord, 'id' | 'version'>>(props: RecordEditProps<R>) {
  const may = useRight(resourceRight(props.kind.resource, 'modify'));
  if (!may) return <NotPermittedPage />;
  return (
    <RecordPage<R>
      render={(record) => (
        <Permitted resource={props.kind.resource}>
          <EditPage<R> {...props} record={record} />
        </Permitted>
      )}
    />
  );
}
