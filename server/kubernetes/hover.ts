import type { FeatureContext, HoverContent } from '../language.ts';
import { codeSpan } from '../text/markdown.ts';
import { contains } from '../text/span.ts';
import { pathAt, type Path } from '../yaml/path.ts';
import { factsOf } from './facts.ts';
import type { KubernetesModel, Manifest } from './model.ts';
import { noteOf } from './notes.ts';
import { schema } from './schema.ts';

/** Explains the field or value under the cursor, by its schema type. */
export function hover(model: KubernetesModel, offset: number, context: FeatureContext): HoverContent | undefined {
  const place = placeAt(model, offset);
  if (!place) return undefined;
  const { manifest, path, span, role, value } = place;
  if (role === 'value' && path.length === 1 && path[0] === 'kind') return hoverKind(manifest, span, context);
  const resolution = schema.resolve(manifest.apiVersion, manifest.kind, path);
  if (!resolution?.field) return undefined;
  const noteId = noteOf(context.library, resolution);
  // A value is explained by its field's note; a value without one needs no box.
  if (role === 'value' && noteId === undefined) return undefined;
  return {
    span,
    ...(noteId === undefined ? {} : { noteId }),
    title: codeSpan(String(role === 'key' ? value : resolution.field)),
    facts: resolution.mapKey === undefined || noteId?.includes('.') ? factsOf(resolution, context.locale) : [],
  };
}

function hoverKind({ apiVersion, kind }: Manifest, span: HoverContent['span'], { library }: FeatureContext): HoverContent | undefined {
  const type = schema.resourceType(apiVersion, kind);
  const noteId = `kubernetes/${type?.name ?? kind}`;
  return library.has(noteId) ? { span, noteId } : undefined;
}

/** What stands at an offset, in terms of the manifest that holds it. */
export interface Place {
  readonly manifest: Manifest;
  /** From the manifest's root. */
  readonly path: Path;
  readonly role: 'key' | 'value';
  readonly span: HoverContent['span'];
  readonly value: unknown;
}

/** Finds the manifest and the path inside it at an offset of the file. */
export function placeAt(model: KubernetesModel, offset: number): Place | undefined {
  for (const manifest of model.manifests) {
    if (!contains(manifest.document.span, offset)) continue;
    const at = pathAt(manifest.document, offset);
    if (at && manifest.path.every((step, index) => at.path[index] === step)) return { ...at, manifest, path: at.path.slice(manifest.path.length) };
  }
  return undefined;
}
