import { Box, Button, Stack } from '@mui/material';
import { type ReactNode, useEffect, useState } from 'react';
import { Form, useEvent, useNotify } from 'react-admin';
import { useFormState } from 'react-hook-form';
import { Link } from 'react-router';
import { useFormat } from '../../messages/use-format.ts';
import { useText } from '../../messages/use-text.ts';
import { problemOf } from '../../provider/problem.ts';
import { ConflictDialog } from '../conflict/ConflictDialog.tsx';
import { settled } from '../conflict/sides.ts';
import { ProblemAlert } from '../ProblemAlert.tsx';
import { UnsavedGuard } from '../UnsavedGuard.tsx';
import { useSeen } from '../use-seen.ts';
import { fieldFaults } from './field-faults.ts';
import { bodyOf, type RecordKind, type SettingRecord } from './record-kind.ts';
import { type Conflict, useConflict } from './use-conflict.ts';
import { useFieldPath } from './use-field-path.ts';
import { useSaveRecord } from './use-save-record.ts';

export type RecordFormProps<R> = {
  kind: RecordKind<R>;
  /** The record as the person saw it; null makes a new one. */
  before: R | null;
  /** What a new record starts with. */
  defaults?: Readonly<Record<string, unknown>>;
  /** Where cancelling leads. */
  backTo: string;
  submit: string;
  /** What is sent besides the kind's fields. */
  toBody?: () => Record<string, unknown>;
  onSaved: (record: R) => void | Promise<void>;
  /** Goes on with the version somebody else made. */
  onTakeTheirs?: (record: R) => void;
  /** The kind's `Inputs`. */
  children: ReactNode;
};

function Guard({ saved }: { saved: boolean }) {
  const { dirtyFields } = useFormState();
  return <UnsavedGuard when={!saved && Object.keys(dirtyFields).length > 0} />;
}

function Buttons({ backTo, submit, pending }: { backTo: string; submit: string; pending: boolean }) {
  const text = useText();
  return (
    <Box
      sx={{
        position: 'sticky',
        bottom: 0,
        zIndex: 1,
        display: 'flex',
        justifyContent: 'flex-end',
        gap: 1,
        py: 1.5,
        bgcolor: 'background.default',
        borderTop: 1,
        borderColor: 'divider',
      }}
    >
      <Button component={Link} to={backTo} color="inherit">
        {text('frame.common.cancel')}
      </Button>
      <Button type="submit" variant="contained" loading={pending}>
        {submit}
      </Button>
    </Box>
  );
}

/**
 * The form of a settings record: one button, nothing optimistic. A refusal stands above the button and at the fields it
 * is about; a record that somebody else changed meanwhile is settled field by field; leaving with unsaved changes is
 * asked first.
 */
export function RecordForm<R extends Pick<SettingRecord, 'id' | 'version'>>(props: RecordFormProps<R>) {
  const { kind, before, defaults, backTo, submit, toBody, onSaved, onTakeTheirs, children } = props;
  const text = useText();
  const format = useFormat();
  const notify = useNotify();
  const pathName = useFieldPath();
  const save = useSaveRecord(kind);
  const compare = useConflict(kind);
  const [failure, setFailure] = useState<unknown>(null);
  const [conflict, setConflict] = useState<Conflict<R> | null>(null);
  const [saved, setSaved] = useState<R | null>(null);
  const seen = useSeen<HTMLDivElement>(failure);
  const leave = useEvent(onSaved);
  // the guard has let go by the time this runs: its own effects come first
  useEffect(() => {
    if (saved !== null) void leave(saved);
  }, [saved, leave]);

  const send = async (on: R | null, body: Record<string, unknown>) => {
    setFailure(null);
    try {
      const record = await save.mutateAsync({ before: on, body });
      const name = kind.name(record, format);
      notify(text(on === null ? 'settings.common.created' : 'settings.common.saved', { name }), {
        type: 'success',
      });
      setConflict(null);
      setSaved(record);
      return undefined;
    } catch (refused) {
      if (on !== null && problemOf(refused).code === 'record.version') setConflict(await compare(on, body));
      else {
        setConflict(null);
        setFailure(refused);
      }
      return fieldFaults(refused);
    }
  };
  return (
    <>
      <Form
        {...(before === null ? { defaultValues: defaults ?? {} } : { record: before })}
        onSubmit={(values: Readonly<Record<string, unknown>>) =>
          send(before, { ...bodyOf(kind, values, before), ...toBody?.() })
        }
        noValidate
        mode="onBlur"
      >
        <Stack spacing={2} sx={{ maxWidth: 760 }}>
          <Guard saved={saved !== null} />
          {children}
          <Box ref={seen} sx={{ scrollMarginBottom: 96 }}>
            {failure !== null && <ProblemAlert failure={failure} fieldName={pathName} />}
          </Box>
          <Buttons backTo={backTo} submit={submit} pending={save.isPending} />
        </Stack>
      </Form>
      {conflict !== null && (
        <ConflictDialog
          subject={{ type: kind.subject, id: conflict.theirs.id }}
          rows={conflict.rows}
          pending={save.isPending}
          onSettle={(choice) =>
            void send(
              conflict.theirs,
              settled(conflict.mine, conflict.rows, ({ name }) => choice(name)),
            )
          }
          onTakeTheirs={() => onTakeTheirs?.(conflict.theirs)}
          onBack={() => setConflict(null)}
        />
      )}
    </>
  );
}
