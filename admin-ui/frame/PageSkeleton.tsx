import { Skeleton, Stack } from '@mui/material';
import { useText } from '../messages/use-text.ts';

/** Keeps the place of a page that is on its way, so that nothing jumps. */
export function PageSkeleton() {
  const text = useText();
  return (
    <Stack spacing={2} role="status" aria-label={text('frame.common.loading')}>
      <Skeleton width={160} height={20} />
      <Skeleton width={320} height={36} />
      <Skeleton variant="rounded" height={56} />
      <Skeleton variant="rounded" height={320} />
    </Stack>
  );
}
