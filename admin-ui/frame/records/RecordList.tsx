import AddIcon from '@mui/icons-material/Add';
import { Button, Link as MuiLink, Stack, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { DataTable, type SortPayload, TextInput } from 'react-admin';
import { Link } from 'react-router';
import { resourceRight } from '../../../rules/organisation/resource-rights.ts';
import { useFormat } from '../../messages/use-format.ts';
import { useText } from '../../messages/use-text.ts';
import { useRight } from '../../provider/session.ts';
import { ListFrame } from '../ListFrame.tsx';
import { ListShell } from '../ListShell.tsx';
import { PageHeader } from '../PageHeader.tsx';
import { RecordCards } from '../RecordCards.tsx';
import { type FieldName, pageOf, type RecordKind, type SettingRecord } from './record-kind.ts';
import { useFieldLabel } from './use-record-text.ts';

/** A column of a list of settings records; `card` also shows it on a telephone. */
export type RecordColumn<R> = {
  field: FieldName;
  /** Instead of the field's own label. */
  label?: string;
  render: (record: R) => ReactNode;
  sortable?: boolean;
  align?: 'right';
  card?: boolean;
};

export type RecordListProps<R> = {
  kind: RecordKind<R>;
  columns: readonly RecordColumn<R>[];
  sort?: SortPayload;
  /** A condition the list is always under. */
  filter?: Readonly<Record<string, unknown>>;
  filters?: ReactNode;
};

function Table<R extends SettingRecord>({ kind, columns }: Pick<RecordListProps<R>, 'kind' | 'columns'>) {
  const text = useText();
  const format = useFormat();
  const label = useFieldLabel();
  return (
    <DataTable<R> bulkActionButtons={false} rowClick={false} aria-label={text(kind.list.page)}>
      <DataTable.Col<R>
        source="name"
        label={label('name')}
        render={(record) => (
          <MuiLink component={Link} to={pageOf(kind.resource, record.id)} sx={{ fontWeight: 650 }}>
            {kind.name(record, format)}
          </MuiLink>
        )}
      />
      {columns.map((column) => (
        <DataTable.Col<R>
          key={column.field}
          source={column.field}
          label={column.label ?? label(column.field)}
          disableSort={column.sortable !== true}
          render={column.render}
          {...(column.align === 'right'
            ? { cellClassName: 'placet-right', headerClassName: 'placet-right' }
            : {})}
          sx={column.align === 'right' ? { textAlign: 'right' } : {}}
        />
      ))}
    </DataTable>
  );
}

function RecordCard<R extends SettingRecord>({
  kind,
  columns,
  record,
}: Pick<RecordListProps<R>, 'kind' | 'columns'> & { record: R }) {
  const format = useFormat();
  return (
    <Stack spacing={0.25}>
      <Typography sx={{ fontWeight: 650, color: 'primary.main' }}>{kind.name(record, format)}</Typography>
      {columns
        .filter(({ card }) => card === true)
        .map((column) => (
          <Typography key={column.field} variant="body2" color="text.secondary" component="div">
            {column.render(record)}
          </Typography>
        ))}
    </Stack>
  );
}

/** The list of a kind of settings records: what it is for, search, rows, and a new one. */
export function RecordList<R extends SettingRecord>(props: RecordListProps<R>) {
  const { kind, columns, filter = {}, filters } = props;
  const text = useText();
  const mayCreate = useRight(resourceRight(kind.resource, 'create'));
  const intro = text(`settings.kinds.${kind.words}.intro`);
  const create = mayCreate && (
    <Button component={Link} to={`/${kind.resource}/create`} variant="contained" startIcon={<AddIcon />}>
      {text(`settings.kinds.${kind.words}.create`)}
    </Button>
  );
  return (
    <ListFrame<R>
      resource={kind.resource}
      sort={props.sort ?? { field: 'name', order: 'ASC' }}
      filter={filter}
    >
      <PageHeader title={text(kind.list.page)} subtitle={intro} actions={create} />
      <ListShell
        search={
          <TextInput source="q" label={text('frame.common.search')} helperText={false} fullWidth resettable />
        }
        filters={filters}
        table={<Table<R> kind={kind} columns={columns} />}
        cards={
          <RecordCards<R>
            to={({ id }) => pageOf(kind.resource, id)}
            render={(record) => <RecordCard<R> kind={kind} columns={columns} record={record} />}
          />
        }
        empty={{ title: text('settings.common.emptyTitle'), body: intro, action: create }}
        noMatch={{
          title: text('settings.common.noMatchTitle'),
          body: text('settings.common.noMatchBody'),
        }}
      />
    </ListFrame>
  );
}
