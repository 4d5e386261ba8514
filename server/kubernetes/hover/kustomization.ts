import type { FeatureContext, HoverContent } from '../../language.ts';
import type { Library } from '../../notes.ts';
import type { YamlDocument } from '../../yaml/parse.ts';
import { isOneLine, pathAt } from '../../yaml/path.ts';
import type { KubernetesModel } from '../model.ts';
import { manifestsIn } from '../parse.ts';
import { kustomizationNames } from '../patch.ts';
import { isKustomization } from '../wires/kustomization.ts';

/** Whether a document is Kustomize's own, which no schema describes; without `apiVersion` and `kind` only the file's name tells. */
export function isOfKustomize(document: YamlDocument, path: string): boolean {
  const isNamed = kustomizationNames.includes(path.slice(path.lastIndexOf('/') + 1));
  return (isNamed || manifestsIn(document).length > 0) && isKustomization(document);
}

/** Explains a field of a kustomization or a component with its note, or in brief with the note of the field that holds it. */
export function kustomizationHover(
  document: YamlDocument,
  { file }: KubernetesModel,
  offset: number,
  { library }: FeatureContext,
): HoverContent | undefined {
  const at = pathAt(document, offset);
  if (!at || (at.role === 'value' && !isOneLine(file.text, at.span))) return undefined;
  const { path, role, span } = at;
  const kind = manifestsIn(document)[0]?.kind ?? 'Kustomization';
  if (path[0] === 'apiVersion' || path[0] === 'kind') {
    const noteId = `kubernetes/${kind}`;
    return library.has(noteId) ? { span, noteId, ...(path[0] === 'kind' && role === 'value' ? {} : { brief: true }) } : undefined;
  }
  const names = path.filter((step) => typeof step === 'string');
  for (let length = names.length; length > 0; length--) {
    const noteId = noteOf(library, names.slice(0, length));
    if (noteId === undefined) continue;
    const isItself = role === 'key' && length === names.length;
    return { span, noteId, ...(isItself ? {} : { brief: true }) };
  }
  return undefined;
}

/** The note of a field, both kinds having the same fields; what the generators have in common is explained at the one for ConfigMaps. */
function noteOf(library: Library, names: readonly string[]): string | undefined {
  const [field, ...inner] = names;
  const owners = field === 'secretGenerator' && inner.length > 0 ? [field, 'configMapGenerator'] : [field];
  return owners.map((owner) => `kubernetes/Kustomization#${[owner, ...inner].join('.')}`).find((id) => library.has(id));
}
