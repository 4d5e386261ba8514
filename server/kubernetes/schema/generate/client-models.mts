/**
 * Reads from the models of @kubernetes/client-node the alpha and beta types that kubernetes-models leaves out although the API
 * server has them.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { valueOf } from '../schema.ts';
import type { TypeId, Value } from '../types.ts';
import type { Declaration, DeclaredField } from './declarations.mts';
import type { Packages } from './packages.mts';
import type { ServedResource } from './scope.mts';

/** What a model's `attributeTypeMap` says of a property beyond the declaration: its name outside TypeScript, and `int32` or `date-time`. */
type Attributes = ReadonlyMap<string, { readonly baseName: string; readonly format: string }>;

/** The types of the resources that `known` lacks, with all that they are made of. Throws on models that it cannot find. */
export function readClientModels(
  { client }: Packages,
  served: readonly ServedResource[],
  known: readonly Declaration[],
): readonly Declaration[] {
  const found = new Map<TypeId, Declaration>();
  const ids = new Set(known.map(({ id }) => id));

  const declared = new Set(known.map(({ resource }) => resource && `${resource.apiVersion}/${resource.kind}`));
  for (const { apiVersion, kind } of served) {
    if (declared.has(`${apiVersion}/${kind}`)) continue;
    visit(apiVersion, kind, { apiVersion, kind });
    visit(apiVersion, `${kind}List`, { apiVersion, kind: `${kind}List` });
  }
  return [...found.values()];

  function visit(group: string, name: string, resource?: Declaration['resource']): void {
    const id = `${group}/${name}`;
    if (found.has(id)) return;
    const version = group.slice(group.indexOf('/') + 1);
    const model = join(client, 'dist/gen/models', version.charAt(0).toUpperCase() + version.slice(1) + name);
    const declaration = readModel(model, id, (className) => idOfClass(className, group, version), resource);
    found.set(id, declaration);
    declaration.fields.forEach((field) => {
      const value = valueOf(field);
      if (value.kind !== 'object' || ids.has(value.type)) return;
      const end = value.type.lastIndexOf('/');
      visit(value.type.slice(0, end), value.type.slice(end + 1));
    });
  }

  /** V1beta1IPAddressSpec stands for a type of the same group, V1ObjectMeta for one that all share, V1UserInfo for one of another group. */
  function idOfClass(className: string, group: string, version: string): TypeId {
    const [, classVersion = '', name = ''] = /^(V\d+(?:(?:alpha|beta)\d+)?)(\w+)$/.exec(className) ?? [];
    if (classVersion.toLowerCase() === version) return `${group}/${name}`;
    const suffix = `/${classVersion.toLowerCase()}/${name}`;
    const candidates = [`meta${suffix}`, `core${suffix}`, ...[...ids].filter((id) => id.endsWith(suffix))];
    return candidates.find((candidate) => ids.has(candidate)) ?? `meta${suffix}`;
  }
}

function readModel(model: string, id: TypeId, idOfClass: (name: string) => TypeId, resource?: Declaration['resource']): Declaration {
  const file = `${model}.d.ts`;
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true);
  const declared = source.statements.find(ts.isClassDeclaration);
  if (!declared) throw new Error(`${file}: no class`);
  const attributes = readAttributes(readFileSync(`${model}.js`, 'utf8'));
  const properties = declared.members.filter(ts.isPropertyDeclaration).filter(({ modifiers }) => !modifiers);
  return {
    id,
    description: commentOf(declared),
    fields: new Map(
      properties.map((property): [string, DeclaredField] => {
        const attribute = attributes.get(ts.isStringLiteral(property.name) ? property.name.text : property.name.getText());
        if (!attribute) throw new Error(`${file}: no attribute for ${property.name.getText()}`);
        const { baseName: name, format } = attribute;
        const namesResource = resource !== undefined && (name === 'apiVersion' || name === 'kind');
        return [
          name,
          {
            value: readValue(property.type, format, idOfClass),
            required: namesResource || !property.questionToken,
            description: commentOf(property),
          },
        ];
      }),
    ),
    ...(resource && { resource }),
  };
}

function readAttributes(script: string): Attributes {
  const entries = script.matchAll(/"name": "([^"]+)",\s+"baseName": "([^"]+)",\s+"type": "[^"]+",\s+"format": "([^"]*)"/g);
  return new Map([...entries].map(([, name = '', baseName = '', format = '']) => [name, { baseName, format }]));
}

function readValue(type: ts.TypeNode | undefined, format: string, idOfClass: (name: string) => TypeId): Value {
  if (!type) throw new Error('A model leaves the type out.');
  const withFormat = format === '' ? {} : { format };
  switch (type.kind) {
    case ts.SyntaxKind.StringKeyword:
      return { kind: 'string', ...withFormat };
    case ts.SyntaxKind.NumberKeyword:
      return { kind: format.startsWith('int') ? 'integer' : 'number', ...withFormat };
    case ts.SyntaxKind.BooleanKeyword:
      return { kind: 'boolean' };
    case ts.SyntaxKind.AnyKeyword:
      return { kind: 'any' };
  }
  if (ts.isTypeLiteralNode(type)) {
    const index = type.members.find(ts.isIndexSignatureDeclaration);
    if (index) return { kind: 'map', values: readValue(index.type, format, idOfClass) };
  }
  if (ts.isTypeReferenceNode(type)) {
    const name = type.typeName.getText();
    if (name === 'Array') return { kind: 'list', items: readValue(type.typeArguments?.[0], format, idOfClass) };
    if (name === 'Date' || name === 'V1MicroTime') return { kind: 'string', format: 'date-time' };
    return { kind: 'object', type: idOfClass(name) };
  }
  throw new Error(`${type.getSourceFile().fileName}: unknown type ${type.getText()}`);
}

function commentOf(node: ts.Node): string {
  const comment = ts.getJSDocCommentsAndTags(node).filter(ts.isJSDoc).at(-1)?.comment;
  return (ts.getTextOfJSDocComment(comment) ?? '').trim();
}
