/** The notes read one after the other in a panel, the one on show last. */
export type Trail = readonly string[];

/** As many notes as anyone goes back. */
const longest = 50;

/** The trail after a note was opened. The one on show, opened again, adds nothing. */
export function follow(trail: Trail, id: string): Trail {
  return trail.at(-1) === id ? trail : [...trail, id].slice(-longest);
}

/** The trail after going back by one note; the first stays. */
export function goBack(trail: Trail): Trail {
  return trail.length > 1 ? trail.slice(0, -1) : trail;
}

/** The trail that a panel remembered; empty when that cannot be understood. */
export function readTrail(state: unknown): Trail {
  const trail = typeof state === 'object' && state !== null && 'trail' in state ? state.trail : undefined;
  return Array.isArray(trail) ? trail.filter((id): id is string => typeof id === 'string').slice(-longest) : [];
}
