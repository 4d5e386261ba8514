import { onItsOwn, type ParsedYaml, type YamlDocument } from '../../yaml/parse.ts';
import { isCheckable } from '../../yaml/per-document.ts';
import { manifestsIn } from '../parse.ts';
import { readResource } from './extract.ts';
import { generated, isKustomization, readKustomization } from './kustomization.ts';
import { createMarker } from '../../yaml/marks.ts';
import type { DocumentSummary } from './types.ts';

const known = new WeakMap<ParsedYaml, DocumentSummary>();

/**
 * What others may know of a document. The answer is the same object as long as the document's text is the same, wherever it moves.
 * Templates have no names that are known, so that nothing is kept of them.
 */
export function summarise({ source }: YamlDocument): DocumentSummary {
  const remembered = known.get(source);
  if (remembered) return remembered;
  const summary = read(onItsOwn(source));
  known.set(source, summary);
  return summary;
}

function read(document: YamlDocument): DocumentSummary {
  const marker = createMarker(document.source.text);
  const { lines } = marker;
  if (!isCheckable(document)) return { resources: [], kustomization: undefined, lines };
  if (isKustomization(document)) {
    return { resources: generated(document, marker), kustomization: readKustomization(document, marker), lines };
  }
  return { resources: manifestsIn(document).flatMap((manifest) => readResource(manifest, marker) ?? []), kustomization: undefined, lines };
}
