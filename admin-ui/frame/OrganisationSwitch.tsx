import { Box, MenuItem, TextField } from '@mui/material';
import { useStore } from 'react-admin';
import { useText } from '../messages/use-text.ts';
import { useSession } from '../provider/session.ts';

const everywhere = '';

/** The organisation a person works in, or null for all of them. Kept from one visit to the next. */
function useOrganisationId(): [string | null, (id: string | null) => void] {
  const [chosen, choose] = useStore<string | null>('organisation', null);
  const session = useSession();
  const known = session?.organisations.some(({ id }) => id === chosen) ?? false;
  return [known ? chosen : null, choose];
}

/** The filter lists share: the organisation chosen in the menu, if one is. */
export function useOrganisationFilter(): { organisationId?: string } {
  const [organisationId] = useOrganisationId();
  return organisationId === null ? {} : { organisationId };
}

/** Chooses the organisation the lists show; absent when there is only one. */
export function OrganisationSwitch() {
  const text = useText();
  const session = useSession();
  const [organisationId, choose] = useOrganisationId();
  if (session === undefined || session.organisations.length < 2) return null;
  return (
    <Box sx={{ px: 2, pt: 0.5, pb: 1 }}>
      <TextField
        select
        fullWidth
        label={text('frame.organisation.label')}
        value={organisationId ?? everywhere}
        onChange={(event) => choose(event.target.value === everywhere ? null : event.target.value)}
        slotProps={{ select: { displayEmpty: true }, inputLabel: { shrink: true } }}
      >
        <MenuItem value={everywhere}>{text('frame.organisation.all')}</MenuItem>
        {session.organisations.map(({ id, name }) => (
          <MenuItem key={id} value={id}>
            {name}
          </MenuItem>
        ))}
      </TextField>
    </Box>
  );
}
