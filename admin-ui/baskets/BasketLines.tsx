import { Autocomplete, Box, TextField, Typography } from '@mui/material';
import { When } from '../frame/When.tsx';
import { useFormat } from '../messages/use-format.ts';
import { useText } from '../messages/use-text.ts';
import { OptionLink } from '../options/OptionLink.tsx';
import type { BasketLine, BasketRecord } from './basket-record.ts';
import { type Choice, type ChosenPlaces, chosenOf, chosenSeats, isPossible } from './chosen-places.ts';

type LineProps = {
  line: BasketLine;
  choice: Choice;
  currency: string;
  /** Nobody pays here: what is in the basket is only shown. */
  fixed: boolean;
  onChoose: (placesId: string, chosen: ChosenPlaces) => void;
};

/** Which of the numbered seats are paid, when not all are. */
function SeatChoice({ line, choice, onChoose }: LineProps) {
  const text = useText();
  const chosen = chosenSeats(choice, line);
  return (
    <Autocomplete
      multiple
      size="small"
      disableCloseOnSelect
      options={line.seats}
      value={line.seats.filter(({ id }) => chosen.includes(id))}
      getOptionLabel={({ label }) => label}
      isOptionEqualToValue={(one, other) => one.id === other.id}
      onChange={(_event, seats) =>
        onChoose(line.placesId, { quantity: seats.length, seatIds: seats.map(({ id }) => id) })
      }
      renderInput={(input) => (
        <TextField
          {...input}
          label={text('baskets.basket.seats', { number: line.optionNumber, category: line.seatCategoryName })}
          helperText={text('baskets.basket.seatsHelp', { chosen: chosen.length, count: line.seats.length })}
        />
      )}
      sx={{ mt: 1 }}
    />
  );
}

function Line(props: LineProps) {
  const { line, choice, currency, fixed, onChoose } = props;
  const text = useText();
  const format = useFormat();
  const chosen = chosenOf(choice, line);
  const possible = isPossible(line, chosen);
  const seated = line.seats.length === line.quantity && chosen.quantity < line.quantity;
  return (
    <Box
      component="li"
      sx={{ py: 1.5, borderTop: 1, borderColor: 'divider', '&:first-of-type': { borderTop: 0 } }}
    >
      <Box
        sx={{
          display: 'grid',
          gap: 1.5,
          alignItems: 'center',
          gridTemplateColumns: { xs: '1fr auto', sm: 'minmax(0, 1fr) 130px 120px' },
        }}
      >
        <Box sx={{ gridColumn: { xs: '1 / -1', sm: 'auto' }, minWidth: 0 }}>
          <Typography sx={{ fontWeight: 600 }}>
            {line.eventName} – <When startsAt={line.startsAt} timeZone={line.timeZone} />
          </Typography>
          <Typography variant="body2" color="text.secondary" component="div">
            <OptionLink id={line.optionId} number={line.optionNumber} inText />
            {[
              line.optionState === 'firm' ? text('baskets.basket.firm') : null,
              line.seatCategoryName,
              line.audienceSubcategoryName,
              `${format.number(line.quantity)} × ${format.money(line.priceCents, currency)}`,
            ]
              .filter((part) => part !== null)
              .map((part) => ` · ${part}`)}
          </Typography>
        </Box>
        <TextField
          type="number"
          size="small"
          label={text('baskets.basket.paying')}
          value={Number.isNaN(chosen.quantity) ? '' : chosen.quantity}
          disabled={fixed}
          error={!possible}
          helperText={possible ? undefined : text('baskets.basket.tooMany', { count: line.quantity })}
          onChange={(event) =>
            onChoose(line.placesId, { quantity: Number.parseInt(event.target.value, 10), seatIds: null })
          }
          slotProps={{
            htmlInput: {
              min: 0,
              max: line.quantity,
              'aria-label': text('baskets.basket.payingIn', {
                number: line.optionNumber,
                category: line.seatCategoryName,
              }),
            },
          }}
        />
        <Typography sx={{ textAlign: 'right', fontVariantNumeric: 'tabular-nums' }}>
          {format.money(possible ? chosen.quantity * line.priceCents : 0, currency)}
        </Typography>
      </Box>
      {seated && !fixed && possible && chosen.quantity > 0 && <SeatChoice {...props} />}
    </Box>
  );
}

/** What is in a basket, with how much of it is paid. */
export function BasketLines({
  basket,
  choice,
  fixed,
  onChoose,
}: Pick<LineProps, 'choice' | 'fixed' | 'onChoose'> & { basket: BasketRecord }) {
  return (
    <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
      {basket.lines.map((line) => (
        <Line
          key={line.placesId}
          line={line}
          choice={choice}
          currency={basket.currency}
          fixed={fixed}
          onChoose={onChoose}
        />
      ))}
    </Box>
  );
}
