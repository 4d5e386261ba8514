/** Puts what was read from the packages together into the two generated files. */
import { valueOf } from '../schema.ts';
import type { DescriptionsData, FieldData, StructureData, TypeData, TypeId, Value, ValueData } from '../types.ts';
import type { Declaration, DeclaredField } from './declarations.mts';
import { byKey, kindsOf } from './kinds.mts';
import type { ServedResource } from './scope.mts';
import { clean } from './texts.mts';

export interface Generated {
  readonly kubernetes: string;
  readonly kinds: StructureData['kinds'];
  readonly types: Readonly<Record<TypeId, TypeData>>;
  readonly descriptions: DescriptionsData;
}

/** Builds the contents of `structure.json` and `descriptions.json`. */
export function buildStructure(kubernetes: string, declarations: readonly Declaration[], served: readonly ServedResource[]): Generated {
  const byId = new Map(declarations.map((declaration) => [declaration.id, declaration]));
  const kinds = kindsOf({ declarations, served });
  const texts: Texts = new Map([['', 0]]);
  const types = [...reachable(kinds, byId)].sort().map((id): [TypeId, TypeData] => {
    const declaration = byId.get(id);
    if (!declaration) throw new Error(`The type ${id} is used but not declared.`);
    return [id, encodeType(declaration, byId, texts)];
  });
  return {
    kubernetes,
    kinds,
    types: Object.fromEntries(types),
    descriptions: [...texts.keys()],
  };
}

/** Every text with its place. */
type Texts = Map<string, number>;

/** The types that a manifest can hold: the package also has types of requests and ones that were left behind. */
function reachable(kinds: StructureData['kinds'], byId: ReadonlyMap<TypeId, Declaration>): ReadonlySet<TypeId> {
  const found = new Set<TypeId>();
  const visit = (id: TypeId): void => {
    if (found.has(id) || isOpen(byId.get(id))) return;
    found.add(id);
    byId.get(id)?.fields.forEach((field) => {
      const inner = valueOf(field);
      if (inner.kind === 'object') visit(inner.type);
    });
  };
  for (const { type } of Object.values(kinds).flatMap((ofVersion) => Object.values(ofVersion))) visit(type);
  return found;
}

/** A type that declares no fields, such as RawExtension, takes any value. */
const isOpen = (declaration: Declaration | undefined): boolean => declaration?.fields.size === 0;

function encodeType(declaration: Declaration, byId: ReadonlyMap<TypeId, Declaration>, all: Texts): TypeData {
  const texts = declaration.resource ? resourceTexts(byId) : new Map<string, DeclaredField>();
  const first = all.size;
  const description = place(declaration.description, all);
  const fields = [...declaration.fields].sort(byKey).map(([name, field]): [string, FieldData] => {
    const inner = valueOf(field);
    const scalar = inner.kind === 'object' ? undefined : inner;
    return [
      name,
      {
        type: encodeValue(field.value, byId),
        ...(field.required && { required: true }),
        ...(scalar?.enum && { enum: scalar.enum }),
        ...(scalar?.format !== undefined && { format: scalar.format }),
        ...(field.default !== undefined && { default: field.default }),
        ...place(field.description || (texts.get(name)?.description ?? ''), all),
      },
    ];
  });
  return { fields: Object.fromEntries(fields), ...(all.size > first && { texts: first }), ...description };
}

/** kubernetes-models leaves out the texts of apiVersion and kind, which are the same for every resource. */
function resourceTexts(byId: ReadonlyMap<TypeId, Declaration>): ReadonlyMap<string, DeclaredField> {
  return byId.get('meta/v1/DeleteOptions')?.fields ?? new Map<string, DeclaredField>();
}

function encodeValue(value: Value, byId: ReadonlyMap<TypeId, Declaration>): ValueData {
  switch (value.kind) {
    case 'list': {
      const { keys, unique, lenient } = value;
      return { list: encodeValue(value.items, byId), ...(keys && { keys }), ...(unique && { unique }), ...(lenient && { lenient }) };
    }
    case 'map':
      return { map: encodeValue(value.values, byId) };
    case 'object':
      return isOpen(byId.get(value.type)) ? 'any' : value.type;
    default:
      return value.kind;
  }
}

/** Where a text stands: nothing said for one that is met for the first time, which comes next; see `TypeData`. */
function place(original: string, all: Texts): { description?: number } {
  const text = clean(original);
  const description = all.get(text);
  if (description === undefined) all.set(text, all.size);
  return description === undefined ? {} : { description };
}
