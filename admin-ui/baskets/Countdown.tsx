import { Typography } from '@mui/material';
import { useEffect, useMemo, useState } from 'react';
import { useText } from '../messages/use-text.ts';

const second = 1_000;
/** How often a page whose delay has passed looks whether its basket has ended. */
const lookAgainMs = 3_000;

function clockOf(ms: number): string {
  const seconds = Math.max(0, Math.ceil(ms / second));
  const [minutes, rest] = [Math.floor(seconds / 60), seconds % 60];
  return `${minutes}:${String(rest).padStart(2, '0')}`;
}

/** How long a basket still has, by the server's clock, counted down to the second; then the page looks for its end. */
export function Countdown({
  now,
  abandonAt,
  onOver,
}: {
  /** The server's clock at the reading. */
  now: string;
  abandonAt: string;
  onOver: () => void;
}) {
  const text = useText();
  const ahead = useMemo(() => Date.parse(now) - Date.now(), [now]);
  const [at, setAt] = useState(() => Date.now());
  const left = Date.parse(abandonAt) - (at + ahead);
  const over = left <= 0;
  useEffect(() => {
    const timer = setInterval(() => setAt(Date.now()), second);
    return () => clearInterval(timer);
  }, []);
  useEffect(() => {
    if (!over) return;
    const timer = setInterval(onOver, lookAgainMs);
    return () => clearInterval(timer);
  }, [over, onOver]);
  if (over) return <Typography component="span">{text('baskets.basket.over')}</Typography>;
  const time = clockOf(left);
  return (
    <Typography
      component="span"
      role="timer"
      aria-label={text('baskets.basket.leftSpoken', { time })}
      sx={{ fontVariantNumeric: 'tabular-nums', fontWeight: 650, color: 'text.primary' }}
    >
      {text('baskets.basket.left', { time })}
    </Typography>
  );
}
