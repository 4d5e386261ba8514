/** Puts what was read from the packages together into the two generated files. */
import { valueOf } from '../schema.ts';
import type { DescriptionsData, FieldData, KindData, StructureData, TypeData, TypeId, Value, ValueData } from '../types.ts';
import type { Declaration, DeclaredField } from './declarations.mts';
import type { ServedResource } from './scope.mts';

export interface Generated {
  readonly structure: StructureData;
  readonly descriptions: DescriptionsData;
}

/** Builds the contents of `structure.json` and `descriptions.json`. */
export function buildStructure(kubernetes: string, declarations: readonly Declaration[], served: readonly ServedResource[]): Generated {
  const byId = new Map(declarations.map((declaration) => [declaration.id, declaration]));
  const descriptions = new Map<string, number>();
  const types = [...reachable(byId)].sort().map((id): [TypeId, TypeData] => {
    const declaration = byId.get(id);
    if (!declaration) throw new Error(`The type ${id} is used but not declared.`);
    return [id, encodeType(declaration, byId, descriptions)];
  });
  return {
    structure: { kubernetes, kinds: kindsOf(declarations, served), types: Object.fromEntries(types) },
    descriptions: [...descriptions.keys()],
  };
}

/** The types that a manifest can hold: the package also has types of requests and ones that were left behind. */
function reachable(byId: ReadonlyMap<TypeId, Declaration>): ReadonlySet<TypeId> {
  const found = new Set<TypeId>();
  const visit = (id: TypeId): void => {
    if (found.has(id) || isOpen(byId.get(id))) return;
    found.add(id);
    byId.get(id)?.fields.forEach(({ value }) => {
      const inner = valueOf({ value });
      if (inner.kind === 'object') visit(inner.type);
    });
  };
  for (const { id, resource } of byId.values()) if (resource) visit(id);
  return found;
}

/** A type that declares no fields, such as RawExtension, takes any value. */
const isOpen = (declaration: Declaration | undefined): boolean => declaration?.fields.size === 0;

function encodeType(declaration: Declaration, byId: ReadonlyMap<TypeId, Declaration>, descriptions: Map<string, number>): TypeData {
  const texts = declaration.resource ? resourceTexts(byId) : new Map<string, DeclaredField>();
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
        ...describe(field.description || texts.get(name)?.description, descriptions),
      },
    ];
  });
  return { fields: Object.fromEntries(fields), ...describe(declaration.description, descriptions) };
}

/** kubernetes-models leaves out the texts of apiVersion and kind, which are the same for every resource. */
function resourceTexts(byId: ReadonlyMap<TypeId, Declaration>): ReadonlyMap<string, DeclaredField> {
  return byId.get('meta/v1/DeleteOptions')?.fields ?? new Map<string, DeclaredField>();
}

function encodeValue(value: Value, byId: ReadonlyMap<TypeId, Declaration>): ValueData {
  switch (value.kind) {
    case 'list':
      return { list: encodeValue(value.items, byId) };
    case 'map':
      return { map: encodeValue(value.values, byId) };
    case 'object':
      return isOpen(byId.get(value.type)) ? 'any' : value.type;
    default:
      return value.kind;
  }
}

/** The number of a text, which is given when the text is first met. */
function describe(text: string | undefined, descriptions: Map<string, number>): { description?: number } {
  if (!text) return {};
  const description = descriptions.get(text) ?? descriptions.size;
  descriptions.set(text, description);
  return { description };
}

function kindsOf(declarations: readonly Declaration[], served: readonly ServedResource[]): StructureData['kinds'] {
  const isServed = new Set(served.map(({ apiVersion, kind }) => `${apiVersion}/${kind}`));
  // A kind keeps its plural and scope through all its versions, also through the ones that are gone.
  const names = new Map(served.map(({ kind, plural, scope }) => [kind, { plural, scope }]));
  const kinds = new Map<string, [string, KindData][]>();

  for (const { id, fields, resource } of declarations) {
    if (!resource) continue;
    const { apiVersion, kind } = resource;
    const list = fields.get('items')?.value.kind === 'list' && kind.endsWith('List');
    const item = `${apiVersion}/${list ? kind.replace(/List$/, '') : kind}`;
    // Kubernetes never removes a kind from a stable version, so what has no path there is a subresource.
    const removed = /\d(alpha|beta)\d/.test(apiVersion) && !isServed.has(item);
    const data: KindData = {
      type: id,
      ...names.get(kind),
      ...(list && { list }),
      ...(removed && { removed }),
    };
    kinds.set(apiVersion, [...(kinds.get(apiVersion) ?? []), [kind, data]]);
  }
  return Object.fromEntries([...kinds].sort(byKey).map(([apiVersion, entries]) => [apiVersion, Object.fromEntries(entries.sort(byKey))]));
}

const byKey = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number => (a < b ? -1 : 1);
