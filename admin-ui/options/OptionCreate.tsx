import { Button } from '@mui/material';
import { useMutation } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useDataProvider, useNotify } from 'react-admin';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { PageHeader } from '../frame/PageHeader.tsx';
import { useText } from '../messages/use-text.ts';
import type { PlacetDataProvider } from '../provider/data-provider.ts';
import { useIntention } from '../provider/intention.ts';
import { useRight } from '../provider/session.ts';
import type { OptionAnswer } from './option-record.ts';
import { RequestFormPage } from './RequestFormPage.tsx';
import { emptyRequest, type RequestForm, requestBody } from './request-form.ts';
import { useRefreshOptions } from './use-option-verb.ts';

function useCreateOption() {
  const text = useText();
  const notify = useNotify();
  const navigate = useNavigate();
  const provider = useDataProvider<PlacetDataProvider>();
  const refresh = useRefreshOptions();
  const intend = useIntention();
  return useMutation({
    mutationFn: async ({ form, override }: { form: RequestForm; override: string }) => {
      const body = requestBody(form, override);
      const { data } = await intend(body, (idempotencyKey) =>
        provider.create<OptionAnswer>('options', { data: body, meta: { idempotencyKey } }),
      );
      return data;
    },
    onSuccess: async ({ id, number, state }) => {
      notify(text(state === 'placed' ? 'options.form.placed' : 'options.form.created', { number }), {
        type: 'success',
      });
      await refresh();
      await navigate(`/options/${id}/show`);
    },
  });
}

/** A new request, or a direct placement. */
export function OptionCreate() {
  const text = useText();
  const [query] = useSearchParams();
  const initial = useMemo(() => emptyRequest(query), [query]);
  const mayProducts = useRight('options.products.requests:create');
  const call = useCreateOption();
  return (
    <>
      <PageHeader
        title={text(initial.direct ? 'frame.page.optionPlace' : 'frame.page.optionCreate')}
        crumbs={[{ label: text('frame.page.options'), to: '/options' }]}
        actions={
          mayProducts && (
            <Button component={Link} to={`/product-options/create?${query}`} variant="outlined">
              {text('frame.page.productOptionCreate')}
            </Button>
          )
        }
      />
      <RequestFormPage
        key={query.toString()}
        initial={initial}
        changing={false}
        pending={call.isPending}
        failure={call.error}
        backTo="/options"
        onSubmit={(form, override) => call.mutate({ form, override })}
      />
    </>
  );
}
