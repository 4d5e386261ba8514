import type { FeatureContext, HoverContent } from '../language.ts';
import { codeSpan } from '../text/markdown.ts';
import { documentAt } from '../yaml/parse.ts';
import { isOneLine, pathAt, type Path } from '../yaml/path.ts';
import { factsOf } from './facts.ts';
import { groupOf, type KubernetesModel, type Manifest } from './model.ts';
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
  // A value is explained by its field's note; a value without one needs no box, nor does a script.
  if (role === 'value' && (noteId === undefined || !isOneLine(model.file.text, span))) return undefined;
  // A key that the author made up, such as a label's, is explained by its map: facts would speak of something else.
  const isMadeUp = resolution.mapKey !== undefined && !noteId?.endsWith(`.${resolution.mapKey}`);
  return {
    span,
    ...(noteId === undefined ? {} : { noteId }),
    title: codeSpan(String(role === 'key' ? value : resolution.field)),
    facts: isMadeUp ? [] : factsOf(resolution, context.locale),
  };
}

function hoverKind(manifest: Manifest, span: HoverContent['span'], { library }: FeatureContext): HoverContent | undefined {
  // Somebody else's kind may have a name that Kubernetes uses too; a version that is still being typed is no other kind.
  const group = groupOf(manifest);
  if (group.includes('.') && !group.endsWith('.k8s.io')) return undefined;
  const noteId = `kubernetes/${schema.resourceType(manifest.apiVersion, manifest.kind)?.name ?? manifest.kind}`;
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
  const document = documentAt(model.file, offset);
  const at = document && pathAt(document, offset);
  const manifest =
    at &&
    model.manifests.find((candidate) => candidate.document === document && candidate.path.every((step, index) => at.path[index] === step));
  return manifest && { ...at, manifest, path: at.path.slice(manifest.path.length) };
}
