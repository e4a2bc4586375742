import { type Work, work as workShape } from './programme-file.ts';
import { spaced, workTitle } from './work-title.ts';

/** The longest title an event gets, in characters. */
export const maxTitleLength = 120;

const shownWorks = 3;
const shownPeople = 2;
const betweenWorks = ' – ';

/**
 * A readable title for a programme from its works, such as
 * `Mozart: Piano Concerto No. 14, E-flat major – Mahler: Symphony No. 5 in C sharp minor · Ana Rusk`.
 * Whole works come before single movements (encores, excerpts); of a long programme the first two and the last are
 * named, or fewer when they do not fit. The conductor and the first soloist follow when there is room. `fallback`
 * names a programme without works.
 */
export function eventTitle(works: readonly unknown[], fallback: string): string {
  const readable = works.flatMap((given) => {
    const parsed = workShape.safeParse(given);
    return parsed.success ? [parsed.data] : [];
  });
  const named = namesOf(readable);
  if (named.length === 0) return cut(spaced(fallback));
  const titles = [shownWorks, shownWorks - 1].map((count) => joined(chosen(named, count)));
  const title = titles.find(({ length }) => length <= maxTitleLength);
  return title === undefined ? cut(titles[0] ?? '') : withPeople(title, peopleOf(readable));
}

type NamedWork = { composer: string; title: string };

function namesOf(works: readonly Work[]): NamedWork[] {
  const whole = works.filter(({ movement }) => movement === undefined || movement === null);
  for (const candidates of [
    whole.filter(({ composerName }) => !/^anthem\b/i.test(composerName ?? '')),
    whole,
    works,
  ]) {
    const named = candidates.flatMap((work) => nameOf(work) ?? []);
    if (named.length > 0)
      return named.filter((one, index) => named.findIndex((other) => same(one, other)) === index);
  }
  return [];
}

function nameOf(work: Work): NamedWork | null {
  if (work.workTitle === undefined || work.workTitle === null) return null;
  const title = workTitle(work.workTitle);
  return title === '' ? null : { composer: surname(work.composerName ?? ''), title };
}

function same(one: NamedWork, other: NamedWork): boolean {
  return one.composer === other.composer && one.title === other.title;
}

/** The family name; of names that stand for nobody, none. */
function surname(name: string): string {
  const family = wellSpelled(name.split(',')[0] ?? '');
  return /^(?:anthem|various)$/i.test(family) ? '' : family;
}

/** `Bartok [Bartók]` is Bartók; a bracket that is not the same name spelled better is left out. */
function wellSpelled(name: string): string {
  return spaced(name).replaceAll(/(\S+) [[(]([^\])]*)[\])]/g, (_all, plain: string, better: string) =>
    better[0] === plain[0] ? better : plain,
  );
}

function chosen(works: readonly NamedWork[], count: number): NamedWork[] {
  if (works.length <= count) return [...works];
  return [...works.slice(0, count - 1), ...works.slice(-1)];
}

/** The works in one line; a composer is named once for works that follow each other. */
function joined(works: readonly NamedWork[]): string {
  return works
    .map(({ composer, title }, index) =>
      composer === '' || works[index - 1]?.composer === composer ? title : `${composer}: ${title}`,
    )
    .join(betweenWorks);
}

/** Conductor first, then soloists in order; each once, written given name first. */
function peopleOf(works: readonly Work[]): string[] {
  const conductors = works.map(({ conductorName }) => conductorName ?? '');
  const soloists = works.flatMap((work) => work.soloists ?? []).map(({ soloistName }) => soloistName);
  const names = [...conductors, ...soloists].map(givenNameFirst);
  return [...new Set(names)]
    .filter((name) => name !== '' && !/^not conducted$/i.test(name))
    .slice(0, shownPeople);
}

function givenNameFirst(name: string): string {
  const [family = '', given = ''] = spaced(name).split(/,\s*/, 2);
  return wellSpelled(`${given} ${family}`);
}

function withPeople(title: string, people: readonly string[]): string {
  for (let count = people.length; count > 0; count -= 1) {
    const longer = `${title} · ${people.slice(0, count).join(', ')}`;
    if (longer.length <= maxTitleLength) return longer;
  }
  return title;
}

/** Shortens at a word, with an ellipsis. */
function cut(title: string): string {
  if (title.length <= maxTitleLength) return title;
  const room = title.slice(0, maxTitleLength - 1);
  const words = room.replace(/\s+\S*$/, '').replace(/[\s,:;–]+$/, '');
  return `${words === '' ? room : words}…`;
}
