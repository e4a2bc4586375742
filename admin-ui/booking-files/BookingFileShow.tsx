import { Box, Skeleton, Stack, Typography } from '@mui/material';
import { useGetList } from 'react-admin';
import { FileStateChip } from '../baskets/BasketStateChip.tsx';
import type { BookingFileRow, OrderRow } from '../baskets/basket-record.ts';
import { OrderRows } from '../baskets/OrderRows.tsx';
import { ContactLink } from '../contacts/ContactLink.tsx';
import { Facts, Section } from '../frame/Facts.tsx';
import { PageHeader } from '../frame/PageHeader.tsx';
import { ProblemAlert } from '../frame/ProblemAlert.tsx';
import { RecordPage } from '../frame/RecordPage.tsx';
import { RecordTimeline } from '../frame/records/RecordTimeline.tsx';
import { useOrganisationName } from '../frame/use-organisation-name.ts';
import { useFormat } from '../messages/use-format.ts';
import { useText } from '../messages/use-text.ts';
import { RelatedOptions } from '../options/RelatedOptions.tsx';
import { FileOperations } from './FileOperations.tsx';

function FileFacts({ file }: { file: BookingFileRow }) {
  const text = useText();
  const format = useFormat();
  return (
    <Section title={text('baskets.file.facts')}>
      <Facts
        facts={[
          {
            label: text('baskets.file.contact'),
            value: <ContactLink id={file.contactId} name={file.contactName} />,
          },
          { label: text('baskets.file.contactNumber'), value: file.contactNumber },
          { label: text('baskets.file.total'), value: format.money(file.totalCents, file.currency) },
          { label: text('baskets.file.paid'), value: format.money(file.paidCents, file.currency) },
          {
            label: text('baskets.file.due'),
            value: format.money(Math.max(0, file.totalCents - file.paidCents), file.currency),
          },
          { label: text('baskets.file.createdAt'), value: format.instant(file.createdAt) },
          {
            label: text('resources.options.fields.organisationId'),
            value: useOrganisationName(file.organisationId),
          },
        ]}
      />
    </Section>
  );
}

function FilePage({ file }: { file: BookingFileRow }) {
  const text = useText();
  const { data, error, isPending } = useGetList<OrderRow>('orders', {
    filter: { bookingFileId: file.id },
    pagination: { page: 1, perPage: 50 },
    sort: { field: 'createdAt', order: 'DESC' },
  });
  return (
    <>
      <PageHeader
        title={text('baskets.file.title', { number: file.number })}
        crumbs={[{ label: text('frame.page.bookingFiles'), to: '/booking-files' }]}
        mark={<FileStateChip state={file.state} />}
        subtitle={file.contactName}
      />
      <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: { xs: '1fr', xl: 'minmax(0, 1fr) 360px' } }}>
        <Stack spacing={2} sx={{ minWidth: 0 }}>
          <Section title={text('baskets.file.orders')} flush>
            {error !== null && <ProblemAlert failure={error} />}
            {isPending && <Skeleton variant="rounded" height={80} sx={{ m: 2 }} />}
            {data?.length === 0 && (
              <Typography color="text.secondary" sx={{ px: 2, pb: 2 }}>
                {text('baskets.file.noOrders')}
              </Typography>
            )}
            {data !== undefined && data.length > 0 && <OrderRows orders={data} />}
          </Section>
          <RelatedOptions
            title={text('baskets.file.options')}
            empty={text('baskets.file.noOptions')}
            filter={{ bookingFileId: file.id }}
            subject="performance"
          />
          <FileOperations file={file} />
          <FileFacts file={file} />
        </Stack>
        <Stack spacing={2}>
          {data !== undefined && data.length > 0 && (
            <RecordTimeline subject="order" id={data.map(({ id }) => id)} />
          )}
        </Stack>
      </Box>
    </>
  );
}

/** One file: its orders with the way into the basket, its options, its operations, and what happened to it. */
export function BookingFileShow() {
  return <RecordPage<BookingFileRow> render={(file) => <FilePage file={file} />} />;
}
