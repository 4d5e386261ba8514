import { schema } from '../schema.ts';
import type { SchemaType } from '../schema/types.ts';
import { localFields, selectorFields, wiresOfField, wiresOfType } from './targets.ts';

/** A type's id without its version: `core/v1/ConfigMap` gives `core/ConfigMap`. */
export function unversioned(typeId: string): string {
  const first = typeId.indexOf('/');
  return typeId.slice(0, first) + typeId.slice(typeId.lastIndexOf('/'));
}

const holders: ReadonlySet<string> = new Set([
  ...Object.keys(wiresOfType),
  ...[...Object.keys(wiresOfField), ...selectorFields, ...Object.keys(localFields)].map((place) => place.slice(0, place.indexOf('#'))),
]);

const known = new Map<string, boolean>();

/** Whether objects of a type, or objects inside of them, may hold a wire. Most of a manifest does not, and is not walked. */
export function leadsToWires(type: SchemaType): boolean {
  const answer = known.get(type.id);
  if (answer !== undefined) return answer;
  known.set(type.id, false); // while it is being looked into: a type that holds itself leads no further
  const leads =
    holders.has(unversioned(type.id)) ||
    schema.fieldsOf(type).some((field) => {
      const inner = schema.typeOf(field);
      return inner !== undefined && leadsToWires(inner);
    });
  known.set(type.id, leads);
  return leads;
}
