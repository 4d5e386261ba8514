import type { TypeId } from '../schema/types.ts';

/** A type's id without its version: `apps/DeploymentSpec`, so that one entry of a table serves all versions. */
export function groupAndName(id: TypeId): string {
  const first = id.indexOf('/');
  const last = id.lastIndexOf('/');
  return `${id.slice(0, first)}${id.slice(last)}`;
}
