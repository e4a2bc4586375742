import { Box } from '@mui/material';
import { type ReactNode, useEffect, useRef, useState } from 'react';

/** Holds what may be wider than the page; only while it is, the keyboard can reach it to scroll it. */
export function ScrollBox({ label, children }: { label: string; children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null);
  const [scrolls, setScrolls] = useState(false);
  useEffect(() => {
    const element = box.current;
    if (element === null) return;
    const look = new ResizeObserver(() => setScrolls(element.scrollWidth > element.clientWidth));
    look.observe(element);
    for (const child of element.children) look.observe(child);
    return () => look.disconnect();
  }, []);
  const region = scrolls ? { role: 'group', tabIndex: 0, 'aria-label': label } : {};
  return (
    <Box ref={box} sx={{ overflowX: 'auto' }} {...region}>
      {children}
    </Box>
  );
}
