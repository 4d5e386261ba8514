import { isMap, isScalar } from 'yaml';
import type { Silencer } from '../silence.ts';
import type { Span } from '../text/span.ts';
import { commentSilencers } from '../yaml/silencers.ts';
import { keyOf } from '../yaml/path.ts';
import { nodeAt } from '../yaml/read.ts';
import { spanOfNode } from '../yaml/parse.ts';
import { resourceOf, type KubernetesModel, type Manifest } from './model.ts';

/** The comments of a file and the annotations of its resources that silence findings. */
export function silencers(model: KubernetesModel): readonly Silencer[] {
  return [...commentSilencers(model.file.text), ...model.manifests.flatMap(fromAnnotations)];
}

/** kube-linter's and kube-score's annotations: they silence what those tools would say about the resource. */
function fromAnnotations(manifest: Manifest): readonly Silencer[] {
  const { document, root } = manifest;
  const annotations = nodeAt(document.source.ast, root, ['metadata', 'annotations']);
  const target: Span = spanOfNode(document, root) ?? document.span;
  if (!isMap(annotations)) return [];
  return annotations.items.flatMap((pair): readonly Silencer[] => {
    const key = keyOf(pair) ?? '';
    const rules = silencedBy(key, isScalar(pair.value) ? String(pair.value.value) : '');
    return rules.length === 0 ? [] : [{ at: target, target, resource: resourceOf(manifest), rules, own: false }];
  });
}

function silencedBy(key: string, value: string): readonly string[] {
  const check = /^ignore-check\.kube-linter\.io\/(\S+)$/.exec(key)?.[1];
  if (check !== undefined) return [`kube-linter:${check}`];
  if (key === 'kube-linter.io/ignore-all') return ['kube-linter:*'];
  if (key === 'kube-score/ignore')
    return value
      .split(',')
      .map((name) => name.trim())
      .filter((name) => name !== '')
      .map((name) => `kube-score:${name}`);
  return [];
}
