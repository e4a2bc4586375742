import CheckIcon from '@mui/icons-material/Check';
import {
  Box,
  Checkbox,
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableRow,
  Tooltip,
  Typography,
} from '@mui/material';
import { Fragment } from 'react';
import {
  type Right,
  type RightAction,
  type RightFunction,
  rightActions,
  rightsOf,
} from '../../rules/options/rights.ts';
import { ScrollBox } from '../frame/ScrollBox.tsx';
import { useText } from '../messages/use-text.ts';
import { functionGroups, functionWord } from './role-record.ts';

export type RightsMatrixProps = {
  rights: readonly string[];
  /** What the person at the screen may give; without it the matrix is only read. */
  change?: { own: readonly string[]; onChange: (rights: string[]) => void };
};

function rightOf(name: RightFunction, action: RightAction): Right | null {
  const right: Right = `${name}:${action}`;
  return rightsOf(name).includes(right) ? right : null;
}

function Cell({
  right,
  name,
  action,
  rights,
  change,
}: RightsMatrixProps & { right: Right | null; name: string; action: RightAction }) {
  const text = useText();
  if (right === null) return <TableCell align="center" sx={{ py: 0 }} />;
  const held = rights.includes(right);
  if (change === undefined) {
    return (
      <TableCell align="center" sx={{ py: 0.5 }}>
        {held && <CheckIcon fontSize="small" color="primary" titleAccess={text('settings.role.granted')} />}
      </TableCell>
    );
  }
  const label = text('settings.role.of', { action: text(`settings.role.action.${action}`), name });
  return (
    <TableCell align="center" sx={{ py: 0 }}>
      <Checkbox
        size="small"
        checked={held}
        disabled={!held && !change.own.includes(right)}
        onChange={(_, checked) =>
          change.onChange(checked ? [...rights, right] : rights.filter((other) => other !== right))
        }
        slotProps={{ input: { 'aria-label': label } }}
      />
    </TableCell>
  );
}

/** All rights of one function at once. */
function WholeRow({
  name,
  label,
  rights,
  change,
}: RightsMatrixProps & { name: RightFunction; label: string }) {
  const text = useText();
  if (change === undefined) return null;
  const all: readonly string[] = rightsOf(name).filter(
    (right) => rights.includes(right) || change.own.includes(right),
  );
  const held = all.filter((right) => rights.includes(right));
  return (
    <TableCell align="center" sx={{ py: 0 }}>
      <Checkbox
        size="small"
        checked={all.length > 0 && held.length === all.length}
        indeterminate={held.length > 0 && held.length < all.length}
        disabled={all.length === 0}
        onChange={(_, checked) => {
          const others = rights.filter((right) => !all.includes(right));
          change.onChange(checked ? [...others, ...all] : others);
        }}
        slotProps={{ input: { 'aria-label': text('settings.role.rowOf', { name: label }) } }}
      />
    </TableCell>
  );
}

/** The rights of a role: functions down, what one may do with them across. */
export function RightsMatrix({ rights, change }: RightsMatrixProps) {
  const text = useText();
  const columns = rightActions.length + (change === undefined ? 1 : 2);
  return (
    <ScrollBox label={text('settings.role.matrix')}>
      <Table size="small" aria-label={text('settings.role.matrix')}>
        <TableHead>
          <TableRow>
            <TableCell>{text('settings.role.function')}</TableCell>
            {rightActions.map((action) => (
              <TableCell key={action} align="center">
                <Tooltip title={text(`settings.role.action.${action}`)}>
                  <Box component="abbr" sx={{ textDecoration: 'none' }}>
                    {text(`settings.role.short.${action}`)}
                  </Box>
                </Tooltip>
              </TableCell>
            ))}
            {change !== undefined && <TableCell align="center">{text('settings.role.all')}</TableCell>}
          </TableRow>
        </TableHead>
        <TableBody>
          {functionGroups.map(({ group, functions }) => (
            <Fragment key={group}>
              <TableRow>
                <TableCell colSpan={columns} component="th" scope="rowgroup" sx={{ bgcolor: 'action.hover' }}>
                  <Typography variant="subtitle2">{text(`settings.role.group.${group}`)}</Typography>
                </TableCell>
              </TableRow>
              {functions.map((name) => {
                const word = functionWord(name);
                const label = word === undefined ? name : text(`settings.role.functions.${word}`);
                const told = `${text(`settings.role.group.${group}`)}, ${label}`;
                return (
                  <TableRow key={name} hover>
                    <TableCell component="th" scope="row" sx={{ pl: 3 }}>
                      {label}
                    </TableCell>
                    {rightActions.map((action) => (
                      <Cell
                        key={action}
                        right={rightOf(name, action)}
                        name={told}
                        action={action}
                        rights={rights}
                        {...(change === undefined ? {} : { change })}
                      />
                    ))}
                    <WholeRow
                      name={name}
                      label={told}
                      rights={rights}
                      {...(change === undefined ? {} : { change })}
                    />
                  </TableRow>
                );
              })}
            </Fragment>
          ))}
        </TableBody>
      </Table>
    </ScrollBox>
  );
}
