import Alert from '@mui/material/Alert';
import { Await } from './Await.tsx';
import type { OpenCategories, OwnOption } from './ask.ts';
import type { Notice } from './notice.ts';
import { RequestForm } from './RequestForm.tsx';
import { wishOf } from './request-wish.ts';
import { useAsked } from './use-asked.ts';
import { useGone } from './use-gone.ts';
import { goTo } from './use-route.ts';
import { useWords } from './words/use-words.ts';

interface Props {
  id: string;
  onDone: (id: string, said: Notice) => void;
  onGone: () => void;
}

/** A request of one's own, in the form it was made in, as long as nobody treats it. */
export function ChangePage({ id, onDone, onGone }: Props) {
  const asked = useAsked<OwnOption>(`/options/${id}`);
  useGone(asked.failure, onGone);
  return (
    <Await asked={asked}>
      {(option) =>
        option.changeable ? <Change option={option} onDone={onDone} onGone={onGone} /> : <Treated />
      }
    </Await>
  );
}

function Change({ option, onDone, onGone }: { option: OwnOption } & Omit<Props, 'id'>) {
  const asked = useAsked<OpenCategories>(`/performances/${option.performanceId}`);
  useGone(asked.failure, onGone);
  return (
    <Await asked={asked}>
      {({ event }) => (
        <RequestForm
          former={{ option, wish: wishOf(option, event) }}
          onDone={onDone}
          onCancel={() => goTo({ page: 'option', id: option.id })}
          onGone={onGone}
        />
      )}
    </Await>
  );
}

function Treated() {
  const { words } = useWords();
  return <Alert severity="info">{words.option.treated}</Alert>;
}
