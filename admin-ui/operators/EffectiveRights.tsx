import CheckIcon from '@mui/icons-material/Check';
import WithheldIcon from '@mui/icons-material/DoNotDisturbOnOutlined';
import ExpandIcon from '@mui/icons-material/ExpandMore';
import { Alert, Box, IconButton, MenuItem, Stack, Switch, TextField, Typography } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { useDataProvider } from 'react-admin';
import type { z } from 'zod';
import type { EffectiveRightsBody } from '../../api/organisation/rights-routes.ts';
import { type RightAction, rightActions } from '../../rules/organisation/right-tree.ts';
import { Section } from '../frame/Facts.tsx';
import { ProblemAlert } from '../frame/ProblemAlert.tsx';
import { visuallyHidden } from '../frame/visually-hidden.ts';
import { useText } from '../messages/use-text.ts';
import type { PlacetDataProvider } from '../provider/data-provider.ts';
import { type MatrixRow, matrixRows, rightsAt } from '../roles/matrix-rows.ts';

type Effective = z.output<typeof EffectiveRightsBody>;
type Organisation = Effective['organisations'][number];
type Explained = Organisation['rights'][number];

/** One letter of a function: held, withheld by the perimeter, or missing; and why. */
function useReason(organisation: Organisation): (found: Explained | undefined) => string {
  const text = useText();
  return (found) => {
    if (found === undefined) return text('settings.effective.missing');
    const roles = found.roleIds
      .map((id) => organisation.roles.find((role) => role.id === id)?.name ?? '')
      .join(', ');
    const given = text('settings.effective.from', { roles, smart_count: found.roleIds.length });
    return found.withheld === null
      ? given
      : `${given} ${text(`settings.effective.withheld.${found.withheld}`)}`;
  };
}

function Letter({ action, found }: { action: RightAction; found: Explained | undefined }) {
  const text = useText();
  const state = found === undefined ? 'no' : found.withheld === null ? 'yes' : 'held';
  return (
    <Box
      component="span"
      sx={{
        display: 'inline-flex',
        alignItems: 'center',
        gap: 0.25,
        minWidth: 34,
        color: state === 'yes' ? 'text.primary' : 'text.secondary',
      }}
    >
      <abbr title={text(`settings.role.action.${action}`)} style={{ textDecoration: 'none' }}>
        {text(`settings.role.short.${action}`)}
      </abbr>
      {state === 'yes' && (
        <CheckIcon fontSize="inherit" color="primary" titleAccess={text('settings.role.granted')} />
      )}
      {state === 'held' && (
        <WithheldIcon
          fontSize="inherit"
          color="warning"
          titleAccess={text('settings.effective.state.withheld')}
        />
      )}
      {state === 'no' && (
        <>
          <span aria-hidden="true">–</span>
          <Box component="span" style={visuallyHidden}>
            {text('settings.effective.state.missing')}
          </Box>
        </>
      )}
    </Box>
  );
}

function FunctionRow({
  row,
  organisation,
}: {
  row: MatrixRow & { kind: 'function' };
  organisation: Organisation;
}) {
  const text = useText();
  const reason = useReason(organisation);
  const [open, setOpen] = useState(false);
  const detailId = useId();
  const letters = rightActions.flatMap((action) => {
    const [right] = rightsAt(row, action);
    return right === undefined
      ? []
      : [{ action, found: organisation.rights.find((each) => each.right === right) }];
  });
  const name = text(`settings.role.functions.${row.word}`);
  return (
    <Box component="li" sx={{ borderTop: 1, borderColor: 'divider', pl: 1 + row.depth }}>
      <Box sx={{ display: 'flex', alignItems: 'center', flexWrap: 'wrap', columnGap: 1 }}>
        <Typography variant="body2" sx={{ flex: '1 1 160px', minWidth: 0 }}>
          {name}
          {row.coming && (
            <Typography component="span" variant="caption" color="text.secondary" sx={{ ml: 1 }}>
              {text('settings.role.soon')}
            </Typography>
          )}
        </Typography>
        <Typography component="span" variant="body2">
          {letters.map(({ action, found }) => (
            <Letter key={action} action={action} found={found} />
          ))}
        </Typography>
        <IconButton
          size="small"
          aria-label={text('settings.effective.why', { name })}
          aria-expanded={open}
          aria-controls={open ? detailId : undefined}
          onClick={() => setOpen(!open)}
        >
          <ExpandIcon fontSize="small" sx={{ transform: open ? 'rotate(180deg)' : 'none' }} />
        </IconButton>
      </Box>
      {open && (
        <Box component="ul" id={detailId} sx={{ m: 0, pb: 1, pl: 2.5 }}>
          {letters.map(({ action, found }) => (
            <Typography key={action} component="li" variant="body2" color="text.secondary">
              {text('settings.effective.line', {
                action: text(`settings.role.action.${action}`),
                reason: reason(found),
              })}
            </Typography>
          ))}
        </Box>
      )}
    </Box>
  );
}

/** The tree for one organisation: what is held alone, or all there is with what is missing. */
function Tree({ organisation, whole }: { organisation: Organisation; whole: boolean }) {
  const text = useText();
  const isHeld = (row: MatrixRow) =>
    rightsAt(row, null).some((right) => organisation.rights.some((each) => each.right === right));
  const rows = matrixRows.filter((row) => whole || isHeld(row));
  if (rows.length === 0) return <Alert severity="info">{text('settings.operator.noRole')}</Alert>;
  return (
    <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none' }}>
      {rows.map((row) =>
        row.kind === 'branch' ? (
          <Box
            component="li"
            key={row.name}
            sx={{ bgcolor: 'action.hover', px: 1, pl: 1 + row.depth, py: 0.5 }}
          >
            <Typography variant="subtitle2" component="h3">
              {text(`settings.role.group.${row.name}`)}
            </Typography>
          </Box>
        ) : (
          <FunctionRow key={row.functions[0]} row={row} organisation={organisation} />
        ),
      )}
    </Box>
  );
}

function Perimeter({ audienceCategories, families }: Pick<Effective, 'audienceCategories' | 'families'>) {
  const text = useText();
  const told = (named: Effective['families']) =>
    named === null
      ? text('settings.effective.all')
      : named.map(({ name }) => name).join(', ') || text('settings.effective.none');
  return (
    <Typography variant="body2">
      {text('settings.effective.perimeter', {
        audiences: told(audienceCategories),
        families: told(families),
      })}
    </Typography>
  );
}

/** What a colleague may do where, from which role each right comes, and what is missing. */
export function EffectiveRights({ operatorId }: { operatorId: string }) {
  const text = useText();
  const provider = useDataProvider<PlacetDataProvider>();
  const [chosen, setChosen] = useState<string | null>(null);
  const [whole, setWhole] = useState(false);
  const { data, error } = useQuery({
    queryKey: ['operators', 'effective-rights', operatorId],
    queryFn: () => provider.ask<Effective>(`/operators/${operatorId}/effective-rights`),
  });
  const organisation = data?.organisations.find(({ id }) => id === chosen) ?? data?.organisations[0];
  return (
    <Section title={text('settings.effective.title')}>
      {error !== null && <ProblemAlert failure={error} />}
      {data !== undefined && (
        <Stack spacing={1.5}>
          {data.disabled && <Alert severity="warning">{text('settings.effective.disabled')}</Alert>}
          <Perimeter {...data} />
          {organisation === undefined ? (
            <Alert severity="info">{text('settings.operator.noRole')}</Alert>
          ) : (
            <>
              <Stack direction="row" useFlexGap spacing={1} sx={{ alignItems: 'center', flexWrap: 'wrap' }}>
                {data.organisations.length > 1 && (
                  <TextField
                    select
                    size="small"
                    label={text('frame.organisation.label')}
                    value={organisation.id}
                    onChange={(event) => setChosen(event.target.value)}
                    sx={{ minWidth: 180 }}
                  >
                    {data.organisations.map(({ id, name }) => (
                      <MenuItem key={id} value={id}>
                        {name}
                      </MenuItem>
                    ))}
                  </TextField>
                )}
                <Box component="label" sx={{ display: 'inline-flex', alignItems: 'center' }}>
                  <Switch size="small" checked={whole} onChange={(_, checked) => setWhole(checked)} />
                  <Typography variant="body2" component="span">
                    {text('settings.effective.showMissing')}
                  </Typography>
                </Box>
              </Stack>
              <Tree organisation={organisation} whole={whole} />
            </>
          )}
        </Stack>
      )}
    </Section>
  );
}
