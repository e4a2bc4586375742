import { Button, Paper } from '@mui/material';
import { Link } from 'react-router';
import { useText } from '../messages/use-text.ts';
import { EmptyState } from './EmptyState.tsx';
import { PageHeader } from './PageHeader.tsx';

/** For an address that leads nowhere. */
export function NotFoundPage() {
  const text = useText();
  return (
    <>
      <PageHeader title={text('frame.notFound.title')} />
      <Paper variant="outlined">
        <EmptyState
          title={text('frame.notFound.title')}
          body={text('frame.notFound.body')}
          action={
            <Button component={Link} to="/" variant="contained">
              {text('frame.notFound.back')}
            </Button>
          }
        />
      </Paper>
    </>
  );
}
