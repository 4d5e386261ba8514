/** Reads the types of Kubernetes and of the Gateway API from the TypeScript declarations of kubernetes-models and its sisters. */
import { readFileSync, readdirSync } from 'node:fs';
import { basename, dirname, join, relative, sep } from 'node:path';
import ts from 'typescript';
import type { ObjectValue, ScalarValue, TypeId, Value } from '../types.ts';
import type { Packages } from './packages.mts';

/** A type as the package declares it. */
export interface Declaration {
  readonly id: TypeId;
  /** The JavaScript module beside the declaration; its class, named like the type, can validate values. Absent where there is none. */
  readonly module?: string;
  /** Empty when the package has no text. */
  readonly description: string;
  readonly fields: ReadonlyMap<string, DeclaredField>;
  /** Set when a manifest can name the type. */
  readonly resource?: { readonly apiVersion: string; readonly kind: string };
}

export interface DeclaredField {
  readonly value: Value;
  readonly required: boolean;
  /** See `Field.default` in types.ts. */
  readonly default?: string;
  readonly description: string;
}

/** The name that a module gives to a type that it imports, or to its own, and what the name means. */
type Names = ReadonlyMap<string, ScalarValue | ObjectValue>;

/** Types that are written as one value. Their declarations only say `string | number`. */
const SCALARS: Readonly<Record<TypeId, ScalarValue>> = {
  'resource/Quantity': { kind: 'quantity' },
  'intstr/IntOrString': { kind: 'int-or-string' },
  'meta/v1/Time': { kind: 'string', format: 'date-time' },
  'meta/v1/MicroTime': { kind: 'string', format: 'date-time' },
};

/** All object types, sorted by id. Throws on TypeScript that it does not know. */
export function readDeclarations(packages: Packages): readonly Declaration[] {
  const aliases = new Map<TypeId, Value>();
  const written = [packages.models, packages.machinery, packages.gateway]
    .flatMap(declarationFiles)
    .map((file) => readDeclaration(file, packages, aliases))
    .filter((declaration) => declaration !== undefined)
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  const byId = new Map(written.map((declaration) => [declaration.id, declaration]));
  return written.map(({ bases, ...declaration }) => ({
    ...declaration,
    fields: withoutAliases(allFields({ bases, ...declaration }, byId), aliases),
  }));
}

/** A declaration as it is written: what it inherits is not in it. */
interface WrittenDeclaration extends Declaration {
  readonly bases: readonly TypeId[];
}

function allFields({ bases, fields }: WrittenDeclaration, byId: ReadonlyMap<TypeId, WrittenDeclaration>): Declaration['fields'] {
  const inherited = bases.flatMap((id) => {
    const base = byId.get(id);
    return base ? [...allFields(base, byId)] : [];
  });
  return new Map([...inherited, ...fields]);
}

function declarationFiles(root: string): string[] {
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.d.ts') && basename(path) !== 'index.d.ts')
    .filter((path) => !path.split(sep).some((folder) => folder === 'node_modules' || folder === '_schemas' || folder.endsWith('.x-k8s.io')))
    .map((path) => join(root, path));
}

/** Adds to `aliases` when the file gives a name to something that is no object, such as `Hostname` to a string. */
function readDeclaration(file: string, packages: Packages, aliases: Map<TypeId, Value>): WrittenDeclaration | undefined {
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true);
  const module = file.replace(/\.d\.ts$/, '.js');
  const id = idOf(module, packages);
  const own = `I${basename(module, '.js')}`;
  const names = new Map(importedTypes(source, packages)).set(own, { kind: 'object', type: id });
  const declared = source.statements.filter(ts.isInterfaceDeclaration).find((statement) => statement.name.text === own);
  if (!declared) {
    const alias = source.statements.filter(ts.isTypeAliasDeclaration).find((statement) => statement.name.text === own);
    if (!alias) throw new Error(`${file}: nothing is called ${own}`);
    if (!Object.hasOwn(SCALARS, id)) aliases.set(id, readValue(alias.type, names));
    return undefined;
  }

  const properties = declared.members.filter(ts.isPropertySignature);
  const apiVersion = literalOf(properties, 'apiVersion');
  const kind = literalOf(properties, 'kind');
  return {
    id,
    module,
    bases: basesOf(declared, names),
    description: descriptionOf(declared),
    fields: new Map(properties.map((property) => [nameOf(property), readField(property, names)])),
    ...(apiVersion !== undefined && kind !== undefined && { resource: { apiVersion, kind } }),
  };
}

function basesOf(declared: ts.InterfaceDeclaration, names: Names): TypeId[] {
  return (declared.heritageClauses ?? []).flatMap(({ types }) =>
    types.flatMap(({ expression }) => {
      const base = names.get(expression.getText());
      return base?.kind === 'object' ? [base.type] : [];
    }),
  );
}

function withoutAliases(fields: Declaration['fields'], aliases: ReadonlyMap<TypeId, Value>): Declaration['fields'] {
  const resolve = (value: Value): Value => {
    if (value.kind === 'list') return { ...value, items: resolve(value.items) };
    if (value.kind === 'map') return { ...value, values: resolve(value.values) };
    const meant = value.kind === 'object' ? aliases.get(value.type) : undefined;
    return meant ? resolve(meant) : value;
  };
  return new Map([...fields].map(([name, field]) => [name, { ...field, value: resolve(field.value) }]));
}

/** kubernetes-models leaves the name of the core group out; apimachinery nests its folders deeper. */
function idOf(module: string, { models, machinery, gateway }: Packages): TypeId {
  const root = [models, gateway].find((folder) => module.startsWith(folder + sep)) ?? machinery;
  const path = relative(root, module.replace(/\.js$/, '')).split(sep).join('/');
  if (root === machinery) return path.replace(/^(apis|api|util)\//, '');
  return root === models ? path.replace(/^v1\//, 'core/v1/') : path;
}

function importedTypes(source: ts.SourceFile, packages: Packages): [string, ScalarValue | ObjectValue][] {
  return source.statements.filter(ts.isImportDeclaration).flatMap((statement) => {
    const module = importedModule(statement, source.fileName, packages);
    const names = statement.importClause?.namedBindings;
    if (module === undefined || !names || !ts.isNamedImports(names)) return [];
    const id = idOf(module, packages);
    return names.elements.map((name): [string, ScalarValue | ObjectValue] => [name.name.text, SCALARS[id] ?? { kind: 'object', type: id }]);
  });
}

/** The file that is imported; undefined for packages that declare no Kubernetes types. */
function importedModule(statement: ts.ImportDeclaration, importer: string, packages: Packages): string | undefined {
  if (!ts.isStringLiteral(statement.moduleSpecifier)) return undefined;
  const specifier = statement.moduleSpecifier.text;
  const shared = '@kubernetes-models/apimachinery/';
  if (specifier.startsWith(shared)) return `${join(packages.machinery, specifier.slice(shared.length))}.js`;
  return specifier.startsWith('.') ? join(dirname(importer), specifier) : undefined;
}

function readField(property: ts.PropertySignature, names: Names): DeclaredField {
  const name = nameOf(property);
  const namesResource = isLiteral(property) && (name === 'apiVersion' || name === 'kind');
  return {
    value: namesResource ? { kind: 'string' } : readValue(property.type, names),
    required: !property.questionToken,
    description: descriptionOf(property),
  };
}

function readValue(type: ts.TypeNode | undefined, names: Names): Value {
  if (!type) throw new Error('A declaration leaves the type out.');
  switch (type.kind) {
    case ts.SyntaxKind.StringKeyword:
      return { kind: 'string' };
    case ts.SyntaxKind.NumberKeyword:
      return { kind: 'number' };
    case ts.SyntaxKind.BooleanKeyword:
      return { kind: 'boolean' };
  }
  if (ts.isTypeReferenceNode(type)) {
    const name = type.typeName.getText();
    if (name === 'Array') return { kind: 'list', items: readValue(type.typeArguments?.[0], names) };
    const named = names.get(name);
    if (named) return named;
  }
  if (ts.isTypeLiteralNode(type)) {
    const index = type.members.find(ts.isIndexSignatureDeclaration);
    return index ? { kind: 'map', values: readValue(index.type, names) } : embeddedResource(type, names);
  }
  const literals = ts.isUnionTypeNode(type) ? type.types.map(literalText) : [literalText(type)];
  if (literals.every((text) => text !== undefined)) return { kind: isNumeric(type) ? 'integer' : 'string', enum: literals.sort() };
  throw new Error(`${type.getSourceFile().fileName}: unknown type ${type.getText()}`);
}

/**
 * `volumeClaimTemplates` spells its resource out, to make apiVersion and kind optional.
 * The type of the spec tells which resource it is.
 */
function embeddedResource(type: ts.TypeLiteralNode, names: Names): ObjectValue {
  const spec = type.members.filter(ts.isPropertySignature).find((member) => nameOf(member) === 'spec');
  const value = readValue(spec?.type, names);
  if (value.kind !== 'object') throw new Error(`${type.getSourceFile().fileName}: object without a spec`);
  return { kind: 'object', type: value.type.replace(/Spec$/, '') };
}

function nameOf(property: ts.PropertySignature): string {
  return ts.isStringLiteral(property.name) ? property.name.text : property.name.getText();
}

function literalText(type: ts.TypeNode): string | undefined {
  if (!ts.isLiteralTypeNode(type)) return undefined;
  return ts.isStringLiteral(type.literal) || ts.isNumericLiteral(type.literal) ? type.literal.text : undefined;
}

function isNumeric(type: ts.TypeNode): boolean {
  return ts.isUnionTypeNode(type) ? type.types.every(isNumeric) : ts.isLiteralTypeNode(type) && ts.isNumericLiteral(type.literal);
}

function isLiteral(property: ts.PropertySignature): boolean {
  return property.type !== undefined && literalText(property.type) !== undefined;
}

function literalOf(properties: readonly ts.PropertySignature[], name: string): string | undefined {
  const type = properties.find((property) => nameOf(property) === name)?.type;
  return type && literalText(type);
}

/** The doc comment of a node, with the escapes undone that keep it from ending early. */
function descriptionOf(node: ts.Node): string {
  const comment = ts.getJSDocCommentsAndTags(node).filter(ts.isJSDoc).at(-1)?.comment;
  return (ts.getTextOfJSDocComment(comment) ?? '').replaceAll('\\*', '*').replaceAll('*\\/', '*/').trim();
}
