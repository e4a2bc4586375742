import AddIcon from '@mui/icons-material/Add';
import { Button } from '@mui/material';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useText } from '../messages/use-text.ts';
import { useRight } from '../provider/session.ts';

/** The ways to a new request and to a direct placement, for those who may. */
export function useCreateActions(): { request: ReactNode; place: ReactNode } {
  const text = useText();
  const mayRequest = useRight('options.seats.requests:create');
  const mayPlace = useRight('options.seats.placement:create');
  return {
    request: mayRequest && (
      <Button component={Link} to="/options/create" variant="contained" startIcon={<AddIcon />}>
        {text('options.list.create')}
      </Button>
    ),
    place: mayRequest && mayPlace && (
      <Button component={Link} to="/options/create?direct=1" variant="outlined">
        {text('options.list.place')}
      </Button>
    ),
  };
}
