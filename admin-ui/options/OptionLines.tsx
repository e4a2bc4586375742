import { Table, TableBody, TableCell, TableFooter, TableHead, TableRow, Typography } from '@mui/material';
import { Section } from '../frame/Facts.tsx';
import { When } from '../frame/When.tsx';
import { useFormat } from '../messages/use-format.ts';
import { useText } from '../messages/use-text.ts';
import { lineName, type OptionLine, type OptionRecord, type PlacedSeats } from './option-record.ts';
import { placedOn } from './place-form.ts';

/** Columns a narrow screen leaves out: their content stands under the category. */
const wideOnly = { display: { xs: 'none', sm: 'table-cell' } };

function amountOf(placed: readonly PlacedSeats[]): number | null {
  if (placed.some(({ priceCents }) => priceCents === null)) return null;
  return placed.reduce((sum, { quantity, priceCents }) => sum + quantity * (priceCents ?? 0), 0);
}

function Placed({ line }: { line: OptionLine }) {
  const text = useText();
  const format = useFormat();
  return (
    <>
      <Typography variant="body2" sx={{ fontWeight: 650 }}>
        {format.number(placedOn(line))}
      </Typography>
      {line.placed
        .filter((seats) => seats.seatCategoryId !== line.seatCategoryId || !seats.takesStock)
        .map((seats) => (
          <Typography key={seats.id} variant="caption" component="div" color="text.secondary">
            {[
              seats.seatCategoryId === line.seatCategoryId
                ? null
                : `${seats.quantity} ${seats.seatCategoryCode}`,
              seats.takesStock ? null : text('options.show.tentative'),
            ]
              .filter((part) => part !== null)
              .join(' · ')}
          </Typography>
        ))}
    </>
  );
}

function Line({ line, currency }: { line: OptionLine; currency: string }) {
  const text = useText();
  const format = useFormat();
  const amount = amountOf(line.placed);
  const prices = [...new Set(line.placed.map(({ priceCents }) => priceCents))].filter(
    (price) => price !== null,
  );
  const tariff = line.placed[0]?.audienceSubcategoryName ?? line.audienceSubcategoryName;
  const seatRows = line.placed.flatMap((places) => places.seatRows);
  const contingents = [...new Set(line.placed.map(({ contingentName }) => contingentName))];
  return (
    <TableRow>
      <TableCell component="th" scope="row">
        {lineName(line)}
        {line.productLineName !== null && line.eventKind !== 'article' && (
          <Typography variant="body2" component="div">
            {line.performanceName}
            {' · '}
            <When startsAt={line.startsAt} timeZone={line.timeZone} />
            {line.guide !== null && ` · ${line.guide}`}
          </Typography>
        )}
        {seatRows.map((row) => (
          <Typography key={row} variant="body2" component="div">
            {row}
          </Typography>
        ))}
        {contingents.length > 0 && (
          <Typography variant="caption" component="div" color="text.secondary">
            {contingents.join(', ')}
          </Typography>
        )}
        <Typography variant="caption" component="div" color="text.secondary" sx={{ display: { sm: 'none' } }}>
          {tariff}
        </Typography>
      </TableCell>
      <TableCell sx={wideOnly}>{tariff ?? '—'}</TableCell>
      <TableCell align="right">
        {format.number(line.requestedQuantity)}
        {line.minimumQuantity !== null && line.minimumQuantity < line.requestedQuantity && (
          <Typography variant="caption" component="div" color="text.secondary">
            {text('options.show.minimum', { count: line.minimumQuantity })}
          </Typography>
        )}
      </TableCell>
      <TableCell align="right">
        <Placed line={line} />
      </TableCell>
      <TableCell align="right" sx={wideOnly}>
        {prices.map((price) => format.money(price, currency)).join(', ') || '—'}
      </TableCell>
      <TableCell align="right">
        {amount === null || line.placed.length === 0 ? '—' : format.money(amount, currency)}
      </TableCell>
    </TableRow>
  );
}

/** Requested beside placed, line by line, with what it comes to. */
export function OptionLines({ option }: { option: OptionRecord }) {
  const text = useText();
  const format = useFormat();
  const placed = option.lines.flatMap((line) => line.placed);
  const total = amountOf(placed);
  const requested = option.lines.reduce((sum, line) => sum + line.requestedQuantity, 0);
  const granted = option.lines.reduce((sum, line) => sum + placedOn(line), 0);
  return (
    <Section title={text('options.show.lines')} flush>
      <Table
        size="small"
        aria-label={text('options.show.lines')}
        sx={{ '& .MuiTableCell-root:not(:first-child):not(:last-child)': { px: 1 } }} // six columns beside the timeline
      >
        <TableHead>
          <TableRow>
            <TableCell>{text('options.show.category')}</TableCell>
            <TableCell sx={wideOnly}>{text('options.show.tariff')}</TableCell>
            <TableCell align="right">{text('options.show.requested')}</TableCell>
            <TableCell align="right">{text('options.show.placed')}</TableCell>
            <TableCell align="right" sx={wideOnly}>
              {text('options.show.price')}
            </TableCell>
            <TableCell align="right">{text('options.show.amount')}</TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {option.lines.map((line) => (
            <Line key={line.id} line={line} currency={option.currency} />
          ))}
        </TableBody>
        <TableFooter>
          <TableRow
            sx={{ '& td': { fontWeight: 650, color: 'text.primary', fontSize: '0.875rem', border: 0 } }}
          >
            <TableCell>{text('frame.common.total')}</TableCell>
            <TableCell sx={wideOnly} />
            <TableCell align="right">{format.number(requested)}</TableCell>
            <TableCell align="right">{format.number(granted)}</TableCell>
            <TableCell sx={wideOnly} />
            <TableCell align="right">
              {total === null || placed.length === 0 ? '—' : format.money(total, option.currency)}
            </TableCell>
          </TableRow>
        </TableFooter>
      </Table>
    </Section>
  );
}
