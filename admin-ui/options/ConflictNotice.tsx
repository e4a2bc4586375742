import { Alert, AlertTitle } from '@mui/material';
import { useSeen } from '../frame/use-seen.ts';
import { useFormat } from '../messages/use-format.ts';
import { useText } from '../messages/use-text.ts';
import { useRight } from '../provider/session.ts';
import { doneKey } from './done-key.ts';
import { actorOf } from './history-row.ts';
import { useOptionHistory } from './OptionTimeline.tsx';
import type { OptionRecord } from './option-record.ts';

/** Says who changed the option while a person was deciding, and that the latest version is now on screen. */
export function ConflictNotice({ option, onClose }: { option: OptionRecord; onClose: () => void }) {
  const text = useText();
  const format = useFormat();
  const { data } = useOptionHistory(option.id, useRight('history.history:read'));
  const notice = useSeen<HTMLDivElement>(option.id);
  const last = data?.[0];
  const who =
    last === undefined
      ? text('frame.conflict.unknown')
      : text('frame.conflict.by', {
          actor: actorOf(last) ?? text('options.show.byTime'),
          at: format.instant(last.at, option.timeZone),
          verb: text(doneKey(last)),
        });
  return (
    <Alert ref={notice} severity="warning" role="alert" onClose={onClose} sx={{ mb: 2, scrollMarginTop: 72 }}>
      <AlertTitle>{text('frame.conflict.title')}</AlertTitle>
      {who} {text('frame.conflict.reloaded')}
    </Alert>
  );
}
