import { Alert } from '@mui/material';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useDataProvider, useNotify } from 'react-admin';
import { useNavigate } from 'react-router';
import { ConflictDialog } from '../frame/conflict/ConflictDialog.tsx';
import { settled } from '../frame/conflict/sides.ts';
import { PageHeader } from '../frame/PageHeader.tsx';
import { RecordPage } from '../frame/RecordPage.tsx';
import { useText } from '../messages/use-text.ts';
import type { PlacetDataProvider } from '../provider/data-provider.ts';
import { useIntention } from '../provider/intention.ts';
import { isWholeOption, type OptionRecord } from './option-record.ts';
import { RequestFormPage } from './RequestFormPage.tsx';
import { type RequestForm, requestBody, requestFormOf } from './request-form.ts';
import { useRefreshOptions } from './use-option-verb.ts';
import { useRequestSides } from './use-request-sides.ts';
import { isConflict } from './VerbDialog.tsx';

type Change = { form: RequestForm; override: string; version: number };

/** Sends the request as it should read from now on, at the version the person knows. */
function useChangeOption(option: OptionRecord, onConflict: (change: Change) => void) {
  const text = useText();
  const notify = useNotify();
  const navigate = useNavigate();
  const provider = useDataProvider<PlacetDataProvider>();
  const refresh = useRefreshOptions();
  const intend = useIntention();
  const { id } = option;
  return useMutation({
    mutationFn: ({ form, override, version }: Change) => {
      const body = requestBody(form, override);
      return intend({ id, version, body }, (idempotencyKey) =>
        provider.update<OptionRecord>('options', {
          id,
          data: body,
          previousData: { ...option, version },
          meta: { idempotencyKey },
        }),
      );
    },
    onSuccess: async () => {
      notify(text('options.form.changed', { number: option.number }), { type: 'success' });
      await refresh();
      await navigate(`/options/${id}/show`);
    },
    onError: (failure, change) => {
      if (isConflict(failure)) onConflict(change);
    },
  });
}

type Conflict = { change: Change; theirs: OptionRecord };

function closedReason(option: OptionRecord): string | null {
  const change = option.allowedActions.find(({ verb }) => verb === 'change');
  return change?.allowed === true ? null : (change?.reasons.map(({ message }) => message).join(' ') ?? '');
}

function RequestConflict({
  seen,
  conflict: { change, theirs },
  pending,
  onSettle,
  onTakeTheirs,
  onBack,
}: {
  seen: OptionRecord;
  conflict: Conflict;
  pending: boolean;
  onSettle: (change: Change) => void;
  onTakeTheirs: () => void;
  onBack: () => void;
}) {
  const rows = useRequestSides({
    before: requestFormOf(seen),
    mine: change.form,
    theirs: requestFormOf(theirs),
  });
  return (
    <ConflictDialog
      subject={{ type: 'option', id: theirs.id }}
      rows={rows}
      pending={pending}
      closed={closedReason(theirs)}
      onSettle={(choice) => {
        const form = settled(change.form, rows, ({ name }) => choice(name));
        onSettle({ ...change, form, version: theirs.version });
      }}
      onTakeTheirs={onTakeTheirs}
      onBack={onBack}
    />
  );
}

/** The form keeps the option as the person first saw it, whatever is read meanwhile, until a conflict is settled. */
function ChangePage({ option }: { option: OptionRecord }) {
  const text = useText();
  const provider = useDataProvider<PlacetDataProvider>();
  const refresh = useRefreshOptions();
  const [seen, setSeen] = useState(option);
  const [conflict, setConflict] = useState<Conflict | null>(null);
  const call = useChangeOption(seen, (change) => {
    void provider.getOne<OptionRecord>('options', { id: seen.id }).then(({ data: theirs }) => {
      setConflict({ change, theirs });
      void refresh();
    });
  });
  const page = `/options/${seen.id}/show`;
  const closed = closedReason(seen);
  return (
    <>
      <PageHeader
        title={text('frame.page.optionEdit')}
        crumbs={[
          { label: text('frame.page.options'), to: '/options' },
          { label: text('frame.page.option', { number: seen.number }), to: page },
        ]}
      />
      {conflict !== null && (
        <RequestConflict
          seen={seen}
          conflict={conflict}
          pending={call.isPending}
          onSettle={(change) => call.mutate(change)}
          onTakeTheirs={() => {
            setSeen(conflict.theirs);
            setConflict(null);
            call.reset();
          }}
          onBack={() => setConflict(null)}
        />
      )}
      {closed === null ? (
        <RequestFormPage
          key={seen.version}
          initial={requestFormOf(seen)}
          changing
          pending={call.isPending}
          failure={isConflict(call.error) ? null : call.error}
          backTo={page}
          onSubmit={(form, override) => call.mutate({ form, override, version: seen.version })}
        />
      ) : (
        <Alert severity="info">{closed === '' ? text('frame.common.notPermitted') : closed}</Alert>
      )}
    </>
  );
}

/** Changes a request while nobody has answered it yet. */
export function OptionEdit() {
  return (
    <RecordPage<OptionRecord>
      isWhole={isWholeOption}
      render={(option) => <ChangePage key={option.id} option={option} />}
    />
  );
}
