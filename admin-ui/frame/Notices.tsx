import { lazy, Suspense, useEffect, useState } from 'react';
import { useNotificationContext } from 'react-admin';

const Notification = lazy(async () => ({ default: (await import('./NoticeBar.tsx')).NoticeBar }));

/** What was just done, in a line at the foot of the page; fetched with the first one. */
export function Notices() {
  const some = useNotificationContext().notifications.length > 0;
  const [wanted, setWanted] = useState(some);
  useEffect(() => {
    if (some) setWanted(true);
  }, [some]);
  if (!wanted) return null;
  return (
    <Suspense fallback={null}>
      <Notification />
    </Suspense>
  );
}
