import { isMap, type YAMLMap } from 'yaml';
import type { FeatureContext } from '../../language.ts';
import type { CursorPlace } from '../../yaml/complete.ts';
import type { YamlDocument } from '../../yaml/parse.ts';
import type { Path } from '../../yaml/path.ts';
import { nodeAt, stringAt } from '../../yaml/read.ts';
import type { YamlStyle } from '../../yaml/style.ts';
import { typingAt } from '../../yaml/typing.ts';
import type { KubernetesModel } from '../model.ts';
import { schemaOf } from '../custom.ts';
import type { KubernetesSchema, Resolution } from '../schema/schema.ts';

/** Where something is to be completed: in which manifest, and what the schema says about the place. */
export interface Spot {
  readonly model: KubernetesModel;
  readonly context: FeatureContext;
  readonly document: YamlDocument;
  /** What is being typed. Spans count from the document's start. */
  readonly place: CursorPlace;
  /** The document's text, with templates masked. */
  readonly text: string;
  /** From the manifest's root. */
  readonly path: Path;
  /** The manifest's own map, as far as it could be parsed. */
  readonly root: YAMLMap | undefined;
  readonly apiVersion: string | undefined;
  readonly kind: string | undefined;
  readonly namespace: string | undefined;
  /** What is known of kinds, those that the workspace defines included. */
  readonly schema: KubernetesSchema;
  /** What stands at {@link path}; `undefined` for kinds and places that are not known. */
  readonly resolution: Resolution | undefined;
  readonly style: YamlStyle;
}

/** Finds the spot at an offset of the file; `undefined` where nothing can be typed that is known. */
export function spotAt(model: KubernetesModel, offset: number, context: FeatureContext): Spot | undefined {
  const typing = typingAt(model.file, offset);
  if (!typing) return undefined;
  const { document, place, text, style } = typing;
  const { source } = document;
  const rootPath = rootOf(document, place.path);
  const root = nodeAt(source.ast, source.ast.contents, rootPath);
  const path = place.path.slice(rootPath.length);
  const read = (field: string): string | undefined => {
    const typed = path.length === (place.role === 'value' ? 1 : 0) ? place.siblings.get(field) : undefined;
    return typed ?? stringAt(source.ast, root, [field]) ?? (rootPath.length === 0 ? textAtTop(text, field) : undefined);
  };
  const isTyped = (field: string): boolean => place.role === 'value' && path.length === 1 && path[0] === field;
  const apiVersion = isTyped('apiVersion') ? place.siblings.get('apiVersion') : read('apiVersion');
  const kind = isTyped('kind') ? place.siblings.get('kind') : read('kind');
  const schema = schemaOf(model, context);
  return {
    model,
    context,
    document,
    place,
    text,
    path,
    root: isMap(root) ? root : undefined,
    apiVersion,
    kind,
    namespace: stringAt(source.ast, root, ['metadata', 'namespace']),
    schema,
    resolution: apiVersion !== undefined && kind !== undefined ? schema.resolve(apiVersion, kind, path) : undefined,
    style,
  };
}

/** Where the manifest lies in its document: the items of a list are manifests of their own. */
function rootOf({ source: { ast, text } }: YamlDocument, path: Path): Path {
  const [field, index] = path;
  if (field !== 'items' || typeof index !== 'number') return [];
  const kind = stringAt(ast, ast.contents, ['kind']) ?? textAtTop(text, 'kind');
  return kind?.endsWith('List') === true ? ['items', index] : [];
}

/** The scalar of a key at the left edge, in a document that does not parse. */
function textAtTop(text: string, field: string): string | undefined {
  return new RegExp(`^${field}:[ \\t]+["']?([\\w./-]+)`, 'm').exec(text)?.[1];
}

/** The spot, seen as that of another place in the same manifest. */
export function resolveAt({ apiVersion, kind, schema }: Spot, path: Path): Resolution | undefined {
  return apiVersion !== undefined && kind !== undefined ? schema.resolve(apiVersion, kind, path) : undefined;
}
