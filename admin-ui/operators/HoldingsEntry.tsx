import { Autocomplete, Box, Stack, TextField, Typography } from '@mui/material';
import { useGetList } from 'react-admin';
import { useFormContext, useWatch } from 'react-hook-form';
import { useFieldLabel, useNameText } from '../frame/records/use-record-text.ts';
import { useText } from '../messages/use-text.ts';
import { useSession } from '../provider/session.ts';
import type { RoleRecord } from '../roles/role-record.ts';
import type { OperatorRecord } from './operator-record.ts';

/** What somebody may do, organisation by organisation: the roles they hold in each. */
export function HoldingsEntry() {
  const text = useText();
  const label = useFieldLabel();
  const nameText = useNameText();
  const organisations = useSession()?.organisations ?? [];
  const { setValue, formState } = useFormContext<OperatorRecord>();
  const held = useWatch<OperatorRecord, 'roles'>({ name: 'roles' }) ?? [];
  const { data: roles = [] } = useGetList<RoleRecord>('roles', {
    pagination: { page: 1, perPage: 200 },
    sort: { field: 'name', order: 'ASC' },
  });
  const set = (organisationId: string, chosen: readonly RoleRecord[]) =>
    setValue(
      'roles',
      [
        ...held.filter((holding) => holding.organisationId !== organisationId),
        ...chosen.map(({ id }) => ({ roleId: id, organisationId })),
      ],
      { shouldDirty: true },
    );
  const heldIn = (organisationId: string) =>
    roles.filter(({ id }) =>
      held.some((holding) => holding.organisationId === organisationId && holding.roleId === id),
    );
  return (
    <Box role="group" aria-label={label('roles')}>
      <Typography variant="body2" color="text.secondary" sx={{ mb: 1.5 }}>
        {text(held.length === 0 ? 'settings.operator.noRole' : 'settings.operator.rolesHelp')}
      </Typography>
      <Stack spacing={1.5}>
        {organisations.map(({ id, name, rights: own }) => (
          <Autocomplete
            key={id}
            multiple
            options={roles}
            value={heldIn(id)}
            getOptionLabel={(role) => nameText(role)}
            getOptionKey={(role) => role.id}
            getOptionDisabled={(role) =>
              !heldIn(id).includes(role) && role.rights.some((right) => !own.includes(right))
            }
            isOptionEqualToValue={(option, value) => option.id === value.id}
            onChange={(_, chosen) => set(id, chosen)}
            disableCloseOnSelect
            renderInput={(params) => (
              <TextField
                {...params}
                label={name}
                error={formState.errors.roles !== undefined}
                helperText={formState.errors.roles?.message}
              />
            )}
          />
        ))}
      </Stack>
    </Box>
  );
}
