/** Notices when a new version of a package has changed its ways and the schema came out poor. */
import type { Generated } from './structure.mts';
import type { ServedResource } from './scope.mts';

/** A little under what Kubernetes 1.36 gives: later versions add more than they take away. */
const LEAST = {
  kinds: 220,
  types: 900,
  fields: 3700,
  required: 780,
  enums: 90,
  integers: 360,
  formats: 370,
  plurals: 110,
  descriptions: 2700,
} as const;

export type Counts = Readonly<Record<keyof typeof LEAST, number>>;

/** Counts what was generated. Throws, naming every wrong count and every kind that is missing. */
export function check({ structure, descriptions }: Generated, served: readonly ServedResource[]): Counts {
  const kinds = Object.values(structure.kinds).flatMap((ofVersion) => Object.values(ofVersion));
  const fields = Object.values(structure.types).flatMap((type) => Object.values(type.fields));
  const counts: Counts = {
    kinds: kinds.length,
    types: Object.keys(structure.types).length,
    fields: fields.length,
    required: fields.filter((field) => field.required).length,
    enums: fields.filter((field) => field.enum).length,
    integers: fields.filter((field) => JSON.stringify(field.type).includes('"integer"')).length,
    formats: fields.filter((field) => field.format !== undefined).length,
    plurals: kinds.filter((kind) => kind.plural !== undefined).length,
    descriptions: descriptions.length,
  };

  const few = Object.entries(LEAST)
    .map(([what, least]) => ({ what, least, found: counts[what as keyof Counts] }))
    .filter(({ least, found }) => found < least)
    .map(({ what, least, found }) => `${String(found)} ${what}, expected at least ${String(least)}`);
  // Alpha and beta versions are left to chance: kubernetes-models has some of them.
  const missing = served
    .filter(({ apiVersion }) => /(^|\/)v\d+$/.test(apiVersion))
    .filter(({ apiVersion, kind }) => structure.kinds[apiVersion]?.[kind] === undefined)
    .map(({ apiVersion, kind }) => `no ${kind} in ${apiVersion}, although the API server has it`);

  const problems = [...few, ...missing];
  if (problems.length > 0) throw new Error(`The schema is not complete:\n  ${problems.join('\n  ')}`);
  return counts;
}
