import DoneIcon from '@mui/icons-material/Check';
import { Box, Link as MuiLink, Tooltip, Typography } from '@mui/material';
import { DataTable } from 'react-admin';
import { Link } from 'react-router';
import { axes } from '../../rules/options/labels.ts';
import { When } from '../frame/When.tsx';
import { useText } from '../messages/use-text.ts';
import { SelectBox, SelectPageBox } from './bulk/SelectBox.tsx';
import { useSelection } from './bulk/use-selection.ts';
import { DueDate } from './DueDate.tsx';
import { awaitsConfirmation, type OptionRow } from './option-record.ts';
import { StateChip } from './StateChip.tsx';

const Column = DataTable.Col<OptionRow>;

function Help({ title, children }: { title: string; children: string }) {
  return (
    <Tooltip title={title}>
      <Box component="abbr" aria-label={title} sx={{ textDecoration: 'none', cursor: 'help' }}>
        {children}
      </Box>
    </Tooltip>
  );
}

function Tick({ shown, label }: { shown: boolean; label: string }) {
  return shown ? <DoneIcon fontSize="small" color="success" titleAccess={label} /> : null;
}

/**
 * Options as the trade reads them: number, contact, origin, product, rank, performance, state, due date, seats. Of
 * requests, which nobody has answered yet, the channel they came through instead of what follows the answer.
 */
export function OptionTable({ requests = false }: { requests?: boolean }) {
  const text = useText();
  const selection = useSelection();
  return (
    <DataTable<OptionRow>
      bulkActionButtons={false}
      rowClick={false}
      aria-label={text('options.list.caption')}
    >
      <Column
        align="center"
        cellSx={() => ({ width: 40 })}
        label={<SelectPageBox selection={selection} />}
        render={(option) => <SelectBox option={option} selection={selection} />}
      />
      <Column
        source="number"
        render={(option) => (
          <MuiLink component={Link} to={`/options/${option.id}/show`} sx={{ fontWeight: 650 }}>
            {option.number}
          </MuiLink>
        )}
      />
      <Column
        source="contactName"
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
      <Column source="provenance" disableSort cellSx={() => ({ whiteSpace: 'nowrap' })} />
      <Column source="eventName" />
      <Column
        source="position"
        align="center"
        disableSort
        label={<Help title={text('options.list.positionHelp')}>{text('options.list.short.position')}</Help>}
      />
      <Column
        source="startsAt"
        render={(option) => <When startsAt={option.startsAt} timeZone={option.timeZone} stacked />}
      />
      <Column source="state" render={(option) => <StateChip state={option.state} />} />
      {requests && (
        <Column source="channelName" disableSort label={text('resources.options.fields.channelName')} />
      )}
      {!requests && (
        <Column
          align="center"
          label={
            <Help title={text('options.list.confirmedHelp')}>{text('options.list.short.confirmed')}</Help>
          }
          render={(option) => (
            <Tick
              shown={['validated', 'firm'].includes(axes(option.state)?.progress ?? '')}
              label={text('options.list.confirmedHelp')}
            />
          )}
        />
      )}
      {!requests && (
        <Column
          align="center"
          label={<Help title={text('options.list.firmHelp')}>{text('options.list.short.firm')}</Help>}
          render={(option) => <Tick shown={option.state === 'firm'} label={text('options.list.firmHelp')} />}
        />
      )}
      {!requests && (
        <Column
          source="confirmationDueAt"
          render={(option) => (
            <DueDate
              dueAt={option.confirmationDueAt}
              timeZone={option.timeZone}
              running={awaitsConfirmation(option)}
            />
          )}
        />
      )}
      <Column
        source="placedQuantity"
        align="right"
        disableSort
        label={<Help title={text('options.list.quantityHelp')}>{text('options.list.short.quantity')}</Help>}
        render={(option) => `${option.placedQuantity} / ${option.requestedQuantity}`}
      />
    </DataTable>
  );
}
