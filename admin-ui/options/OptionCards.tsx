import { Box, Stack, Typography } from '@mui/material';
import { CardHead } from '../frame/CardHead.tsx';
import { RecordCards } from '../frame/RecordCards.tsx';
import { When } from '../frame/When.tsx';
import { useText } from '../messages/use-text.ts';
import { SelectBox } from './bulk/SelectBox.tsx';
import { useSelection } from './bulk/use-selection.ts';
import { DueDate } from './DueDate.tsx';
import { awaitsConfirmation, type OptionRow } from './option-record.ts';
import { StateChip } from './StateChip.tsx';

function OptionCard({ option }: { option: OptionRow }) {
  const text = useText();
  const { placedQuantity: placed, requestedQuantity: requested } = option;
  return (
    <Stack spacing={0.75}>
      <CardHead title={option.number} chip={<StateChip state={option.state} />} />
      <Box>
        <Typography sx={{ fontWeight: 600 }}>{option.contactName}</Typography>
        <Typography variant="body2" color="text.secondary">
          {[option.structureName === option.contactName ? null : option.structureName, option.provenance]
            .filter(Boolean)
            .join(' · ')}
        </Typography>
      </Box>
      <Box>
        <Typography variant="body2">{option.eventName}</Typography>
        <Typography variant="body2" color="text.secondary" component="div">
          <When startsAt={option.startsAt} timeZone={option.timeZone} />
        </Typography>
      </Box>
      <Stack direction="row" sx={{ justifyContent: 'space-between', alignItems: 'flex-end', gap: 1 }}>
        <Typography variant="body2">
          {placed === 0
            ? text('options.list.requestedOnly', { requested })
            : text('options.list.quantity', { placed, requested })}
        </Typography>
        {option.confirmationDueAt !== null && (
          <Typography variant="body2" component="div" align="right">
            <DueDate
              dueAt={option.confirmationDueAt}
              timeZone={option.timeZone}
              running={awaitsConfirmation(option)}
            />
          </Typography>
        )}
      </Stack>
    </Stack>
  );
}

/** Options as cards, for small widths. */
export function OptionCards() {
  const selection = useSelection();
  return (
    <RecordCards<OptionRow>
      to={(option) => `/options/${option.id}/show`}
      render={(option) => <OptionCard option={option} />}
      select={(option) => <SelectBox option={option} selection={selection} />}
    />
  );
}
