import { Box, MenuItem, Link as MuiLink, Paper, TextField, Typography } from '@mui/material';
import { useState } from 'react';
import { Link } from 'react-router';
import { type LetterLanguage, letterLanguages } from '../../rules/letters/letter-language.ts';
import { type WrittenLetterKind, writtenLetterKinds } from '../../rules/letters/letter-snapshot.ts';
import { NotPermittedPage } from '../frame/NotPermittedPage.tsx';
import { useOrganisationFilter } from '../frame/OrganisationSwitch.tsx';
import { PageHeader } from '../frame/PageHeader.tsx';
import { ProblemAlert } from '../frame/ProblemAlert.tsx';
import { unbroken } from '../messages/unbroken.ts';
import { useFormat } from '../messages/use-format.ts';
import { useText } from '../messages/use-text.ts';
import { useRight, useSession } from '../provider/session.ts';
import { type LetterTextRecord, textPage } from './letter-text-record.ts';
import { useTexts } from './use-letter-texts.ts';

function Language({
  organisationId,
  kind,
  language,
  texts,
}: {
  organisationId: string;
  kind: WrittenLetterKind;
  language: LetterLanguage;
  texts: readonly LetterTextRecord[];
}) {
  const text = useText();
  const format = useFormat();
  const own = texts.filter((each) => each.kind === kind && each.language === language);
  const published = own.find(({ state }) => state === 'published');
  const state = [
    published === undefined
      ? text('letterTexts.shipped')
      : text('letterTexts.own', { number: published.number }),
    ...(own.some((each) => each.state === 'draft') ? [text('letterTexts.draft')] : []),
  ].join(', ');
  return (
    <Box component="li" sx={{ minWidth: 132, flex: '1 1 132px' }}>
      <MuiLink
        component={Link}
        to={textPage(organisationId, kind, language)}
        aria-label={text('letterTexts.edit', {
          kind: text(`screens.letter.kind.${kind}`),
          language: format.language(language),
          state,
        })}
      >
        {format.language(language)}
      </MuiLink>
      <Typography variant="body2" color={own.length === 0 ? 'text.secondary' : 'text.primary'}>
        {state}
      </Typography>
    </Box>
  );
}

function Kinds({ organisationId }: { organisationId: string }) {
  const text = useText();
  const { texts, error } = useTexts({ organisationId });
  if (error !== null) return <ProblemAlert failure={error} />;
  return (
    <Paper variant="outlined" component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
      {writtenLetterKinds.map((kind) => (
        <Box
          component="li"
          key={kind}
          sx={{ px: 2, py: 1.5, '&:not(:last-of-type)': { borderBottom: 1, borderColor: 'divider' } }}
        >
          <Typography variant="h2" sx={{ mb: 0.75 }}>
            {text(`screens.letter.kind.${kind}`)}
          </Typography>
          <Box
            component="ul"
            sx={{ listStyle: 'none', m: 0, p: 0, display: 'flex', flexWrap: 'wrap', gap: 1.5 }}
          >
            {letterLanguages.map((language) => (
              <Language key={language} {...{ organisationId, kind, language }} texts={texts ?? []} />
            ))}
          </Box>
        </Box>
      ))}
    </Paper>
  );
}

/** The texts of a house's letters: each kind in each language, and whether it is the shipped one. */
export function LetterTextsPage() {
  const text = useText();
  const session = useSession();
  const chosen = useOrganisationFilter().organisationId;
  const [picked, pick] = useState<string | null>(null);
  const mayRead = useRight('letters.templates:read');
  const organisations = session?.organisations ?? [];
  const organisationId = chosen ?? picked ?? organisations[0]?.id;
  if (!mayRead) return <NotPermittedPage />;
  return (
    <>
      <PageHeader title={text('frame.page.letterTexts')} subtitle={unbroken(text('letterTexts.explain'))} />
      {chosen === undefined && organisations.length > 1 && (
        <TextField
          select
          label={text('letterTexts.organisation')}
          value={organisationId ?? ''}
          onChange={(event) => pick(event.target.value)}
          sx={{ mb: 2, minWidth: 240 }}
        >
          {organisations.map(({ id, name }) => (
            <MenuItem key={id} value={id}>
              {name}
            </MenuItem>
          ))}
        </TextField>
      )}
      {organisationId !== undefined && <Kinds organisationId={organisationId} />}
    </>
  );
}
