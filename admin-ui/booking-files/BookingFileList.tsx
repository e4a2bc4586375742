import { Link as MuiLink, Stack, Typography } from '@mui/material';
import { DataTable, NumberInput, SelectInput, TextInput } from 'react-admin';
import { Link } from 'react-router';
import { FileStateChip } from '../baskets/BasketStateChip.tsx';
import type { BookingFileRow } from '../baskets/basket-record.ts';
import { CardHead } from '../frame/CardHead.tsx';
import { ListFrame } from '../frame/ListFrame.tsx';
import { ListShell } from '../frame/ListShell.tsx';
import { useOrganisationFilter } from '../frame/OrganisationSwitch.tsx';
import { PageHeader } from '../frame/PageHeader.tsx';
import { RecordCards } from '../frame/RecordCards.tsx';
import { useFormat } from '../messages/use-format.ts';
import { useText } from '../messages/use-text.ts';

const Column = DataTable.Col<BookingFileRow>;
const states = ['open', 'paid', 'cancelled'] as const;
const right = {
  cellClassName: 'placet-right',
  headerClassName: 'placet-right',
  sx: { textAlign: 'right' },
} as const;

function FileFilters() {
  const text = useText();
  const field = { width: { xs: '100%', md: 170 } };
  return (
    <>
      <SelectInput
        source="state"
        label={text('baskets.file.state')}
        choices={states.map((id) => ({ id, name: text(`baskets.fileState.${id}`) }))}
        translateChoice={false}
        helperText={false}
        sx={field}
      />
      <NumberInput source="number" label={text('baskets.file.number')} helperText={false} sx={field} />
      <NumberInput
        source="contactNumber"
        label={text('baskets.file.contactNumber')}
        helperText={false}
        sx={field}
      />
    </>
  );
}

function FileTable() {
  const text = useText();
  const format = useFormat();
  return (
    <DataTable<BookingFileRow>
      bulkActionButtons={false}
      rowClick={false}
      aria-label={text('baskets.file.caption')}
    >
      <Column
        source="number"
        label={text('baskets.file.number')}
        render={({ id, number }) => (
          <MuiLink component={Link} to={`/booking-files/${id}/show`} sx={{ fontWeight: 650 }}>
            {number}
          </MuiLink>
        )}
      />
      <Column
        source="state"
        label={text('baskets.file.state')}
        disableSort
        render={({ state }) => <FileStateChip state={state} />}
      />
      <Column source="contactNumber" label={text('baskets.file.contactNumber')} />
      <Column source="contactName" label={text('baskets.file.contact')} />
      <Column source="optionCount" label={text('baskets.file.options')} disableSort {...right} />
      <Column
        source="totalCents"
        label={text('baskets.file.total')}
        disableSort
        {...right}
        render={({ totalCents, currency }) => format.money(totalCents, currency)}
      />
      <Column
        source="paidCents"
        label={text('baskets.file.paid')}
        disableSort
        {...right}
        render={({ paidCents, currency }) => format.money(paidCents, currency)}
      />
      <Column
        source="createdAt"
        label={text('baskets.file.createdAt')}
        render={({ createdAt }) => format.instant(createdAt)}
      />
    </DataTable>
  );
}

function FileCard({ file }: { file: BookingFileRow }) {
  const text = useText();
  const format = useFormat();
  return (
    <Stack spacing={0.5}>
      <CardHead
        title={text('baskets.file.title', { number: file.number })}
        chip={<FileStateChip state={file.state} />}
      />
      <Typography sx={{ fontWeight: 600 }}>{file.contactName}</Typography>
      <Typography variant="body2" color="text.secondary">
        {`${format.money(file.totalCents, file.currency)} · ${format.instant(file.createdAt)}`}
      </Typography>
    </Stack>
  );
}

/** The files of all contacts, latest first: the way to an order that is to be resumed. */
export function BookingFileList() {
  const text = useText();
  const organisation = useOrganisationFilter();
  return (
    <ListFrame<BookingFileRow>
      resource="booking-files"
      sort={{ field: 'createdAt', order: 'DESC' }}
      filter={organisation}
    >
      <PageHeader title={text('frame.page.bookingFiles')} subtitle={text('baskets.file.intro')} />
      <ListShell
        search={
          <TextInput source="q" label={text('frame.common.search')} helperText={false} fullWidth resettable />
        }
        filters={<FileFilters />}
        table={<FileTable />}
        cards={
          <RecordCards<BookingFileRow>
            to={({ id }) => `/booking-files/${id}/show`}
            render={(file) => <FileCard file={file} />}
          />
        }
        empty={{ title: text('baskets.file.emptyTitle'), body: text('baskets.file.emptyBody') }}
        noMatch={{ title: text('baskets.file.noMatchTitle'), body: text('baskets.file.noMatchBody') }}
      />
    </ListFrame>
  );
}
