import LinearProgress from '@mui/material/LinearProgress';
import { lazy, Suspense, useState } from 'react';
import type { Notice } from './notice.ts';
import { OptionPage } from './OptionPage.tsx';
import { OptionsPage } from './OptionsPage.tsx';
import { goTo, useRoute } from './use-route.ts';
import { useWords } from './words/use-words.ts';

// the form is loaded when somebody asks for it: who follows their options needs none
const RequestForm = lazy(async () => ({ default: (await import('./RequestForm.tsx')).RequestForm }));
const ChangePage = lazy(async () => ({ default: (await import('./ChangePage.tsx')).ChangePage }));

/** The page the address names; a session that has ended is told by whichever page finds out. */
export function Pages({ onGone }: { onGone: () => void }) {
  const { words } = useWords();
  return (
    <Suspense fallback={<LinearProgress aria-label={words.loading} />}>
      <Page onGone={onGone} />
    </Suspense>
  );
}

function Page({ onGone }: { onGone: () => void }) {
  const route = useRoute();
  const [notice, setNotice] = useState<Notice | null>(null);
  const done = (id: string, said: Notice) => {
    setNotice(said);
    goTo({ page: 'option', id });
  };
  switch (route.page) {
    case 'options':
      return <OptionsPage onGone={onGone} />;
    case 'new':
      return <RequestForm onDone={done} onCancel={() => goTo({ page: 'options' })} onGone={onGone} />;
    case 'option':
      return <OptionPage key={route.id} id={route.id} notice={notice} onNotice={setNotice} onGone={onGone} />;
    case 'change':
      return <ChangePage key={route.id} id={route.id} onDone={done} onGone={onGone} />;
  }
}
