import { lazy, Suspense, useEffect, useState } from 'react';
import { useListContext } from 'react-admin';

const BulkBar = lazy(async () => ({ default: (await import('./bulk/BulkBar.tsx')).BulkBar }));

/** The verbs on a selection, fetched with the first row that is selected; from then on it shows and hides itself. */
export function SelectionBar() {
  const { selectedIds = [] } = useListContext();
  const some = selectedIds.length > 0;
  const [wanted, setWanted] = useState(some);
  useEffect(() => {
    if (some) setWanted(true);
  }, [some]);
  if (!wanted) return null;
  return (
    <Suspense fallback={null}>
      <BulkBar />
    </Suspense>
  );
}
