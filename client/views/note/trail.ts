import type { PageContent } from '../../../server/protocol.ts';

/** Something to read: a note by its id, output that is explained, or what was told of a place in a file. */
export type Step = string | { readonly output: string } | { readonly page: PageContent };

/** What was read one after the other, and where the reader is among it. */
export interface Trail {
  readonly steps: readonly Step[];
  readonly at: number;
}

/** As many steps as anyone goes back. */
const longest = 50;

/** A step as it is best kept: a note by its id, so that it is read in the language of then. */
export function lasting(step: Step): Step {
  return typeof step === 'object' && 'page' in step ? (step.page.id ?? step) : step;
}

/** The trail of who has read nothing yet. */
export const noTrail: Trail = { steps: [], at: -1 };

/** A trail that begins with a step. */
export const startTrail = (step: Step): Trail => ({ steps: [step], at: 0 });

/** What is on show. */
export const current = ({ steps, at }: Trail): Step | undefined => steps[at];

/** The trail after something was opened: what lay ahead is forgotten. What is on show, opened again, adds nothing. */
export function follow(trail: Trail, step: Step): Trail {
  if (current(trail) === step) return trail;
  const steps = [...trail.steps.slice(0, trail.at + 1), step].slice(-longest);
  return { steps, at: steps.length - 1 };
}

/** The trail after going back or ahead; its ends stay. */
export function go(trail: Trail, by: -1 | 1): Trail {
  return trail.steps[trail.at + by] === undefined ? trail : { ...trail, at: trail.at + by };
}

/** The ids of the notes as far as the one on show: what is kept of a trail over a restart. */
export function idsOf({ steps, at }: Trail): readonly string[] {
  return steps.slice(0, at + 1).filter((step) => typeof step === 'string');
}

/** The trail that a panel remembered; an empty one when that cannot be understood. */
export function readTrail(state: unknown): Trail {
  const trail = typeof state === 'object' && state !== null && 'trail' in state ? state.trail : undefined;
  const steps = Array.isArray(trail) ? trail.filter((id): id is string => typeof id === 'string').slice(-longest) : [];
  return { steps, at: steps.length - 1 };
}
