import MapIcon from '@mui/icons-material/EventSeatOutlined';
import { Button } from '@mui/material';
import { useGetOne } from 'react-admin';
import { Link } from 'react-router';
import type { ConfigurationRecord } from '../halls/hall-record.ts';
import { useText } from '../messages/use-text.ts';
import type { PerformanceRow } from '../performances/performance-record.ts';

/** The way to the places of a performance: the map of its hall, or its quantities. */
export function PlacesLink({ performance }: { performance: PerformanceRow }) {
  const text = useText();
  const { id, configurationId } = performance;
  const { data } = useGetOne<ConfigurationRecord>(
    'logical-configurations',
    { id: configurationId ?? '' },
    { enabled: configurationId !== null },
  );
  return (
    <Button
      component={Link}
      to={`/performances/${id}/places`}
      size="small"
      variant="outlined"
      startIcon={<MapIcon />}
    >
      {text(data?.numbered === true ? 'performanceMap.plan' : 'performanceMap.quantities')}
    </Button>
  );
}
