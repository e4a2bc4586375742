import { Chip, Table, TableBody, TableCell, TableHead, TableRow } from '@mui/material';
import { BooleanInput } from 'react-admin';
import { useFormContext, useWatch } from 'react-hook-form';
import { isCounted, productKinds } from '../../rules/catalogue/product-kinds.ts';
import { type Fact, Section } from '../frame/Facts.tsx';
import { ChoiceEntry } from '../frame/inputs/ChoiceEntry.tsx';
import { FormRow, FormSection } from '../frame/inputs/FormSection.tsx';
import { NameEntry } from '../frame/inputs/NameEntry.tsx';
import { NumberEntry } from '../frame/inputs/NumberEntry.tsx';
import { ReferenceEntry } from '../frame/inputs/ReferenceEntry.tsx';
import { TextEntry } from '../frame/inputs/TextEntry.tsx';
import { useOrganisationFilter } from '../frame/OrganisationSwitch.tsx';
import { RecordCreate } from '../frame/records/RecordCreate.tsx';
import { RecordEdit } from '../frame/records/RecordEdit.tsx';
import { RecordList } from '../frame/records/RecordList.tsx';
import { RecordName } from '../frame/records/RecordName.tsx';
import { RecordShow } from '../frame/records/RecordShow.tsx';
import { useFieldLabel } from '../frame/records/use-record-text.ts';
import { When } from '../frame/When.tsx';
import { useText } from '../messages/use-text.ts';
import { LinesField } from './LinesField.tsx';
import { PricesField } from './PricesField.tsx';
import { type ProductRecord, productKind } from './product-record.ts';
import { SlotsField } from './SlotsField.tsx';

function useFacts(product: ProductRecord): readonly Fact[] {
  const text = useText();
  const label = useFieldLabel();
  const supply =
    product.kind === 'article' || product.kind === 'service'
      ? [
          {
            label: text('products.capacity'),
            value: product.capacity === null ? text('products.noLimit') : String(product.capacity),
          },
        ]
      : [];
  return [
    { label: label('code'), value: product.code },
    { label: label('kind'), value: text(`products.kinds.${product.kind}`) },
    { label: label('seasonId'), value: product.seasonName },
    { label: label('familyId'), value: <RecordName resource="product-families" id={product.familyId} /> },
    {
      label: text('products.active'),
      value: text(product.active ? 'settings.common.yes' : 'settings.common.no'),
    },
    ...supply,
  ];
}

function Slots({ product }: { product: ProductRecord }) {
  const text = useText();
  if (product.kind !== 'visit') return null;
  return (
    <Section title={text('products.slots')} flush>
      <Table size="small" aria-label={text('products.slots')}>
        <TableHead>
          <TableRow>
            <TableCell>{text('products.slotStart')}</TableCell>
            <TableCell>{text('products.guide')}</TableCell>
            <TableCell align="right">{text('products.capacity')}</TableCell>
            <TableCell align="right">{text('products.free')}</TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {product.slots.map((slot) => (
            <TableRow key={slot.id}>
              <TableCell component="th" scope="row">
                <When startsAt={slot.startsAt} timeZone={slot.timeZone ?? 'Europe/Paris'} />
              </TableCell>
              <TableCell>{slot.guide ?? '—'}</TableCell>
              <TableCell align="right">{slot.capacity}</TableCell>
              <TableCell align="right">{slot.free}</TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </Section>
  );
}

function Lines({ product }: { product: ProductRecord }) {
  const text = useText();
  if (product.lines.length === 0) return null;
  return (
    <Section title={text('products.lines')} flush>
      <Table size="small" aria-label={text('products.lines')}>
        <TableHead>
          <TableRow>
            <TableCell>{text('products.lineName')}</TableCell>
            <TableCell>{text('products.role')}</TableCell>
            <TableCell align="right">{text('products.quantity')}</TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {product.lines.map((line) => (
            <TableRow key={line.id}>
              <TableCell component="th" scope="row">
                {line.name}
              </TableCell>
              <TableCell>
                <Chip size="small" label={text(`products.roles.${line.role}`)} />
              </TableCell>
              <TableCell align="right">
                {line.per === null
                  ? line.quantity
                  : text('products.ratio', { quantity: line.quantity, per: line.per })}
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </Section>
  );
}

/** What is counted by the product itself: how much there is, where, and from which contingent. */
function Supply({ made }: { made: boolean }) {
  const text = useText();
  const { setValue } = useFormContext<ProductRecord>();
  const kind = useWatch<ProductRecord, 'kind'>({ name: 'kind' });
  const name = useWatch<ProductRecord, 'name'>({ name: 'name' }) ?? '';
  const prices = useWatch<ProductRecord, 'prices'>({ name: 'prices' }) ?? [];
  const organisation = useOrganisationFilter();
  if (!isCounted(kind)) return null;
  return (
    <FormSection title={text('products.supply')} intro={text(`products.supplyIntro.${kind}`)}>
      <FormRow>
        <ReferenceEntry field="contingentId" resource="contingents" required disabled={made} />
        {kind === 'visit' ? (
          <ReferenceEntry field="venueId" resource="venues" filter={organisation} required disabled={made} />
        ) : (
          <NumberEntry field="capacity" max={100_000} help={text('products.capacityHelp')} />
        )}
      </FormRow>
      {kind === 'visit' && <SlotsField />}
      <PricesField
        label={name}
        prices={prices}
        onChange={(next) => setValue('prices', next, { shouldDirty: true })}
      />
    </FormSection>
  );
}

function ProductInputs({ made = false }: { made?: boolean }) {
  const text = useText();
  const organisation = useOrganisationFilter();
  return (
    <>
      <FormSection title={text('settings.common.facts')}>
        <NameEntry autoFocus={!made} />
        <FormRow>
          <TextEntry field="code" required help={text('settings.help.code')} maxLength={60} />
          <ReferenceEntry field="familyId" resource="product-families" required />
        </FormRow>
        <FormRow>
          <ReferenceEntry
            field="seasonId"
            resource="seasons"
            filter={organisation}
            required
            disabled={made}
          />
          <ChoiceEntry
            field="kind"
            required
            disabled={made}
            choices={productKinds.map((id) => ({ id, name: text(`products.kinds.${id}`) }))}
          />
        </FormRow>
        <BooleanInput
          source="active"
          label={text('products.active')}
          helperText={text('products.activeHelp')}
        />
      </FormSection>
      <Supply made={made} />
      <FormSection title={text('products.lines')} intro={text('products.linesIntro')}>
        <LinesField />
      </FormSection>
    </>
  );
}

/** The products of the seasons. */
export function ProductList() {
  const text = useText();
  return (
    <RecordList
      kind={productKind}
      columns={[
        { field: 'code', render: ({ code }) => code, sortable: true },
        { field: 'kind', render: ({ kind }) => text(`products.kinds.${kind}`), sortable: true, card: true },
        { field: 'seasonId', render: ({ seasonName }) => seasonName },
      ]}
    />
  );
}

/** A product, its slots and its lines. */
export function ProductShow() {
  return (
    <RecordShow
      kind={productKind}
      useFacts={useFacts}
      parts={(product) => (
        <>
          <Slots product={product} />
          <Lines product={product} />
        </>
      )}
    />
  );
}

const usualProduct = { kind: 'package', active: true, slots: [], prices: [], lines: [] };

/** A new product. */
export function ProductCreate() {
  return (
    <RecordCreate kind={productKind} defaults={usualProduct}>
      <ProductInputs />
    </RecordCreate>
  );
}

/** Changes a product. */
export function ProductEdit() {
  return (
    <RecordEdit kind={productKind}>
      <ProductInputs made />
    </RecordEdit>
  );
}
