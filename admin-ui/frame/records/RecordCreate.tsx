import { type ReactNode, useCallback, useMemo } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { resourceRight } from '../../../rules/organisation/resource-rights.ts';
import { useText } from '../../messages/use-text.ts';
import { useRight, useSession } from '../../provider/session.ts';
import { NotPermittedPage } from '../NotPermittedPage.tsx';
import { PageHeader } from '../PageHeader.tsx';
import { RecordForm, type RecordFormProps } from './RecordForm.tsx';
import { pageOf, type RecordKind, type SettingRecord } from './record-kind.ts';
import { useCrumbs } from './use-crumbs.ts';

type RecordCreateProps<R> = Pick<RecordFormProps<R>, 'toBody'> & {
  kind: RecordKind<R>;
  defaults?: Readonly<Record<string, unknown>>;
  /** Instead of going to the page of the new record. */
  onCreated?: (record: R) => void | Promise<void>;
  children: ReactNode;
};

/** What the address says of a new record, such as `?seasonId=…`, over what such records start with. */
function useDefaults<R>(
  kind: RecordKind<R>,
  defaults: Readonly<Record<string, unknown>> | undefined,
): Readonly<Record<string, unknown>> {
  const [search] = useSearchParams();
  const session = useSession();
  const only = session?.organisations.length === 1 ? session.organisations[0]?.id : undefined;
  const asked = search.toString();
  return useMemo(() => {
    const named = kind.fields.flatMap((field) => {
      const value = new URLSearchParams(asked).get(field);
      return value === null ? [] : [[field, value]];
    });
    return {
      ...(only === undefined ? {} : { organisationId: only }),
      ...defaults,
      ...Object.fromEntries(named),
    };
  }, [asked, defaults, kind, only]);
}

/** The page where a settings record is made. */
export function RecordCreate<R extends Pick<SettingRecord, 'id' | 'version'>>(props: RecordCreateProps<R>) {
  const { kind, defaults, toBody, onCreated, children } = props;
  const text = useText();
  const navigate = useNavigate();
  const may = useRight(resourceRight(kind.resource, 'create'));
  const initial = useDefaults(kind, defaults);
  const crumbs = useCrumbs(kind, initial);
  const leave = useCallback(({ id }: R) => navigate(pageOf(kind.resource, id)), [navigate, kind]);
  if (!may) return <NotPermittedPage />;
  return (
    <>
      <PageHeader title={text(`settings.kinds.${kind.words}.create`)} crumbs={crumbs} />
      <RecordForm<R>
        kind={kind}
        before={null}
        defaults={initial}
        backTo={crumbs.at(-1)?.to ?? kind.list.to}
        submit={text('settings.common.create')}
        {...(toBody === undefined ? {} : { toBody })}
        onSaved={onCreated ?? leave}
      >
        {children}
      </RecordForm>
    </>
  );
}
