import { Alert, Box, Button, Link as MuiLink, Stack, Typography } from '@mui/material';
import { useCallback, useState } from 'react';
import { useRefresh } from 'react-admin';
import { Link } from 'react-router';
import { ContactLink } from '../contacts/ContactLink.tsx';
import { Facts, Section } from '../frame/Facts.tsx';
import { PageHeader } from '../frame/PageHeader.tsx';
import { RecordPage } from '../frame/RecordPage.tsx';
import { RecordTimeline } from '../frame/records/RecordTimeline.tsx';
import { useFormat } from '../messages/use-format.ts';
import { useText } from '../messages/use-text.ts';
import { AbandonDialog } from './AbandonDialog.tsx';
import { BasketLines } from './BasketLines.tsx';
import { BasketStateChip } from './BasketStateChip.tsx';
import { type BasketRecord, isWholeBasket } from './basket-record.ts';
import { Countdown } from './Countdown.tsx';
import { type Choice, chosenOf, isPossible, sumOf } from './chosen-places.ts';
import { PayDialog } from './PayDialog.tsx';

function BasketFacts({ basket }: { basket: BasketRecord }) {
  const text = useText();
  const format = useFormat();
  const { means, paidCents, currency } = basket;
  return (
    <Section title={text('baskets.basket.facts')}>
      <Facts
        facts={[
          {
            label: text('baskets.basket.contact'),
            value: <ContactLink id={basket.contactId} name={basket.contactName} />,
          },
          {
            label: text('baskets.basket.file'),
            value: (
              <MuiLink component={Link} to={`/booking-files/${basket.bookingFileId}/show`}>
                {text('baskets.file.title', { number: basket.bookingFileNumber })}
              </MuiLink>
            ),
          },
          {
            label: text('optionActs.insured.label'),
            value: basket.insured ? text('optionActs.insured.help') : null,
          },
          { label: text('baskets.basket.openedBy'), value: basket.openedBy },
          { label: text('baskets.basket.openedAt'), value: format.instant(basket.openedAt) },
          { label: text('baskets.basket.channel'), value: basket.channelName },
          {
            label: text('baskets.basket.paid'),
            value: means === null ? null : format.money(paidCents, currency),
          },
          {
            label: text('baskets.basket.means'),
            value: means === null ? null : text(`baskets.means.${means}`),
          },
          { label: text('baskets.basket.reference'), value: basket.reference },
        ]}
      />
    </Section>
  );
}

/** How a basket ended, and by whom. */
function Ended({ basket }: { basket: BasketRecord }) {
  const text = useText();
  const format = useFormat();
  if (basket.state === 'open') return null;
  const at = basket.endedAt === null ? '—' : format.instant(basket.endedAt);
  return (
    <Alert severity={basket.state === 'paid' ? 'success' : 'info'} sx={{ mb: 2 }}>
      {text(`baskets.basket.ended.${basket.state}`, { who: basket.endedBy ?? '—', at })}
    </Alert>
  );
}

/** What is in an open basket, how much of it is paid, and the ways to end it. */
function OpenBasket({ basket }: { basket: BasketRecord }) {
  const text = useText();
  const format = useFormat();
  const [choice, setChoice] = useState<Choice>({});
  const [dialog, setDialog] = useState<'pay' | 'abandon' | null>(null);
  const { amountCents, places, rest } = sumOf(basket.lines, choice);
  const possible = basket.lines.every((line) => isPossible(line, chosenOf(choice, line)));
  const mayPay = basket.allowedActions.includes('pay-by-hand');
  const close = () => setDialog(null);
  return (
    <Section
      title={text('baskets.basket.lines')}
      action={
        rest > 0 && (
          <Button size="small" onClick={() => setChoice({})}>
            {text('baskets.basket.all')}
          </Button>
        )
      }
    >
      <BasketLines
        basket={basket}
        choice={choice}
        fixed={!mayPay}
        onChoose={(placesId, chosen) => setChoice({ ...choice, [placesId]: chosen })}
      />
      <Box
        sx={{
          display: 'flex',
          flexWrap: 'wrap',
          gap: 2,
          alignItems: 'center',
          justifyContent: 'space-between',
          borderTop: 1,
          borderColor: 'divider',
          pt: 2,
        }}
      >
        <Typography variant="h2" component="p" aria-live="polite">
          {text('baskets.basket.total', {
            amount: format.money(possible ? amountCents : 0, basket.currency),
          })}
        </Typography>
        <Stack direction="row" useFlexGap sx={{ flexWrap: 'wrap', gap: 1 }}>
          {basket.allowedActions.includes('abandon') && (
            <Button color="error" variant="outlined" onClick={() => setDialog('abandon')}>
              {text('baskets.basket.abandon')}
            </Button>
          )}
          {mayPay && (
            <Button variant="contained" disabled={!possible || places === 0} onClick={() => setDialog('pay')}>
              {text('baskets.basket.pay')}
            </Button>
          )}
        </Stack>
      </Box>
      {mayPay && places === 0 && (
        <Typography color="error" variant="body2" sx={{ mt: 1 }}>
          {text('baskets.basket.nothing')}
        </Typography>
      )}
      {dialog === 'pay' && <PayDialog basket={basket} choice={choice} onClose={close} />}
      {dialog === 'abandon' && <AbandonDialog basket={basket} onClose={close} />}
    </Section>
  );
}

function BasketPage({ basket }: { basket: BasketRecord }) {
  const text = useText();
  const refresh = useRefresh();
  const look = useCallback(() => refresh(), [refresh]);
  const open = basket.state === 'open';
  return (
    <>
      <PageHeader
        title={text('baskets.basket.title', { number: basket.orderNumber })}
        crumbs={[{ label: text('frame.page.baskets'), to: '/baskets' }]}
        mark={<BasketStateChip state={basket.state} />}
        subtitle={
          <>
            {basket.contactName}
            {open && ' · '}
            {open && <Countdown now={basket.now} abandonAt={basket.abandonAt} onOver={look} />}
          </>
        }
      />
      <Ended basket={basket} />
      <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: { xs: '1fr', lg: 'minmax(0, 1fr) 360px' } }}>
        <Stack spacing={2} sx={{ minWidth: 0 }}>
          {open && <OpenBasket basket={basket} />}
          <BasketFacts basket={basket} />
        </Stack>
        <Box>
          <RecordTimeline subject="order" id={basket.orderId} />
        </Box>
      </Box>
    </>
  );
}

/** One basket: what is in it, how long it still has, and its payment or its end. */
export function BasketShow() {
  return (
    <RecordPage<BasketRecord> isWhole={isWholeBasket} render={(basket) => <BasketPage basket={basket} />} />
  );
}
