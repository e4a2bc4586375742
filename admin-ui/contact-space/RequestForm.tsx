import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import Stack from '@mui/material/Stack';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { type FormEvent, type ReactNode, useRef, useState } from 'react';
import { ask, type OpenCategories, type OwnOption } from './ask.ts';
import { ChoiceFields } from './ChoiceFields.tsx';
import { EventField } from './EventField.tsx';
import { Failure } from './Failure.tsx';
import type { Notice } from './notice.ts';
import { QuantityFields } from './QuantityFields.tsx';
import { bodyOf, emptyWish, faultsOf, placesOf, type Wish, type WishFault } from './request-wish.ts';
import { useAsked } from './use-asked.ts';
import { isGone, useGone } from './use-gone.ts';
import type { SpaceWords } from './words/fr.ts';
import { useWords } from './words/use-words.ts';

interface Props {
  /** The request to change, with the form filled in; left out: a new one. */
  former?: { option: OwnOption; wish: Wish };
  onDone: (id: string, said: Notice) => void;
  onCancel: () => void;
  onGone: () => void;
}

/** The form of a request, as the seed shows it: dates, places, upgrade, remark. */
export function RequestForm({ former, onDone, onCancel, onGone }: Props) {
  const { words } = useWords();
  const [wish, setWish] = useState<Wish>(former?.wish ?? emptyWish);
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  // one key for one intention: sent again after a broken line, it makes no second request
  const intention = useRef({ said: '', key: '' });
  const [first = ''] = wish.choices;
  const open = useAsked<OpenCategories>(first === '' ? null : `/performances/${first}`);
  useGone(open.failure, onGone);
  const categories = open.data?.categories ?? [];
  const faults = faultsOf(wish, categories);
  const faultOf = (field: string) => {
    const fault = tried ? faults.get(field) : undefined;
    const minimum = categories.find(({ id }) => id === field)?.minimum ?? 1;
    return fault === undefined ? null : told(words, fault, minimum);
  };
  const change = (changes: Partial<Wish>) => setWish((before) => ({ ...before, ...changes }));
  const send = async () => {
    const body = bodyOf(wish, categories);
    const said = JSON.stringify(body);
    if (intention.current.said !== said) intention.current = { said, key: crypto.randomUUID() };
    setBusy(true);
    setFailure(null);
    const options = { body, idempotencyKey: intention.current.key };
    try {
      const { id, number } =
        former === undefined
          ? await ask<OwnOption>('/options', { ...options, method: 'POST' })
          : await ask<OwnOption>(`/options/${former.option.id}`, {
              ...options,
              method: 'PUT',
              version: former.option.version,
            });
      onDone(id, { done: former === undefined ? 'submitted' : 'changed', number });
    } catch (problem) {
      if (isGone(problem)) onGone();
      setFailure(problem);
      setBusy(false);
    }
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    const [fault] = faults.keys();
    if (fault !== undefined) document.getElementById(fault)?.focus();
    else if (open.data !== null) void send();
  };
  const { request } = words;
  return (
    <Box component="form" noValidate onSubmit={submit}>
      <Stack spacing={3}>
        <Typography variant="h1">
          {former === undefined ? request.title : request.changeTitle(former.option.number)}
        </Typography>
        <Part title={request.eventsAndDates}>
          <EventField
            value={wish.event}
            fault={faultOf('event')}
            onChange={(event) => change({ event, choices: emptyWish.choices, quantities: {} })}
          />
          {wish.event !== null && (
            <ChoiceFields
              event={wish.event}
              choices={wish.choices}
              faultOf={faultOf}
              onChange={(rank, id) =>
                change({ choices: wish.choices.map((before, at) => (at === rank ? id : before)) })
              }
            />
          )}
        </Part>
        <Part title={request.places}>
          {first === '' && <Typography color="text.secondary">{request.placesFirst}</Typography>}
          {open.failure !== null && <Failure failure={open.failure} again={open.again} />}
          {first !== '' && open.failure === null && open.data === null && (
            <Typography role="status">{words.loading}</Typography>
          )}
          {open.data !== null && (
            <QuantityFields
              categories={categories}
              quantities={wish.quantities}
              total={placesOf(wish, categories)}
              faultOf={faultOf}
              onChange={(id, typed) => change({ quantities: { ...wish.quantities, [id]: typed } })}
            />
          )}
        </Part>
        <Part title={request.upgrade}>
          <FormControlLabel
            control={
              <Checkbox
                checked={wish.acceptsUpgrade}
                onChange={(_event, acceptsUpgrade) => change({ acceptsUpgrade })}
              />
            }
            label={request.upgradeLabel}
          />
        </Part>
        <Part title={request.remark}>
          <TextField
            label={request.remark}
            helperText={request.remarkHelp}
            value={wish.remark}
            onChange={({ target }) => change({ remark: target.value })}
            multiline
            minRows={3}
            slotProps={{ htmlInput: { maxLength: 2_000 } }}
          />
        </Part>
        {failure !== null && <Failure failure={failure} />}
        <Stack direction="row" sx={{ gap: 1, flexWrap: 'wrap' }}>
          <Button type="submit" variant="contained" size="large" loading={busy}>
            {former === undefined ? request.submit : request.save}
          </Button>
          <Button size="large" onClick={onCancel}>
            {request.cancel}
          </Button>
        </Stack>
      </Stack>
    </Box>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Stack component="section" spacing={2}>
      <Typography variant="h2">{title}</Typography>
      {children}
    </Stack>
  );
}

function told({ request }: SpaceWords, fault: WishFault, minimum: number): string {
  switch (fault) {
    case 'event':
      return request.faultEvent;
    case 'first':
      return request.faultFirst;
    case 'twice':
      return request.faultTwice;
    case 'nothing':
      return request.faultNothing;
    case 'number':
      return request.faultNumber;
    case 'few':
      return request.faultFew(minimum);
  }
}
