import { Link as MuiLink, Stack, Typography } from '@mui/material';
import { DataTable, SelectInput, TextInput } from 'react-admin';
import { Link } from 'react-router';
import { basketStates } from '../../rules/orders/basket-life.ts';
import { CardHead } from '../frame/CardHead.tsx';
import { ListFrame } from '../frame/ListFrame.tsx';
import { ListShell } from '../frame/ListShell.tsx';
import { useOrganisationFilter } from '../frame/OrganisationSwitch.tsx';
import { PageHeader } from '../frame/PageHeader.tsx';
import { RecordCards } from '../frame/RecordCards.tsx';
import { useFormat } from '../messages/use-format.ts';
import { useText } from '../messages/use-text.ts';
import { BasketStateChip } from './BasketStateChip.tsx';
import type { BasketRow } from './basket-record.ts';

const Column = DataTable.Col<BasketRow>;

/** What is to be paid in a basket, or was. */
function amountOf({ state, dueCents, paidCents }: BasketRow): number {
  return state === 'open' ? dueCents : paidCents;
}

function BasketTable() {
  const text = useText();
  const format = useFormat();
  return (
    <DataTable<BasketRow>
      bulkActionButtons={false}
      rowClick={false}
      aria-label={text('baskets.basket.caption')}
    >
      <Column
        source="orderNumber"
        label={text('baskets.basket.order')}
        render={({ id, orderNumber }) => (
          <MuiLink component={Link} to={`/baskets/${id}/show`} sx={{ fontWeight: 650 }}>
            {orderNumber}
          </MuiLink>
        )}
      />
      <Column
        source="state"
        label={text('baskets.basket.state')}
        disableSort
        render={({ state }) => <BasketStateChip state={state} />}
      />
      <Column
        source="bookingFileNumber"
        label={text('baskets.basket.file')}
        disableSort
        render={({ bookingFileId, bookingFileNumber }) => (
          <MuiLink component={Link} to={`/booking-files/${bookingFileId}/show`}>
            {bookingFileNumber}
          </MuiLink>
        )}
      />
      <Column source="contactName" label={text('baskets.basket.contact')} />
      <Column
        source="dueCents"
        label={text('baskets.basket.amount')}
        disableSort
        cellClassName="placet-right"
        headerClassName="placet-right"
        sx={{ textAlign: 'right' }}
        render={(basket) => format.money(amountOf(basket), basket.currency)}
      />
      <Column source="openedBy" label={text('baskets.basket.openedBy')} />
      <Column
        source="abandonAt"
        label={text('baskets.basket.abandonAt')}
        render={({ state, abandonAt }) => (state === 'open' ? format.instant(abandonAt) : '—')}
      />
    </DataTable>
  );
}

function BasketCard({ basket }: { basket: BasketRow }) {
  const text = useText();
  const format = useFormat();
  return (
    <Stack spacing={0.5}>
      <CardHead
        title={text('baskets.file.orderNumber', { number: basket.orderNumber })}
        chip={<BasketStateChip state={basket.state} />}
      />
      <Typography sx={{ fontWeight: 600 }}>{basket.contactName}</Typography>
      <Typography variant="body2" color="text.secondary">
        {`${format.money(amountOf(basket), basket.currency)} · ${basket.openedBy}`}
      </Typography>
    </Stack>
  );
}

/** The baskets, those that are open first of all: whose they are and until when. */
export function BasketList() {
  const text = useText();
  const organisation = useOrganisationFilter();
  return (
    <ListFrame<BasketRow>
      resource="baskets"
      sort={{ field: 'openedAt', order: 'DESC' }}
      filter={organisation}
      filterDefaultValues={{ state: 'open' }}
    >
      <PageHeader title={text('frame.page.baskets')} subtitle={text('baskets.basket.intro')} />
      <ListShell
        search={
          <TextInput source="q" label={text('frame.common.search')} helperText={false} fullWidth resettable />
        }
        filters={
          <SelectInput
            source="state"
            label={text('baskets.basket.state')}
            choices={basketStates.map((id) => ({ id, name: text(`baskets.state.${id}`) }))}
            translateChoice={false}
            helperText={false}
            sx={{ width: { xs: '100%', md: 180 } }}
          />
        }
        table={<BasketTable />}
        cards={
          <RecordCards<BasketRow>
            to={({ id }) => `/baskets/${id}/show`}
            render={(basket) => <BasketCard basket={basket} />}
          />
        }
        empty={{ title: text('baskets.basket.emptyTitle'), body: text('baskets.basket.emptyBody') }}
        noMatch={{ title: text('baskets.basket.noMatchTitle'), body: text('baskets.basket.noMatchBody') }}
      />
    </ListFrame>
  );
}
