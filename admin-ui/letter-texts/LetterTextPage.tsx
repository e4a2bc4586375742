import { Box, Button, FormControlLabel, Stack, Switch } from '@mui/material';
import { useRef, useState } from 'react';
import { useNotify } from 'react-admin';
import { useParams } from 'react-router';
import { letterLanguages } from '../../rules/letters/letter-language.ts';
import { writtenLetterKinds } from '../../rules/letters/letter-snapshot.ts';
import { type LetterTemplate, templatePartNames } from '../../rules/letters/letter-template.ts';
import { shippedTemplate } from '../../rules/letters/shipped/shipped-template.ts';
import { templateFaults } from '../../rules/letters/template-faults.ts';
import { Section } from '../frame/Facts.tsx';
import { NotFoundPage } from '../frame/NotFoundPage.tsx';
import { NotPermittedPage } from '../frame/NotPermittedPage.tsx';
import { PageHeader } from '../frame/PageHeader.tsx';
import { PageSkeleton } from '../frame/PageSkeleton.tsx';
import { ProblemAlert } from '../frame/ProblemAlert.tsx';
import { UnsavedGuard } from '../frame/UnsavedGuard.tsx';
import { useFormat } from '../messages/use-format.ts';
import { useText } from '../messages/use-text.ts';
import { useRight } from '../provider/session.ts';
import type { LetterTextRecord } from './letter-text-record.ts';
import { MergeNames } from './MergeNames.tsx';
import { type Cursor, PartField } from './PartField.tsx';
import { TextAction } from './TextActions.tsx';
import { TextPreview } from './TextPreview.tsx';
import { type TextPlace, useSaveText, useTexts } from './use-letter-texts.ts';

function isSame(one: LetterTemplate, other: LetterTemplate): boolean {
  return (
    one.showsPrices === other.showsPrices && templatePartNames.every((part) => one[part] === other[part])
  );
}

function Editor({ place, texts }: { place: TextPlace; texts: readonly LetterTextRecord[] }) {
  const text = useText();
  const format = useFormat();
  const notify = useNotify();
  const mayWrite = useRight('letters.templates:modify');
  const mayPublish = useRight('letters.templates:execute');
  const { kind, language } = place;
  const draft = texts.find(({ state }) => state === 'draft') ?? null;
  const published = texts.find(({ state }) => state === 'published') ?? null;
  const shipped = shippedTemplate(kind, language);
  const kept = draft?.content ?? published?.content ?? shipped;
  const [written, write] = useState<LetterTemplate | null>(null);
  const content = written ?? kept;
  const unsaved = written !== null && !isSame(written, kept);
  const faults = templateFaults(kind, content);
  const cursor = useRef<Cursor>({ part: 'opening', at: content.opening.length });
  const save = useSaveText(place, draft, () => {
    write(null);
    notify(text('letterTexts.saved'), { type: 'success' });
  });
  const insert = (piece: string) => {
    const { part, at } = cursor.current;
    write({ ...content, [part]: content[part].slice(0, at) + piece + content[part].slice(at) });
    cursor.current = { part, at: at + piece.length };
  };
  const states = [
    published === null
      ? text('letterTexts.state.shipped')
      : text('letterTexts.state.published', { number: published.number }),
    ...(draft === null ? [] : [text('letterTexts.state.draft', { number: draft.number })]),
  ];
  return (
    <>
      <UnsavedGuard when={unsaved} />
      <PageHeader
        title={`${text(`screens.letter.kind.${kind}`)} – ${format.language(language)}`}
        crumbs={[{ label: text('frame.page.letterTexts'), to: '/letter-texts' }]}
        subtitle={states.join(' · ')}
        actions={
          <>
            {mayWrite && draft !== null && <TextAction verb="discard" record={draft} />}
            {mayPublish && published !== null && <TextAction verb="restore-shipped" record={published} />}
            {mayWrite && (
              <Button
                variant="outlined"
                disabled={!unsaved || faults.length > 0}
                loading={save.isPending}
                onClick={() => save.mutate(content)}
              >
                {text('letterTexts.save')}
              </Button>
            )}
            {mayPublish && (
              <TextAction
                verb="publish"
                record={draft}
                disabled={draft === null || unsaved || faults.length > 0}
              />
            )}
          </>
        }
      />
      {save.error !== null && <ProblemAlert failure={save.error} />}
      <Box
        sx={{
          display: 'grid',
          gap: 2,
          alignItems: 'start',
          gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: 'minmax(0, 3fr) minmax(0, 2fr)' },
        }}
      >
        <Section
          title={text('letterTexts.write')}
          action={
            mayWrite && (
              <Button size="small" disabled={isSame(content, shipped)} onClick={() => write(shipped)}>
                {text('letterTexts.restore.load')}
              </Button>
            )
          }
        >
          <Stack spacing={2}>
            {templatePartNames.map((part) => (
              <PartField
                key={part}
                part={part}
                value={content[part]}
                faults={faults.filter((fault) => fault.part === part)}
                readOnly={!mayWrite}
                cursor={cursor}
                onChange={(value) => write({ ...content, [part]: value })}
              />
            ))}
            <FormControlLabel
              control={
                <Switch
                  checked={content.showsPrices}
                  disabled={!mayWrite}
                  onChange={(event) => write({ ...content, showsPrices: event.target.checked })}
                />
              }
              label={text('letterTexts.showsPrices')}
            />
          </Stack>
        </Section>
        <MergeNames kind={kind} onInsert={mayWrite ? insert : null} />
      </Box>
      <Box sx={{ mt: 2 }}>
        <TextPreview
          place={place}
          content={content}
          faulty={faults.length > 0}
          draft={draft}
          unsaved={unsaved}
        />
      </Box>
    </>
  );
}

function Loaded(place: TextPlace) {
  const { texts, error } = useTexts(place);
  if (error !== null) return <ProblemAlert failure={error} />;
  return texts === undefined ? <PageSkeleton /> : <Editor place={place} texts={texts} />;
}

/** One text of a house's letters: written, tried on an option, sent as a test, put in force. */
export function LetterTextPage() {
  const mayRead = useRight('letters.templates:read');
  const { organisationId = '', ...named } = useParams();
  const kind = writtenLetterKinds.find((known) => known === named.kind);
  const language = letterLanguages.find((known) => known === named.language);
  if (!mayRead) return <NotPermittedPage />;
  if (kind === undefined || language === undefined) return <NotFoundPage />;
  return <Loaded key={`${kind} ${language}`} {...{ organisationId, kind, language }} />;
}
