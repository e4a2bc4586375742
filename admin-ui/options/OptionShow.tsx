import { Box, Stack } from '@mui/material';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { OptionVerb } from '../../rules/options/life.ts';
import { PageHeader } from '../frame/PageHeader.tsx';
import { RecordPage } from '../frame/RecordPage.tsx';
import { When } from '../frame/When.tsx';
import { useFormat } from '../messages/use-format.ts';
import { useText } from '../messages/use-text.ts';
import { BasketNotice } from './BasketNotice.tsx';
import { ConflictNotice } from './ConflictNotice.tsx';
import { DueWords } from './DueWords.tsx';
import { DuplicateButton } from './DuplicateButton.tsx';
import { OptionFacts } from './OptionFacts.tsx';
import { OptionLetters } from './OptionLetters.tsx';
import { OptionLines } from './OptionLines.tsx';
import { OptionTimeline } from './OptionTimeline.tsx';
import { OptionWhy } from './OptionWhy.tsx';
import {
  awaitsConfirmation,
  awaitsPayment,
  isWholeOption,
  type OptionAnswer,
  type OptionRecord,
} from './option-record.ts';
import { PlaceDialog } from './PlaceDialog.tsx';
import { ProductPlaceDialog } from './ProductPlaceDialog.tsx';
import { RecapButton } from './RecapButton.tsx';
import { StateChip } from './StateChip.tsx';
import { TwinNotice, type TwinProposal } from './TwinNotice.tsx';
import { TwinSection } from './TwinSection.tsx';
import { useRefreshOptions } from './use-option-verb.ts';
import { VerbBar } from './VerbBar.tsx';
import { VerbDialog } from './VerbDialog.tsx';

function OptionPage({ option }: { option: OptionRecord }) {
  const text = useText();
  const format = useFormat();
  const navigate = useNavigate();
  const refresh = useRefreshOptions();
  const [verb, setVerb] = useState<OptionVerb | null>(null);
  const [conflict, setConflict] = useState<{ seen: OptionRecord; verb: OptionVerb } | null>(null);
  const [proposal, setProposal] = useState<TwinProposal | null>(null);
  const close = () => setVerb(null);
  const choose = (chosen: OptionVerb) => {
    setConflict(null);
    if (chosen === 'change')
      void navigate(`/${option.kind === 'seats' ? 'options' : 'product-options'}/${option.id}`);
    else setVerb(chosen);
  };
  const dialog = {
    option,
    onClose: close,
    onDone: ({ twin }: OptionAnswer) =>
      setProposal(twin === null || twin.verb === null ? null : { ...twin, verb: twin.verb }),
    onConflict: () => {
      close();
      if (verb !== null) setConflict({ seen: option, verb });
      void refresh();
    },
  };
  return (
    <>
      <PageHeader
        title={text('frame.page.option', { number: option.number })}
        crumbs={[
          option.kind === 'seats'
            ? { label: text('frame.page.options'), to: '/options' }
            : { label: text('frame.page.productOptions'), to: '/product-options' },
        ]}
        mark={<StateChip state={option.state} />}
        actions={
          <>
            <RecapButton option={option} />
            <DuplicateButton option={option} />
          </>
        }
        subtitle={
          <>
            {`${option.contactName} · ${option.productName ?? option.eventName} · `}
            <When startsAt={option.startsAt} timeZone={option.timeZone} />
            {option.paymentDueAt !== null && awaitsPayment(option) && (
              <Box component="span" sx={{ display: 'block' }}>
                {text('options.show.paymentDue', {
                  instant: format.instant(option.paymentDueAt, option.timeZone),
                })}
                {' · '}
                <DueWords dueAt={option.paymentDueAt} inline />
              </Box>
            )}
            {option.confirmationDueAt !== null && awaitsConfirmation(option) && (
              <Box component="span" sx={{ display: 'block' }}>
                {text('options.show.due', {
                  instant: format.instant(option.confirmationDueAt, option.timeZone),
                })}
                {' · '}
                <DueWords dueAt={option.confirmationDueAt} inline />
              </Box>
            )}
          </>
        }
      />
      {conflict !== null && (
        <ConflictNotice
          seen={conflict.seen}
          option={option}
          verb={conflict.verb}
          onAgain={() => choose(conflict.verb)}
          onClose={() => setConflict(null)}
        />
      )}
      {option.basketId !== null && <BasketNotice basketId={option.basketId} />}
      {proposal !== null && (
        <TwinNotice key={proposal.id} proposal={proposal} onDone={() => setProposal(null)} />
      )}
      <VerbBar option={option} onChoose={choose} />
      <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: { xs: '1fr', lg: 'minmax(0, 1fr) 360px' } }}>
        <Stack spacing={2} sx={{ minWidth: 0 }}>
          <OptionLines option={option} />
          <OptionFacts option={option} />
          <OptionWhy option={option} />
          <OptionLetters option={option} />
          <TwinSection option={option} />
        </Stack>
        <Box>
          <OptionTimeline option={option} />
        </Box>
      </Box>
      {verb === 'place' &&
        (option.kind === 'seats' ? (
          <PlaceDialog verb={verb} {...dialog} />
        ) : (
          <ProductPlaceDialog verb={verb} {...dialog} />
        ))}
      {verb !== null && verb !== 'place' && <VerbDialog verb={verb} {...dialog} />}
    </>
  );
}

/** One option: what may be done above, facts on the left, what happened on the right. */
export function OptionShow() {
  return (
    <RecordPage<OptionRecord> isWhole={isWholeOption} render={(option) => <OptionPage option={option} />} />
  );
}
