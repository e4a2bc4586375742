import UploadIcon from '@mui/icons-material/UploadFileOutlined';
import { Autocomplete, Button, Paper, Stack, TextField, Typography } from '@mui/material';
import { useState } from 'react';
import { useGetList, useGetOne } from 'react-admin';
import { Link, useNavigate, useParams } from 'react-router';
import { StockExport } from '../exports/StockExport.tsx';
import { Section } from '../frame/Facts.tsx';
import { useOrganisationFilter } from '../frame/OrganisationSwitch.tsx';
import { PageHeader } from '../frame/PageHeader.tsx';
import { useDebounced } from '../frame/use-debounced.ts';
import { useNow } from '../frame/use-now.ts';
import { useText } from '../messages/use-text.ts';
import type { PerformanceRow } from '../performances/performance-record.ts';
import { comingFrom } from '../performances/upcoming.ts';
import { usePerformanceText } from '../performances/use-performance-text.ts';
import { useRight } from '../provider/session.ts';
import { ExternalSales } from './ExternalSales.tsx';
import { GaugeCheck } from './GaugeCheck.tsx';
import { StockSources } from './StockSources.tsx';
import { StockTable } from './StockTable.tsx';

function PerformanceChoice({
  value,
  onChange,
}: {
  value: PerformanceRow | null;
  onChange: (performance: PerformanceRow | null) => void;
}) {
  const text = useText();
  const performanceText = usePerformanceText();
  const [typed, setTyped] = useState('');
  const q = useDebounced(typed);
  const organisation = useOrganisationFilter();
  const { data = [], isFetching } = useGetList<PerformanceRow>('performances', {
    filter: { ...comingFrom(useNow()), ...organisation, ...(q === '' ? {} : { q }) },
    pagination: { page: 1, perPage: 30 },
    sort: { field: 'startsAt', order: 'ASC' },
  });
  return (
    <Autocomplete
      options={data}
      value={value}
      loading={isFetching}
      filterOptions={(options) => options}
      getOptionLabel={performanceText}
      getOptionKey={({ id }) => id}
      isOptionEqualToValue={(option, current) => option.id === current.id}
      onInputChange={(_, input, reason) => setTyped(reason === 'input' ? input : '')}
      onChange={(_, performance) => onChange(performance)}
      renderInput={(params) => (
        <TextField
          {...params}
          label={text('options.form.performance')}
          helperText={text('options.form.performanceHelp')}
        />
      )}
    />
  );
}

/** The stock of one performance, and whether the counters can be trusted. */
export function StockPage() {
  const text = useText();
  const navigate = useNavigate();
  const mayModify = useRight('stock.stock:modify');
  const { performanceId } = useParams();
  const { data: performance } = useGetOne<PerformanceRow>(
    'performances',
    { id: performanceId ?? '' },
    { enabled: performanceId !== undefined },
  );
  const chosen = performanceId === undefined ? null : (performance ?? null);
  return (
    <>
      <PageHeader
        title={text('frame.page.stock')}
        actions={
          <Stack direction="row" useFlexGap sx={{ flexWrap: 'wrap', gap: 1 }}>
            <StockExport performanceId={chosen?.id ?? null} />
            {mayModify && (
              <Button component={Link} to="/contingent-import" startIcon={<UploadIcon />}>
                {text('contingents.file.importButton')}
              </Button>
            )}
          </Stack>
        }
      />
      <Stack spacing={2}>
        <Paper variant="outlined" sx={{ p: 2 }}>
          <Typography color="text.secondary" sx={{ mb: 1.5 }}>
            {text('screens.stock.page.intro')}
          </Typography>
          <PerformanceChoice
            value={chosen}
            onChange={(next) => navigate(next === null ? '/stock' : `/stock/${next.id}`)}
          />
        </Paper>
        {chosen !== null && (
          <Section title={text('screens.stock.caption')} flush>
            <StockTable performanceId={chosen.id} venueId={chosen.venueId} />
          </Section>
        )}
        {chosen !== null && <StockSources performanceId={chosen.id} />}
        {chosen !== null && <ExternalSales performanceId={chosen.id} />}
        <GaugeCheck />
      </Stack>
    </>
  );
}
