import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { concert, file, programme } from '../../programme/support/sample.ts';

/** The archive's file when it lies beside the checkout. */
const archive = fileURLToPath(
  new URL('../../../../../shared/data/nyphil-programmes-2024-26.json', import.meta.url),
);

/** A programme file as text, with what an import of it must count. */
export type SampleFile = { text: string; created: number; rejected: number };

/** The archive's own file (144 programmes, 252 concerts), else one made after it. */
export function wholeProgramme(): SampleFile {
  if (existsSync(archive)) return { text: readFileSync(archive, 'utf8'), created: 219, rejected: 33 };
  return { text: file(...madeProgrammes()), created: 219, rejected: 33 };
}

/** Its first weeks, some abroad: three venues of the shipped map, one that is not in it, one concert without a time. */
export function smallProgramme(): SampleFile {
  const text = file(
    programme('mahler', [
      concert('2024-10-10T04:00:00Z'),
      concert('2024-10-11T04:00:00Z', '2:00PM'),
      concert('2024-11-14T05:00:00Z', 'None'),
    ]),
    programme('tour', [
      concert('2025-06-26T04:00:00Z', '7:30PM', 'Seoul Arts Center (Concert Hall)'),
      concert('2025-07-16T04:00:00Z', '6:00PM', 'Gerald R. Ford Amphitheater'),
      concert('2025-07-02T04:00:00Z', '7:30PM', 'A hall nobody knows'),
    ]),
  );
  return { text, created: 4, rejected: 2 };
}

const venues = [
  'David Geffen Hall',
  'Merkin Hall',
  'Seoul Arts Center (Concert Hall)',
  'Gerald R. Ford Amphitheater',
];

/** 252 concerts over two seasons in four venues, every clock change of three zones between them; 33 cannot be taken. */
function madeProgrammes(): unknown[] {
  return Array.from({ length: 126 }, (_nothing, index) => {
    const day = new Date(Date.UTC(2024, 8, 11 + index * 4)).toISOString().slice(0, 10);
    const summer = day < '2024-11-03' || (day >= '2025-03-09' && day < '2025-11-02');
    const date = `${day}T0${summer ? 4 : 5}:00:00Z`;
    const second = index < 33 ? 'A hall nobody knows' : (venues[(index + 1) % 4] ?? '');
    return programme(`made-${index}`, [
      concert(date, '7:30PM', venues[index % 4]),
      concert(date, '2:00PM', second),
    ]);
  });
}
