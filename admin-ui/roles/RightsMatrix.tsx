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
import {
  comingFunctions,
  type Right,
  type RightAction,
  type RightBranch,
  type RightFunction,
  rightActions,
  rightsOf,
  rightTree,
} from '../../rules/organisation/right-tree.ts';
import { ScrollBox } from '../frame/ScrollBox.tsx';
import { useText } from '../messages/use-text.ts';
import { functionWord } from './role-record.ts';

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

/** A branch with its functions and the branches below it. */
function BranchRows({
  branch,
  depth,
  rights,
  change,
}: RightsMatrixProps & { branch: RightBranch; depth: number }) {
  const text = useText();
  const given = change === undefined ? {} : { change };
  const columns = rightActions.length + (change === undefined ? 1 : 2);
  const title = text(`settings.role.group.${branch.name}`);
  return (
    <>
      <TableRow>
        <TableCell
          colSpan={columns}
          component="th"
          scope="rowgroup"
          sx={{ bgcolor: 'action.hover', pl: 2 + 2 * depth }}
        >
          <Typography variant="subtitle2">{title}</Typography>
        </TableCell>
      </TableRow>
      {branch.functions.map((name) => {
        const label = text(`settings.role.functions.${functionWord(name)}`);
        const told = `${title}, ${label}`;
        return (
          <TableRow key={name} hover>
            <TableCell component="th" scope="row" sx={{ pl: 3 + 2 * depth }}>
              {label}
              {comingFunctions.includes(name) && (
                <Typography component="span" variant="caption" color="text.secondary" sx={{ ml: 1 }}>
                  {text('settings.role.soon')}
                </Typography>
              )}
            </TableCell>
            {rightActions.map((action) => (
              <Cell
                key={action}
                right={rightOf(name, action)}
                name={told}
                action={action}
                rights={rights}
                {...given}
              />
            ))}
            <WholeRow name={name} label={told} rights={rights} {...given} />
          </TableRow>
        );
      })}
      {branch.branches.map((below) => (
        <BranchRows key={below.name} branch={below} depth={depth + 1} rights={rights} {...given} />
      ))}
    </>
  );
}

/** The rights of a role: functions down, what one may do with them across. */
export function RightsMatrix({ rights, change }: RightsMatrixProps) {
  const text = useText();
  const given = change === undefined ? {} : { change };
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
          {rightTree.map((branch) => (
            <BranchRows key={branch.name} branch={branch} depth={0} rights={rights} {...given} />
          ))}
        </TableBody>
      </Table>
    </ScrollBox>
  );
}
