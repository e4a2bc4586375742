import { Alert, Box, Typography } from '@mui/material';
import { rightActions } from '../../rules/organisation/right-tree.ts';
import { useText } from '../messages/use-text.ts';
import { matrixRows, rightsAt, rightsChanged } from './matrix-rows.ts';
import { useRowLabel } from './use-row-label.ts';

function Lines({ title, rights }: { title: string; rights: readonly string[] }) {
  const text = useText();
  const label = useRowLabel();
  const rows = matrixRows.flatMap((row) => {
    if (row.kind === 'branch') return [];
    const letters = rightActions.filter((action) =>
      rightsAt(row, action).some((right) => rights.includes(right)),
    );
    return letters.length === 0 ? [] : [{ name: label(row), letters }];
  });
  if (rows.length === 0) return null;
  return (
    <>
      <Typography variant="subtitle2" component="p" sx={{ mt: 0.5 }}>
        {title}
      </Typography>
      <Box component="ul" sx={{ m: 0, pl: 2.5 }}>
        {rows.map(({ name, letters }) => (
          <li key={name}>
            {text('settings.role.changed', {
              name,
              actions: letters.map((action) => text(`settings.role.action.${action}`)).join(', '),
            })}
          </li>
        ))}
      </Box>
    </>
  );
}

/** What saving would change in a role, right by right; nothing while nothing changes. */
export function RightsDifference({ before, after }: { before: readonly string[]; after: readonly string[] }) {
  const text = useText();
  const { added, taken } = rightsChanged(before, after);
  if (added.length + taken.length === 0) return null;
  return (
    <Alert severity={taken.length > 0 ? 'warning' : 'info'} icon={false}>
      <Typography variant="subtitle2" component="h3">
        {text('settings.role.difference', { added: added.length, taken: taken.length })}
      </Typography>
      <Lines title={text('settings.role.added')} rights={added} />
      <Lines title={text('settings.role.taken')} rights={taken} />
    </Alert>
  );
}
