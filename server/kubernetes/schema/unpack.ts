/** Turns the entries of `structure.json` into what the schema answers with. */
import type { Field, FieldData, ScalarKind, SchemaType, TypeData, TypeId, Value, ValueData } from './types.ts';

/** Unpacks a type. `isResource` tells types that a manifest can name: where another type holds them they are embedded. */
export function unpackType(id: TypeId, data: TypeData, isResource: (id: TypeId) => boolean): SchemaType {
  let nextText = data.texts ?? 0;
  const placeOf = (said: number | undefined): { description?: number } => {
    const description = said ?? nextText++;
    return description === 0 ? {} : { description };
  };

  const description = placeOf(data.description); // before those of the fields, which come after it
  const fields = Object.entries(data.fields).map(([name, field]): [string, Field] => [
    name,
    {
      name,
      value: unpackValue(field.type, field, isResource),
      required: field.required ?? false,
      ...(field.default !== undefined && { default: field.default }),
      ...placeOf(field.description),
    },
  ]);
  return { id, name: id.slice(id.lastIndexOf('/') + 1), fields: new Map(fields), ...description };
}

function unpackValue(type: ValueData, field: FieldData, isResource: (id: TypeId) => boolean): Value {
  if (typeof type !== 'string') {
    if ('map' in type) return { kind: 'map', values: unpackValue(type.map, field, isResource) };
    const { list, ...about } = type;
    return { kind: 'list', items: unpackValue(list, field, isResource), ...about };
  }
  if (type.includes('/')) return { kind: 'object', type, ...(isResource(type) && { embedded: true }) };
  return {
    kind: type as ScalarKind,
    ...(field.enum && { enum: field.enum }),
    ...(field.format !== undefined && { format: field.format }),
  };
}
