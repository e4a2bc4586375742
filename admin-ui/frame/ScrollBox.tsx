import { Box } from '@mui/material';
import { type ReactNode, useCallback, useEffect, useRef, useState } from 'react';

type Sides = { start: boolean; end: boolean };

/** From so many pixels on something is hidden; less is rounding. */
const least = 2;

function hiddenSides({ scrollLeft, scrollWidth, clientWidth }: HTMLElement): Sides {
  return { start: scrollLeft > least, end: scrollWidth - clientWidth - scrollLeft > least };
}

/** A shadow at an edge behind which more is hidden. */
function Edge({ side }: { side: 'left' | 'right' }) {
  return (
    <Box
      aria-hidden="true"
      sx={({ palette }) => {
        const shade = palette.mode === 'dark' ? 'rgba(0, 0, 0, 0.7)' : 'rgba(22, 32, 44, 0.22)';
        return {
          position: 'absolute',
          zIndex: 3,
          top: 0,
          bottom: 0,
          width: 18,
          [side]: 0,
          pointerEvents: 'none',
          background: `linear-gradient(to ${side}, transparent, ${shade})`,
          [side === 'left' ? 'borderLeft' : 'borderRight']: `2px solid ${palette.primary.main}`,
        };
      }}
    />
  );
}

/**
 * Holds what may be wider than the page: a shadow stands at the edge behind which more is hidden, and only while there is
 * more, the keyboard can reach it to scroll it.
 */
export function ScrollBox({ label, children }: { label: string; children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null);
  const [{ start, end }, setSides] = useState<Sides>({ start: false, end: false });
  const look = useCallback(() => {
    if (box.current !== null) setSides(hiddenSides(box.current));
  }, []);
  useEffect(() => {
    const element = box.current;
    if (element === null) return;
    const sizes = new ResizeObserver(look);
    sizes.observe(element);
    for (const child of element.children) sizes.observe(child);
    return () => sizes.disconnect();
  }, [look]);
  const region = start || end ? { role: 'group', tabIndex: 0, 'aria-label': label } : {};
  return (
    <Box sx={{ position: 'relative' }}>
      <Box ref={box} onScroll={look} sx={{ overflowX: 'auto' }} {...region}>
        {children}
      </Box>
      {start && <Edge side="left" />}
      {end && <Edge side="right" />}
    </Box>
  );
}
