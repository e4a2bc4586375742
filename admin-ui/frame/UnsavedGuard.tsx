import { Typography } from '@mui/material';
import { useEffect } from 'react';
import { useBlocker } from 'react-router';
import { useText } from '../messages/use-text.ts';
import { ConfirmDialog } from './ConfirmDialog.tsx';

/** Asks before a page with unsaved changes is left: inside the console, and by closing or reloading the tab. */
export function UnsavedGuard({ when }: { when: boolean }) {
  const text = useText();
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) => when && currentLocation.pathname !== nextLocation.pathname,
  );
  useEffect(() => {
    if (!when) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [when]);
  if (blocker.state !== 'blocked') return null;
  return (
    <ConfirmDialog
      open
      title={text('unsaved.title')}
      submit={text('unsaved.leave')}
      cancel={text('unsaved.stay')}
      pending={false}
      destructive
      onCancel={() => blocker.reset()}
      onSubmit={() => blocker.proceed()}
    >
      <Typography>{text('unsaved.body')}</Typography>
    </ConfirmDialog>
  );
}
