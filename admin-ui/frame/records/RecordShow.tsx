import EditIcon from '@mui/icons-material/EditOutlined';
import { Box, Button, Stack } from '@mui/material';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { resourceRight } from '../../../rules/organisation/resource-rights.ts';
import { useFormat } from '../../messages/use-format.ts';
import { useText } from '../../messages/use-text.ts';
import { useRight } from '../../provider/session.ts';
import { type Fact, Facts, Section } from '../Facts.tsx';
import { PageHeader } from '../PageHeader.tsx';
import { RecordPage } from '../RecordPage.tsx';
import { DeleteRecord } from './DeleteRecord.tsx';
import { RecordTimeline } from './RecordTimeline.tsx';
import type { RecordKind, SettingRecord } from './record-kind.ts';
import { useCrumbs } from './use-crumbs.ts';

export type RecordShowProps<R> = {
  kind: RecordKind<R>;
  /** Facts by field, in the order they are read. */
  useFacts: (record: R) => readonly Fact[];
  /** What else one may do, before changing and deleting. */
  actions?: (record: R) => ReactNode;
  mark?: (record: R) => ReactNode;
  /** It is made and deleted, never changed. */
  unchanging?: boolean;
  /** Its parts need the width: the timeline stands below until there is plenty of room. */
  wide?: boolean;
  /** The record's parts, under its facts. */
  parts?: (record: R) => ReactNode;
};

/** A page in two columns: what the record is on the left, what happened to it on the right; stacked when narrow. */
export function RecordColumns({
  main,
  aside,
  wide = false,
}: {
  main: ReactNode;
  aside: ReactNode;
  /** What is on the left is wide: it is stacked until there is plenty of room. */
  wide?: boolean;
}) {
  const columns = 'minmax(0, 1fr) 340px';
  return (
    <Box
      sx={{
        display: 'grid',
        gap: 2,
        alignItems: 'start',
        gridTemplateColumns: { xs: 'minmax(0, 1fr)', ...(wide ? { xl: columns } : { lg: columns }) },
      }}
    >
      <Stack spacing={2}>{main}</Stack>
      <Stack spacing={2}>{aside}</Stack>
    </Box>
  );
}

function Shown<R extends SettingRecord>({
  kind,
  record,
  useFacts,
  actions,
  mark,
  unchanging = false,
  wide = false,
  parts,
}: RecordShowProps<R> & { record: R }) {
  const text = useText();
  const format = useFormat();
  const facts = useFacts(record);
  const mayEdit = useRight(resourceRight(kind.resource, 'modify'));
  const crumbs = useCrumbs(kind, record);
  return (
    <>
      <PageHeader
        title={kind.name(record, format)}
        crumbs={crumbs}
        mark={mark?.(record)}
        actions={
          <>
            {actions?.(record)}
            <DeleteRecord<R> kind={kind} record={record} backTo={crumbs.at(-1)?.to ?? kind.list.to} />
            {mayEdit && !unchanging && (
              <Button
                component={Link}
                to={`/${kind.resource}/${record.id}`}
                variant="contained"
                startIcon={<EditIcon />}
              >
                {text('settings.common.edit')}
              </Button>
            )}
          </>
        }
      />
      <RecordColumns
        wide={wide}
        main={
          <>
            <Section title={text('settings.common.facts')}>
              <Facts facts={facts} />
            </Section>
            {parts?.(record)}
          </>
        }
        aside={<RecordTimeline subject={kind.subject} id={record.id} />}
      />
    </>
  );
}

/** The page of a settings record: facts on the left, verbs above, timeline on the right. */
export function RecordShow<R extends SettingRecord>(props: RecordShowProps<R>) {
  return <RecordPage<R> render={(record) => <Shown<R> {...props} record={record} />} />;
}
