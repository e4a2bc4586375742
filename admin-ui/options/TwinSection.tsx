import { Button, Link as MuiLink, Stack, TextField, Typography } from '@mui/material';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useDataProvider, useNotify } from 'react-admin';
import { Link } from 'react-router';
import { Section } from '../frame/Facts.tsx';
import { ProblemAlert } from '../frame/ProblemAlert.tsx';
import { useFormat } from '../messages/use-format.ts';
import { useText } from '../messages/use-text.ts';
import type { PlacetDataProvider } from '../provider/data-provider.ts';
import { useIntention } from '../provider/intention.ts';
import { useRight } from '../provider/session.ts';
import { doorOf, type OptionAnswer, type OptionRecord, type OptionRow } from './option-record.ts';
import { useRefreshOptions } from './use-option-verb.ts';

class UnknownNumber extends Error {}

function useTwinCall(option: OptionRecord) {
  const provider = useDataProvider<PlacetDataProvider>();
  const refresh = useRefreshOptions();
  const intend = useIntention();
  const door = doorOf(option);
  const idOf = async (number: number): Promise<string> => {
    for (const resource of ['options', 'product-options']) {
      const { data } = await provider.getList<OptionRow>(resource, {
        filter: { number },
        pagination: { page: 1, perPage: 1 },
        sort: { field: 'id', order: 'ASC' },
      });
      const [found] = data;
      if (found !== undefined) return found.id;
    }
    throw new UnknownNumber();
  };
  return useMutation({
    mutationFn: async (number: number | null) => {
      const [verb, body] =
        number === null ? ['unlink-twin', {}] : ['link-twin', { twinId: await idOf(number) }];
      return intend({ verb, body }, (key) =>
        provider.act<OptionAnswer>(`${door}/${verb}`, body, key, option.version),
      );
    },
    onSuccess: refresh,
  });
}

/** The option this one is linked with, or the way to link it. */
export function TwinSection({ option }: { option: OptionRecord }) {
  const text = useText();
  const { labels } = useFormat();
  const notify = useNotify();
  const may = useRight('options.seats.twins:execute');
  const call = useTwinCall(option);
  const [number, setNumber] = useState('');
  const { twin } = option;
  if (twin === null && !may) return null;
  const unknown = call.error instanceof UnknownNumber;
  const go = (sought: number | null) =>
    call.mutate(sought, {
      onSuccess: () => {
        setNumber('');
        notify(text(sought === null ? 'products.twin.unlinked' : 'products.twin.linked'), {
          type: 'success',
        });
      },
    });
  return (
    <Section title={text('products.twin.title')}>
      <Stack spacing={1.5} sx={{ alignItems: 'flex-start' }}>
        {twin === null ? (
          <>
            <Typography variant="body2" color="text.secondary">
              {text('products.twin.none')}
            </Typography>
            <Stack
              component="form"
              direction="row"
              spacing={1}
              onSubmit={(event) => {
                event.preventDefault();
                if (/^\d+$/.test(number)) go(Number(number));
              }}
            >
              <TextField
                size="small"
                label={text('products.twin.number')}
                value={number}
                error={unknown}
                helperText={unknown ? text('products.twin.unknown') : undefined}
                onChange={({ target }) => setNumber(target.value.trim())}
                slotProps={{ htmlInput: { inputMode: 'numeric' } }}
              />
              <Button type="submit" variant="outlined" loading={call.isPending}>
                {text('products.twin.link')}
              </Button>
            </Stack>
          </>
        ) : (
          <Stack direction="row" spacing={2} sx={{ alignItems: 'center' }}>
            <MuiLink component={Link} to={`${doorOf(twin)}/show`}>
              {text('products.twin.is', { number: twin.number, state: labels.states[twin.state] })}
            </MuiLink>
            {may && (
              <Button loading={call.isPending} onClick={() => go(null)}>
                {text('products.twin.unlink')}
              </Button>
            )}
          </Stack>
        )}
        {call.error !== null && !unknown && <ProblemAlert failure={call.error} />}
      </Stack>
    </Section>
  );
}
