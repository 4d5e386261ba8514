/** Notices when a new version of a package has changed its ways and the schema came out poor. */
import type { Generated } from './structure.mts';
import type { ServedResource } from './scope.mts';

/** A little under what Kubernetes 1.36 gives: later versions add more than they take away. */
const LEAST = {
  kinds: 340,
  types: 930,
  fields: 3800,
  required: 1350,
  enums: 175,
  integers: 280,
  formats: 350,
  plurals: 175,
  descriptions: 2950,
} as const;

export type Counts = Readonly<Record<keyof typeof LEAST, number>>;

/** Counts what was generated. Throws, naming every wrong count and every kind that is missing. */
export function check(generated: Generated, served: readonly ServedResource[]): Counts {
  const kinds = Object.values(generated.kinds).flatMap((ofVersion) => Object.values(ofVersion));
  const fields = Object.values(generated.types).flatMap((type) => Object.values(type.fields));
  const counts: Counts = {
    kinds: kinds.length,
    types: Object.keys(generated.types).length,
    fields: fields.length,
    required: fields.filter((field) => field.required).length,
    enums: fields.filter((field) => field.enum).length,
    integers: fields.filter((field) => JSON.stringify(field.type).includes('"integer"')).length,
    formats: fields.filter((field) => field.format !== undefined).length,
    plurals: kinds.filter((kind) => kind.plural !== undefined).length,
    descriptions: generated.descriptions.length,
  };

  const few = Object.entries(LEAST)
    .map(([what, least]) => ({ what, least, found: counts[what as keyof Counts] }))
    .filter(({ least, found }) => found < least)
    .map(({ what, least, found }) => `${String(found)} ${what}, expected at least ${String(least)}`);
  const missing = served
    .filter(({ apiVersion, kind }) => generated.kinds[apiVersion]?.[kind] === undefined)
    .map(({ apiVersion, kind }) => `no ${kind} in ${apiVersion}, although the API server has it`);

  const problems = [...few, ...missing];
  if (problems.length > 0) throw new Error(`The schema is not complete:\n  ${problems.join('\n  ')}`);
  return counts;
}
