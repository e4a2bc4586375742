import { Alert } from '@mui/material';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useDataProvider, useNotify } from 'react-admin';
import { useNavigate } from 'react-router';
import { PageHeader } from '../frame/PageHeader.tsx';
import { RecordPage } from '../frame/RecordPage.tsx';
import { useText } from '../messages/use-text.ts';
import type { PlacetDataProvider } from '../provider/data-provider.ts';
import { useIntention } from '../provider/intention.ts';
import { ConflictNotice } from './ConflictNotice.tsx';
import { isWholeOption, type OptionRecord } from './option-record.ts';
import { RequestFormPage } from './RequestFormPage.tsx';
import { type RequestForm, requestBody, requestFormOf } from './request-form.ts';
import { useRefreshOptions } from './use-option-verb.ts';
import { isConflict } from './VerbDialog.tsx';

function useChangeOption(option: OptionRecord, onConflict: () => void) {
  const text = useText();
  const notify = useNotify();
  const navigate = useNavigate();
  const provider = useDataProvider<PlacetDataProvider>();
  const refresh = useRefreshOptions();
  const intend = useIntention();
  const { id, version } = option;
  return useMutation({
    mutationFn: ({ form, override }: { form: RequestForm; override: string }) => {
      const body = requestBody(form, override);
      return intend({ id, version, body }, (idempotencyKey) =>
        provider.update<OptionRecord>('options', {
          id,
          data: body,
          previousData: option,
          meta: { idempotencyKey },
        }),
      );
    },
    onSuccess: async () => {
      notify(text('options.form.changed', { number: option.number }), { type: 'success' });
      await refresh();
      await navigate(`/options/${id}/show`);
    },
    onError: (failure) => {
      if (!isConflict(failure)) return;
      onConflict();
      void refresh();
    },
  });
}

function ChangePage({ option }: { option: OptionRecord }) {
  const text = useText();
  const [conflict, setConflict] = useState(false);
  const call = useChangeOption(option, () => setConflict(true));
  const change = option.allowedActions.find(({ verb }) => verb === 'change');
  const page = `/options/${option.id}/show`;
  return (
    <>
      <PageHeader
        title={text('frame.page.optionEdit')}
        crumbs={[
          { label: text('frame.page.options'), to: '/options' },
          { label: text('frame.page.option', { number: option.number }), to: page },
        ]}
      />
      {conflict && <ConflictNotice option={option} onClose={() => setConflict(false)} />}
      {change?.allowed === true ? (
        <RequestFormPage
          key={option.version}
          initial={requestFormOf(option)}
          changing
          pending={call.isPending}
          failure={conflict ? null : call.error}
          backTo={page}
          onSubmit={(form, override) => {
            setConflict(false);
            call.mutate({ form, override });
          }}
        />
      ) : (
        <Alert severity="info">
          {change?.reasons.map(({ message }) => message).join(' ') ?? text('frame.common.notPermitted')}
        </Alert>
      )}
    </>
  );
}

/** Changes a request while nobody has answered it yet. */
export function OptionEdit() {
  return (
    <RecordPage<OptionRecord> isWhole={isWholeOption} render={(option) => <ChangePage option={option} />} />
  );
}
