import { Box, Button, Link as MuiLink, TextField, Typography } from '@mui/material';
import { DataTable, SelectInput, useListContext } from 'react-admin';
import { Link } from 'react-router';
import { productKinds } from '../../rules/catalogue/product-kinds.ts';
import { CardHead } from '../frame/CardHead.tsx';
import { ListFrame } from '../frame/ListFrame.tsx';
import { ListShell } from '../frame/ListShell.tsx';
import { useOrganisationFilter } from '../frame/OrganisationSwitch.tsx';
import { PageHeader } from '../frame/PageHeader.tsx';
import { RecordCards } from '../frame/RecordCards.tsx';
import { When } from '../frame/When.tsx';
import { useText } from '../messages/use-text.ts';
import { SelectBox, SelectPageBox } from '../options/bulk/SelectBox.tsx';
import { useSelection } from '../options/bulk/use-selection.ts';
import { DueDate } from '../options/DueDate.tsx';
import { OptionFilters } from '../options/OptionFilters.tsx';
import { OptionSearch } from '../options/OptionSearch.tsx';
import { awaitsConfirmation, type OptionRow } from '../options/option-record.ts';
import { SelectionBar } from '../options/SelectionBar.tsx';
import { StateChip } from '../options/StateChip.tsx';
import { useRight } from '../provider/session.ts';

const Column = DataTable.Col<OptionRow>;

function OptionLink({ option }: { option: OptionRow }) {
  return (
    <MuiLink component={Link} to={`/product-options/${option.id}/show`} sx={{ fontWeight: 650 }}>
      {option.number}
    </MuiLink>
  );
}

function Product({ option }: { option: OptionRow }) {
  const text = useText();
  return text('products.option.unitsOf', {
    count: option.productQuantity ?? 0,
    name: option.productName ?? option.eventName,
  });
}

function ProductOptionTable() {
  const text = useText();
  const selection = useSelection();
  return (
    <DataTable<OptionRow>
      bulkActionButtons={false}
      rowClick={false}
      aria-label={text('products.option.caption')}
    >
      <Column
        align="center"
        cellSx={() => ({ width: 40 })}
        label={<SelectPageBox selection={selection} />}
        render={(option) => <SelectBox option={option} selection={selection} />}
      />
      <Column
        source="number"
        label={text('resources.options.fields.number')}
        render={(option) => <OptionLink option={option} />}
      />
      <Column
        source="contactName"
        label={text('resources.options.fields.contactName')}
        render={(option) => (
          <>
            <MuiLink component={Link} to={`/contacts/${option.contactId}/show`} color="inherit">
              {option.contactName}
            </MuiLink>
            {option.structureName !== null && option.structureName !== option.contactName && (
              <Typography variant="body2" color="text.secondary">
                {option.structureName}
              </Typography>
            )}
          </>
        )}
      />
      <Column
        source="provenance"
        label={text('resources.options.fields.provenance')}
        disableSort
        cellSx={() => ({ whiteSpace: 'nowrap' })}
      />
      <Column
        source="productName"
        label={text('products.option.product')}
        render={(option) => <Product option={option} />}
      />
      <Column
        source="startsAt"
        label={text('resources.options.fields.startsAt')}
        render={(option) => <When startsAt={option.startsAt} timeZone={option.timeZone} stacked />}
      />
      <Column
        source="state"
        label={text('resources.options.fields.state')}
        render={(option) => <StateChip state={option.state} />}
      />
      <Column
        source="confirmationDueAt"
        label={text('resources.options.fields.confirmationDueAt')}
        render={(option) => (
          <DueDate
            dueAt={option.confirmationDueAt}
            timeZone={option.timeZone}
            running={awaitsConfirmation(option)}
          />
        )}
      />
      <Column
        source="placedQuantity"
        align="right"
        disableSort
        label={text('options.list.short.quantity')}
        render={(option) => `${option.placedQuantity} / ${option.requestedQuantity}`}
      />
    </DataTable>
  );
}

/** The date and the time of a visit, on the clock of its venue. */
function VisitFilters() {
  const text = useText();
  const { filterValues, setFilters } = useListContext();
  const set = (name: 'visitOn' | 'visitAt', value: string) => {
    const { [name]: _former, ...rest } = filterValues;
    setFilters(value === '' ? rest : { ...rest, [name]: value });
  };
  return (
    <>
      {(['visitOn', 'visitAt'] as const).map((name) => (
        <TextField
          key={name}
          type={name === 'visitOn' ? 'date' : 'time'}
          size="small"
          label={text(`products.option.${name}`)}
          value={filterValues[name] ?? ''}
          onChange={({ target }) => set(name, target.value)}
          slotProps={{ inputLabel: { shrink: true } }}
          sx={{ minWidth: 150 }}
        />
      ))}
    </>
  );
}

function Filters() {
  const text = useText();
  return (
    <>
      <OptionFilters />
      <Box sx={{ width: { md: 170 } }}>
        <SelectInput
          source="productKind"
          label={text('products.option.kind')}
          choices={productKinds.map((id) => ({ id, name: text(`products.kinds.${id}`) }))}
          translateChoice={false}
          helperText={false}
          fullWidth
        />
      </Box>
      <VisitFilters />
    </>
  );
}

function Cards() {
  const selection = useSelection();
  return (
    <RecordCards<OptionRow>
      to={(option) => `/product-options/${option.id}/show`}
      select={(option) => <SelectBox option={option} selection={selection} />}
      render={(option) => (
        <>
          <CardHead title={option.number} chip={<StateChip state={option.state} />} />
          <Typography>{option.contactName}</Typography>
          <Typography variant="body2" color="text.secondary">
            <Product option={option} />
            {' · '}
            <When startsAt={option.startsAt} timeZone={option.timeZone} />
          </Typography>
        </>
      )}
    />
  );
}

/** Every option on products: found by contact, product, state, date and time of the visit. */
export function ProductOptionList() {
  const text = useText();
  const organisation = useOrganisationFilter();
  const may = useRight('options.products.requests:create');
  const request = may ? (
    <Button component={Link} to="/product-options/create" variant="contained">
      {text('products.option.request')}
    </Button>
  ) : null;
  return (
    <ListFrame<OptionRow>
      resource="product-options"
      sort={{ field: 'number', order: 'DESC' }}
      filter={organisation}
    >
      <PageHeader title={text('frame.page.productOptions')} actions={request} />
      <ListShell
        search={<OptionSearch />}
        filters={<Filters />}
        table={<ProductOptionTable />}
        cards={<Cards />}
        empty={{
          title: text('products.option.emptyTitle'),
          body: text('products.option.emptyBody'),
          action: request,
        }}
        noMatch={{ title: text('products.option.noMatchTitle'), body: text('products.option.noMatchBody') }}
      />
      <SelectionBar />
    </ListFrame>
  );
}
