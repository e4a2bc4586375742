import { Skeleton, Table, TableBody, TableCell, TableHead, TableRow, Typography } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useDataProvider } from 'react-admin';
import type { BookingFileRow, FileOperation } from '../baskets/basket-record.ts';
import { Section } from '../frame/Facts.tsx';
import { ProblemAlert } from '../frame/ProblemAlert.tsx';
import { When } from '../frame/When.tsx';
import { useFormat } from '../messages/use-format.ts';
import { useText } from '../messages/use-text.ts';
import { OptionLink } from '../options/OptionLink.tsx';
import type { PlacetDataProvider } from '../provider/data-provider.ts';

const wide = { display: { xs: 'none', md: 'table-cell' } };
/** On a telephone the number stands under the amount. */
const counted = { display: { xs: 'none', sm: 'table-cell' } };

function Rows({ operations, currency }: { operations: readonly FileOperation[]; currency: string }) {
  const text = useText();
  const format = useFormat();
  return (
    <Table size="small" aria-label={text('baskets.file.operations')}>
      <TableHead>
        <TableRow>
          <TableCell sx={wide}>{text('baskets.file.at')}</TableCell>
          <TableCell>{text('baskets.file.kind')}</TableCell>
          <TableCell>{text('baskets.file.what')}</TableCell>
          <TableCell align="right" sx={counted}>
            {text('baskets.file.quantity')}
          </TableCell>
          <TableCell align="right">{text('baskets.file.amount')}</TableCell>
        </TableRow>
      </TableHead>
      <TableBody>
        {operations.map((each) => (
          <TableRow key={each.id}>
            <TableCell sx={wide}>{format.instant(each.at)}</TableCell>
            <TableCell>
              {text(`baskets.file.kinds.${each.kind}`)}
              <Typography variant="body2" component="div">
                <OptionLink id={each.optionId} number={each.optionNumber} />
              </Typography>
            </TableCell>
            <TableCell>
              {`${each.eventName} – `}
              <When startsAt={each.startsAt} timeZone={each.timeZone} />
              <Typography variant="body2" color="text.secondary">
                {[each.seatCategoryName, each.audienceSubcategoryName].filter(Boolean).join(' · ')}
              </Typography>
            </TableCell>
            <TableCell align="right" sx={counted}>
              {format.number(each.quantity)}
            </TableCell>
            <TableCell align="right" sx={{ whiteSpace: 'nowrap' }}>
              {format.money(each.amountCents, currency)}
              <Typography variant="body2" color="text.secondary" sx={{ display: { sm: 'none' } }}>
                {`${format.number(each.quantity)} × ${format.money(each.priceCents, currency)}`}
              </Typography>
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}

/** Every movement of a file's orders, as it was written: what is taken off stands as a counter-operation. */
export function FileOperations({ file }: { file: BookingFileRow }) {
  const text = useText();
  const provider = useDataProvider<PlacetDataProvider>();
  const { data, error, isPending } = useQuery({
    queryKey: ['file-operations', file.id],
    queryFn: () => provider.ask<FileOperation[]>(`/booking-files/${file.id}/operations`),
  });
  return (
    <Section title={text('baskets.file.operations')} flush>
      {error !== null && <ProblemAlert failure={error} />}
      {isPending && <Skeleton variant="rounded" height={80} sx={{ m: 2 }} />}
      {data?.length === 0 && (
        <Typography color="text.secondary" sx={{ px: 2, pb: 2 }}>
          {text('baskets.file.noOperations')}
        </Typography>
      )}
      {data !== undefined && data.length > 0 && <Rows operations={data} currency={file.currency} />}
    </Section>
  );
}
