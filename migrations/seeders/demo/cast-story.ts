import type { DemoOption, DemoStep } from './demo-option.ts';
import { demoDesk } from './demo-people.ts';
import type { DemoStory } from './demo-stories.ts';
import type { Dice } from './dice.ts';

/** A story with its hours and with those who do it; what is granted in part is of so many places. */
export function castStory(
  story: DemoStory,
  cast: Dice,
  quantity: number,
): Pick<DemoOption, 'origin' | 'day' | 'time' | 'operator' | 'steps'> {
  const time = () => `${cast.pick(['09', '10', '11', '14', '15', '16', '17'])}:${cast.between(10, 59)}`;
  const operator = () => cast.pick([demoDesk[0] ?? '', ...demoDesk]);
  const steps = story.steps.map(
    ({ partial, ...step }): DemoStep => ({
      ...step,
      time: time(),
      operator: operator(),
      ...(partial === true ? { fewer: Math.max(1, Math.floor(quantity / 5)) } : {}),
    }),
  );
  return {
    origin: story.direct ? 'direct' : 'request',
    day: story.day,
    time: time(),
    operator: operator(),
    steps,
  };
}
