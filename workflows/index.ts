/** Every story, by the name Temporal knows it. */
export { impactStory } from './authorisation/impact-story.workflow.ts';
export { letterStory } from './letters/letter-story.workflow.ts';
export { mailGuard } from './letters/mail-guard.workflow.ts';
export { bulkStory } from './options/bulk-story.workflow.ts';
export { optionStory } from './options/option-story.workflow.ts';
export { basketStory } from './orders/basket-story.workflow.ts';
export { reservationStory } from './orders/reservation-story.workflow.ts';
export { contingentRelease, gaugeCheck, reconcile } from './upkeep/upkeep.workflow.ts';
