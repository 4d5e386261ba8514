import { isMap, isScalar } from 'yaml';
import type { SilencedRule, Silencer } from '../silence.ts';
import type { Span } from '../text/span.ts';
import { createSilencers } from '../yaml/silencers.ts';
import { keyOf } from '../yaml/path.ts';
import { nodeAt } from '../yaml/read.ts';
import { spanOfNode } from '../yaml/parse.ts';
import { resourceOf, type KubernetesModel, type Manifest } from './model.ts';
import { manifestsIn } from './parse.ts';

/** The comments of a file and the annotations of its resources that silence findings. */
export function silencers({ file }: KubernetesModel): readonly Silencer[] {
  return silencersIn(file);
}

const silencersIn = createSilencers((document) => manifestsIn(document).flatMap(fromAnnotations));

/** kube-linter's, kube-score's and Polaris' annotations: they silence what those tools would say about the resource. */
function fromAnnotations(manifest: Manifest): readonly Silencer[] {
  const { document, root } = manifest;
  const target: Span = spanOfNode(document, root) ?? document.span;
  const resource = resourceOf(manifest);
  return silencingAnnotations(manifest).map((rules) => ({ at: target, target, resource, rules, own: false }));
}

/** What each of a resource's annotations silences. */
function silencingAnnotations({ document, root }: Manifest): readonly (readonly SilencedRule[])[] {
  const annotations = nodeAt(document.source.ast, root, ['metadata', 'annotations']);
  if (!isMap(annotations)) return [];
  return annotations.items
    .map((pair) => silencedBy(keyOf(pair) ?? '', isScalar(pair.value) ? String(pair.value.value) : ''))
    .filter((rules) => rules.length > 0);
}

/**
 * Puts what a rule would say in one finding apart where the resource's annotations silence a part of it: what is silenced in one
 * group, the rest in another. A finding on CPU and memory together would else vanish as a whole when only its CPU half is silenced.
 * @param idsOf the ids of other linters that mean an item
 */
export function silencedApart<T>(
  manifest: Manifest,
  items: readonly T[],
  idsOf: (item: T) => readonly string[],
): readonly (readonly T[])[] {
  const silenced = new Set(silencingAnnotations(manifest).flat());
  const isSilenced = (item: T): boolean => idsOf(item).some((id) => silenced.has(id) || silenced.has(`${id.slice(0, id.indexOf(':'))}:*`));
  return [items.filter((item) => !isSilenced(item)), items.filter(isSilenced)].filter((group) => group.length > 0);
}

function silencedBy(key: string, value: string): readonly SilencedRule[] {
  const check = /^ignore-check\.kube-linter\.io\/(\S+)$/.exec(key)?.[1];
  if (check !== undefined) return [`kube-linter:${check}`];
  if (key === 'kube-linter.io/ignore-all') return ['kube-linter:*'];
  const exempt = /^polaris\.fairwinds\.com\/(?:(\w+)-)?exempt$/.exec(key);
  if (exempt) return value === 'true' ? [`polaris:${exempt[1] ?? '*'}`] : [];
  if (key === 'kube-score/ignore')
    return value
      .split(',')
      .map((name) => name.trim())
      .filter((name) => name !== '')
      .map((name) => `kube-score:${name}`);
  return [];
}
