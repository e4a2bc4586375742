import {
  Alert,
  Link as MuiLink,
  Stack,
  Table,
  TableBody,
  TableCell,
  TableFooter,
  TableHead,
  TableRow,
} from '@mui/material';
import { Link } from 'react-router';
import { ColourDot } from '../frame/ColourDot.tsx';
import { type Fact, Section } from '../frame/Facts.tsx';
import { RecordName } from '../frame/records/RecordName.tsx';
import { RecordShow } from '../frame/records/RecordShow.tsx';
import { pageOf } from '../frame/records/record-kind.ts';
import { useFieldLabel } from '../frame/records/use-record-text.ts';
import { useFormat } from '../messages/use-format.ts';
import { useText } from '../messages/use-text.ts';
import { ConfigurationChip } from './ConfigurationChip.tsx';
import { type ConfigurationRecord, configurationKind } from './hall-record.ts';
import { MapSection } from './MapSection.tsx';

function PlanLink({ configuration }: { configuration: ConfigurationRecord }) {
  const text = useText();
  const format = useFormat();
  const { planId, planName, planRevision } = configuration;
  if (planId === null) return null;
  return (
    <MuiLink component={Link} to={pageOf('seat-plans', planId)}>
      {text('halls.planRevision', { name: planName ?? '', revision: format.number(planRevision ?? 1) })}
    </MuiLink>
  );
}

function useFacts(configuration: ConfigurationRecord): readonly Fact[] {
  const text = useText();
  const format = useFormat();
  const label = useFieldLabel();
  const { numbered, planSeats, capacity, performances, planId } = configuration;
  return [
    { label: label('code'), value: configuration.code },
    { label: label('spaceId'), value: <RecordName resource="spaces" id={configuration.spaceId} /> },
    { label: text('halls.kind'), value: text(numbered ? 'halls.numbered' : 'halls.byQuantity') },
    { label: label('planId'), value: planId === null ? null : <PlanLink configuration={configuration} /> },
    { label: text('halls.capacity'), value: format.number(capacity) },
    {
      label: text('halls.unpainted'),
      value: planSeats === null ? null : format.number(planSeats - capacity),
    },
    { label: text('halls.performances'), value: format.number(performances) },
  ];
}

/** The categories of a configuration, best first, with their places. */
function Categories({ configuration }: { configuration: ConfigurationRecord }) {
  const text = useText();
  const format = useFormat();
  const label = useFieldLabel();
  const { categories, capacity } = configuration;
  const title = text('settings.lists.categories');
  if (categories.length === 0) {
    return (
      <Section title={title}>
        <Alert severity="info">{text('halls.noCategory')}</Alert>
      </Section>
    );
  }
  return (
    <Section title={title} flush>
      <Table size="small" aria-label={title}>
        <TableHead>
          <TableRow>
            <TableCell>{label('name')}</TableCell>
            <TableCell>{label('code')}</TableCell>
            <TableCell>{label('optionAllowed')}</TableCell>
            <TableCell align="right">{text('halls.capacity')}</TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {categories.map((category) => (
            <TableRow key={category.seatCategoryId}>
              <TableCell component="th" scope="row">
                <Stack direction="row" spacing={1} sx={{ alignItems: 'center' }}>
                  <ColourDot colour={category.colour} />
                  <MuiLink component={Link} to={pageOf('seat-categories', category.seatCategoryId)}>
                    {format.name(category)}
                  </MuiLink>
                </Stack>
              </TableCell>
              <TableCell>{category.code}</TableCell>
              <TableCell>
                {text(category.optionAllowed ? 'settings.common.yes' : 'settings.common.no')}
              </TableCell>
              <TableCell align="right">{format.number(category.capacity)}</TableCell>
            </TableRow>
          ))}
        </TableBody>
        <TableFooter>
          <TableRow>
            <TableCell colSpan={3} sx={{ fontWeight: 650, color: 'text.primary' }}>
              {text('halls.total')}
            </TableCell>
            <TableCell align="right" sx={{ fontWeight: 650, color: 'text.primary' }}>
              {format.number(capacity)}
            </TableCell>
          </TableRow>
        </TableFooter>
      </Table>
    </Section>
  );
}

/** A configuration and what it has in each category. */
export function ConfigurationShow() {
  return (
    <RecordShow
      kind={configurationKind}
      useFacts={useFacts}
      mark={({ state }) => <ConfigurationChip state={state} />}
      wide
      parts={(configuration) => (
        <>
          {configuration.numbered && <MapSection configuration={configuration} />}
          <Categories configuration={configuration} />
        </>
      )}
    />
  );
}
