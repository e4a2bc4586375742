import {
  Box,
  Button,
  Checkbox,
  FormControlLabel,
  Paper,
  Stack,
  Switch,
  TextField,
  Typography,
} from '@mui/material';
import { useState } from 'react';
import { AutocompleteInput, Form, ReferenceInput, required, useGetOne } from 'react-admin';
import { type FieldValues, useFormContext, useWatch } from 'react-hook-form';
import { Link } from 'react-router';
import { Section } from '../frame/Facts.tsx';
import { useNameText } from '../frame/records/use-record-text.ts';
import { UnsavedGuard } from '../frame/UnsavedGuard.tsx';
import { useText } from '../messages/use-text.ts';
import { ContactField } from '../options/ContactField.tsx';
import { isWarning, useMayGoOn, VerbOutcome } from '../options/VerbOutcome.tsx';
import { ExtraChoices } from '../products/ExtraChoices.tsx';
import { LineChoice } from '../products/LineChoice.tsx';
import type { ProductRecord } from '../products/product-record.ts';
import { useRight } from '../provider/session.ts';
import {
  type LineWish,
  linesOf,
  mostOf,
  noWish,
  type ProductRequest,
  type RequestableLine,
  wishedLines,
} from './product-request.ts';

const isRequired = required('frame.common.required');

function Line({ line, units }: { line: RequestableLine; units: number }) {
  const text = useText();
  const { setValue } = useFormContext<ProductRequest>();
  const lines = useWatch<ProductRequest, 'lines'>({ name: 'lines' }) ?? {};
  const wish = lines[line.id] ?? noWish;
  const most = mostOf(line, units);
  const set = (part: Partial<LineWish>) =>
    setValue('lines', { ...lines, [line.id]: { ...wish, ...part } }, { shouldDirty: true });
  const taken = line.role !== 'optional' || wish.taken;
  return (
    <Stack spacing={1} role="group" aria-label={line.name}>
      {line.role === 'optional' ? (
        <FormControlLabel
          control={<Checkbox checked={wish.taken} onChange={(_event, now) => set({ taken: now })} />}
          label={text('products.option.take', { name: line.name })}
        />
      ) : (
        <Typography sx={{ fontWeight: 600 }}>
          {text('products.option.unitsOf', { count: wish.quantity ?? most, name: line.name })}
        </Typography>
      )}
      {taken && (
        <Stack direction={{ xs: 'column', sm: 'row' }} spacing={1}>
          {line.role !== 'mandatory' && most > 0 && (
            <TextField
              type="number"
              size="small"
              label={`${text('products.quantity')} – ${line.name}`}
              helperText={text('products.option.upTo', { count: most })}
              value={Math.min(wish.quantity ?? most, most)}
              onChange={({ target }) =>
                set({ quantity: Math.min(most, Math.max(0, Math.trunc(Number(target.value)))) })
              }
              slotProps={{ htmlInput: { min: 0, max: most } }}
              sx={{ width: { sm: 220 } }}
            />
          )}
          <LineChoice
            line={line}
            value={wish.performanceId}
            onChange={(performanceId) => set({ performanceId })}
          />
        </Stack>
      )}
    </Stack>
  );
}

/** Choices of a season ticket beyond what it is made of. */
function Extras({ product, units }: { product: ProductRecord; units: number }) {
  const { setValue } = useFormContext<ProductRequest>();
  const wishes = useWatch<ProductRequest, 'lines'>({ name: 'lines' }) ?? {};
  const choices = useWatch<ProductRequest, 'extraChoices'>({ name: 'extraChoices' }) ?? [];
  const lines = linesOf(product);
  const taken = lines
    .filter(({ id, role }) => role !== 'optional' || wishes[id]?.taken === true)
    .map(({ id }) => ({ productLineId: id, performanceId: wishes[id]?.performanceId ?? null }));
  return (
    <ExtraChoices
      product={product}
      lines={lines}
      taken={taken}
      mostOf={(line) => mostOf(line, units)}
      choices={choices}
      onChange={(next) => setValue('extraChoices', next, { shouldDirty: true })}
    />
  );
}

function Body(props: {
  changing: boolean;
  pending: boolean;
  failure: unknown;
  override: string;
  onOverride: (reason: string) => void;
  product: ProductRecord | undefined;
}) {
  const text = useText();
  const nameText = useNameText();
  const mayGoOn = useMayGoOn(props.failure, 'product');
  const mayPlace = useRight('options.products.placement:create');
  const { register, formState, setValue } = useFormContext<ProductRequest>();
  const quantity = useWatch<ProductRequest, 'quantity'>({ name: 'quantity' });
  const direct = useWatch<ProductRequest, 'direct'>({ name: 'direct' });
  const wishes = useWatch<ProductRequest, 'lines'>({ name: 'lines' }) ?? {};
  const extraChoices = useWatch<ProductRequest, 'extraChoices'>({ name: 'extraChoices' }) ?? [];
  const { product, changing } = props;
  /** A faulty line by its name. */
  const fieldName = (path: string) => {
    if (product === undefined) return undefined;
    const at = Number(/^lines\.(\d+)/.exec(path)?.[1] ?? Number.NaN);
    const wished = wishedLines({ quantity, lines: wishes, extraChoices }, product)[at];
    return linesOf(product).find(({ id }) => id === wished?.productLineId)?.name;
  };
  const submit = direct ? 'products.option.submitDirect' : 'products.option.submit';
  return (
    <Stack spacing={2}>
      <UnsavedGuard when={formState.isDirty && !props.pending} />
      <Section title={text('options.form.who')}>
        <ContactField disabled={changing} />
      </Section>
      <Section title={text('products.option.product')}>
        <Stack spacing={1.5}>
          <ReferenceInput
            source="productId"
            reference="products"
            filter={{ active: true }}
            sort={{ field: 'name', order: 'ASC' }}
            perPage={30}
          >
            <AutocompleteInput
              label={text('products.option.product')}
              optionText={nameText}
              filterToQuery={(q: string) => ({ q })}
              helperText={false}
              validate={isRequired}
              readOnly={changing}
              fullWidth
            />
          </ReferenceInput>
          <TextField
            type="number"
            label={text('products.option.units')}
            value={quantity}
            onChange={({ target }) =>
              setValue('quantity', Math.max(1, Math.trunc(Number(target.value))), { shouldDirty: true })
            }
            slotProps={{ htmlInput: { min: 1 } }}
            sx={{ width: { sm: 160 } }}
          />
        </Stack>
      </Section>
      <Section title={text('products.lines')}>
        {product === undefined ? (
          <Typography color="text.secondary">{text('products.option.chooseProduct')}</Typography>
        ) : (
          <Stack spacing={2}>
            {linesOf(product).map((line) => (
              <Line key={line.id} line={line} units={quantity} />
            ))}
            <Extras product={product} units={quantity} />
          </Stack>
        )}
      </Section>
      <Section title={text('options.form.details')}>
        <Stack spacing={1.5}>
          <TextField
            {...register('remark')}
            label={text('options.form.remark')}
            multiline
            minRows={2}
            fullWidth
          />
          {!changing && mayPlace && (
            <FormControlLabel
              control={<Switch checked={direct} onChange={(_event, now) => setValue('direct', now)} />}
              label={text('products.option.direct')}
            />
          )}
        </Stack>
      </Section>
      <VerbOutcome
        kind="product"
        failure={props.failure}
        override={props.override}
        onOverride={props.onOverride}
        fieldName={fieldName}
      />
      <Paper variant="outlined" sx={{ p: 1.5, display: 'flex', justifyContent: 'flex-end', gap: 1 }}>
        <Button component={Link} to="/product-options" color="inherit">
          {text('frame.common.cancel')}
        </Button>
        <Button type="submit" variant="contained" loading={props.pending}>
          {text(mayGoOn ? 'optionActs.dialog.override' : changing ? 'options.form.submitChange' : submit)}
        </Button>
      </Paper>
    </Stack>
  );
}

function WithProduct(props: Omit<Parameters<typeof Body>[0], 'product'>) {
  const productId = useWatch<ProductRequest, 'productId'>({ name: 'productId' }) ?? '';
  const { data } = useGetOne<ProductRecord>('products', { id: productId }, { enabled: productId !== '' });
  return <Body {...props} product={data} />;
}

/** What react-admin's form hands over, read back into the shape of the form. */
function formOf(values: FieldValues): ProductRequest {
  const lines = Object.entries<Partial<LineWish>>(values.lines ?? {});
  return {
    contactId: typeof values.contactId === 'string' ? values.contactId : null,
    productId: typeof values.productId === 'string' ? values.productId : null,
    quantity: typeof values.quantity === 'number' ? values.quantity : 1,
    lines: Object.fromEntries(lines.map(([id, wish]) => [id, { ...noWish, ...wish }])),
    extraChoices: Array.isArray(values.extraChoices) ? values.extraChoices : [],
    remark: typeof values.remark === 'string' ? values.remark : '',
    direct: values.direct === true,
  };
}

/** A request for a product as a form: who, which product, what is chosen of its lines. It waits for the server's answer. */
export function ProductRequestPage(props: {
  initial: ProductRequest;
  changing: boolean;
  pending: boolean;
  failure: unknown;
  onSubmit: (form: ProductRequest, override: string) => void;
}) {
  const [override, setOverride] = useState('');
  const { initial, changing, pending, failure, onSubmit } = props;
  return (
    <Box sx={{ maxWidth: 860 }}>
      <Form
        record={initial}
        onSubmit={(values: FieldValues) => {
          if (!pending) onSubmit(formOf(values), isWarning(failure) ? override : '');
        }}
        sanitizeEmptyValues={false}
        noValidate
      >
        <WithProduct
          changing={changing}
          pending={pending}
          failure={failure}
          override={override}
          onOverride={setOverride}
        />
      </Form>
    </Box>
  );
}
