import { Button } from '@mui/material';
import { useMutation } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useDataProvider, useNotify } from 'react-admin';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { PageHeader } from '../frame/PageHeader.tsx';
import { RecordPage } from '../frame/RecordPage.tsx';
import { useText } from '../messages/use-text.ts';
import { isWholeOption, type OptionAnswer, type OptionRecord } from '../options/option-record.ts';
import { useRefreshOptions } from '../options/use-option-verb.ts';
import type { ProductRecord } from '../products/product-record.ts';
import type { PlacetDataProvider } from '../provider/data-provider.ts';
import { useIntention } from '../provider/intention.ts';
import { useRight } from '../provider/session.ts';
import { ProductRequestPage } from './ProductRequestPage.tsx';
import {
  emptyProductRequest,
  type ProductRequest,
  productRequestBody,
  productRequestOf,
} from './product-request.ts';

type Sent = { form: ProductRequest; override: string };

/** Sends a request, or how one should read from now on at the version the person saw. */
function useSendRequest(option: OptionRecord | null) {
  const text = useText();
  const notify = useNotify();
  const navigate = useNavigate();
  const provider = useDataProvider<PlacetDataProvider>();
  const refresh = useRefreshOptions();
  const intend = useIntention();
  return useMutation({
    mutationFn: async ({ form, override }: Sent) => {
      const { data: product } = await provider.getOne<ProductRecord>('products', {
        id: form.productId ?? '',
      });
      const body = productRequestBody(form, product, override);
      return intend({ body, version: option?.version ?? null }, async (idempotencyKey) => {
        const meta = { idempotencyKey };
        const { data } =
          option === null
            ? await provider.create<OptionAnswer>('product-options', { data: body, meta })
            : await provider.update<OptionAnswer>('product-options', {
                id: option.id,
                data: body,
                previousData: option,
                meta,
              });
        return data;
      });
    },
    onSuccess: async ({ id, number, state }) => {
      const told = state === 'placed' ? 'products.option.placed' : 'products.option.created';
      notify(text(told, { number }), { type: 'success' });
      await refresh();
      await navigate(`/product-options/${id}/show`);
    },
  });
}

function useCrumbs() {
  const text = useText();
  return [{ label: text('frame.page.productOptions'), to: '/product-options' }];
}

/** A new request for a product, or a direct placement. */
export function ProductOptionCreate() {
  const text = useText();
  const crumbs = useCrumbs();
  const [query] = useSearchParams();
  const initial = useMemo(() => emptyProductRequest(query), [query]);
  const maySeats = useRight('options.seats.requests:create');
  const call = useSendRequest(null);
  return (
    <>
      <PageHeader
        title={text('frame.page.productOptionCreate')}
        crumbs={crumbs}
        actions={
          maySeats && (
            <Button component={Link} to={`/options/create?${query}`} variant="outlined">
              {text('products.option.ofSeats')}
            </Button>
          )
        }
      />
      <ProductRequestPage
        initial={initial}
        changing={false}
        pending={call.isPending}
        failure={call.error}
        onSubmit={(form, override) => call.mutate({ form, override })}
      />
    </>
  );
}

function Change({ option }: { option: OptionRecord }) {
  const text = useText();
  const crumbs = useCrumbs();
  const initial = useMemo(() => productRequestOf(option), [option]);
  const call = useSendRequest(option);
  return (
    <>
      <PageHeader title={text('frame.page.option', { number: option.number })} crumbs={crumbs} />
      <ProductRequestPage
        initial={initial}
        changing
        pending={call.isPending}
        failure={call.error}
        onSubmit={(form, override) => call.mutate({ form, override })}
      />
    </>
  );
}

/** Changes a request for a product while it is not treated. */
export function ProductOptionEdit() {
  return <RecordPage<OptionRecord> isWhole={isWholeOption} render={(option) => <Change option={option} />} />;
}
