import { lazy, Suspense, useEffect, useState } from 'react';
import { useListContext } from 'react-admin';
import { allWords } from '../messages/i18n-provider.ts';

const BulkBar = lazy(async () => {
  const [{ BulkBar: bar }] = await Promise.all([import('./bulk/BulkBar.tsx'), allWords()]);
  return { default: bar };
});

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
