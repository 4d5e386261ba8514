import type { Library } from '../notes.ts';
import type { Resolution } from './schema/schema.ts';
import { schema } from './schema.ts';

/**
 * The note that explains what stands at a path. Notes are keyed by schema type, so `Container#livenessProbe` serves every
 * place where a container occurs. In order: the key of a map field (`ResourceRequirements#requests.cpu`), the field,
 * what every kind has (`TypeMeta#kind`), the type of the field's value.
 */
export function noteOf(library: Library, { owner, field, mapKey }: Resolution): string | undefined {
  if (field === undefined) return first(library, [`kubernetes/${owner.name}`]);
  const value = schema.field(owner, field);
  const type = value && schema.typeOf(value);
  return first(library, [
    ...(mapKey === undefined ? [] : [`kubernetes/${owner.name}#${field}.${mapKey}`]),
    `kubernetes/${owner.name}#${field}`,
    ...(field === 'apiVersion' || field === 'kind' ? [`kubernetes/TypeMeta#${field}`] : []),
    ...(type ? [`kubernetes/${type.name}`] : []),
  ]);
}

function first(library: Library, ids: readonly string[]): string | undefined {
  return ids.find((id) => library.has(id));
}
