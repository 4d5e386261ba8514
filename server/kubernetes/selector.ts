import { isMap, isNode, isScalar, type Node, type Pair, type YAMLMap } from 'yaml';
import { isEmpty, mapAt, mapsAt, nodeAt, pairOf, pairsOf, resolve, scalarsOf, stringAt, textAt, textOf, textsAt } from '../yaml/read.ts';
import { groupOf, type Manifest } from './model.ts';

/** A condition of a label selector: a label with its value (`equals`), or an expression. */
export interface Requirement {
  /** The first and the last node of what states it. */
  readonly nodes: readonly [first: Node, last: Node];
  readonly key: string;
  readonly operator: string;
  /** One value for `equals`. */
  readonly values: readonly string[];
}

/** The selector of a workload beside the labels that it must match. Pairs are those of the manifest itself, not what an alias brings. */
export interface Selection {
  readonly spec: YAMLMap;
  readonly specPair: Pair;
  /** Missing when there is no such key. */
  readonly selectorPair: Pair | undefined;
  readonly templatePair: Pair;
  /** What the selector demands; `undefined` when there is none. */
  readonly requirements: readonly Requirement[] | undefined;
  readonly labels: ReadonlyMap<string, string>;
}

/** Kinds whose selector is a map of labels and may be left out: it is the template's labels then. */
const plainKinds: readonly string[] = ['/ReplicationController', 'apps.openshift.io/DeploymentConfig'];

const kinds: readonly string[] = ['Deployment', 'ReplicaSet', 'StatefulSet', 'DaemonSet'];

/** Labels that the API server itself gives to a Job's Pods. */
const jobLabels: readonly string[] = ['controller-uid', 'job-name', 'batch.kubernetes.io/controller-uid', 'batch.kubernetes.io/job-name'];

/** The selection of a workload; `undefined` for kinds that need none, for Jobs without a selector, and where spec or template is missing. */
export function selectionOf(manifest: Manifest): Selection | undefined {
  const { ast } = manifest.document.source;
  const isJob = groupOf(manifest) === 'batch' && manifest.kind === 'Job';
  const isPlain = plainKinds.includes(`${groupOf(manifest)}/${manifest.kind}`);
  if (!isJob && !isPlain && !(groupOf(manifest) === 'apps' && manifest.apiVersion !== 'apps/v1beta1' && kinds.includes(manifest.kind)))
    return undefined;
  const specPair = pairOf(manifest.root, 'spec');
  const spec = mapAt(ast, manifest.root, ['spec']);
  const templatePair = spec && pairOf(spec, 'template');
  const template = spec && mapAt(ast, spec, ['template']);
  if (!specPair || !templatePair || !template) return undefined;
  const selector = nodeAt(ast, spec, ['selector']);
  if (!isEmpty(selector) && !isMap(selector)) return undefined;
  const read = isPlain ? equalitiesOf : requirementsOf;
  const all = isMap(selector) ? read(manifest, selector) : undefined;
  const isManual = textAt(ast, spec, ['manualSelector']) === 'true';
  const requirements = isJob && !isManual ? all?.filter(({ key }) => !jobLabels.includes(key)) : all;
  if ((isJob || isPlain) && (requirements === undefined || requirements.length === 0)) return undefined;
  return {
    spec,
    specPair,
    selectorPair: pairOf(spec, 'selector'),
    templatePair,
    requirements,
    labels: scalarsOf(ast, mapAt(ast, template, ['metadata', 'labels'])),
  };
}

/** What a map of labels demands. */
function equalitiesOf({ document }: Pick<Manifest, 'document'>, labels: YAMLMap): readonly Requirement[] {
  const { ast } = document.source;
  const requirements: Requirement[] = [];
  for (const [name, pair] of pairsOf(ast, labels)) {
    const value = resolve(ast, pair.value);
    if (!isScalar(value) || !isNode(pair.key) || !isNode(pair.value)) continue;
    requirements.push({ nodes: [pair.key, pair.value], key: name, operator: 'equals', values: [textOf(value)] });
  }
  return requirements;
}

/** What a label selector demands. */
export function requirementsOf({ document }: Manifest, selector: YAMLMap): readonly Requirement[] {
  const { ast } = document.source;
  const matchLabels = mapAt(ast, selector, ['matchLabels']);
  const requirements = matchLabels ? [...equalitiesOf({ document }, matchLabels)] : [];
  for (const node of mapsAt(ast, selector, ['matchExpressions'])) {
    const key = stringAt(ast, node, ['key']);
    const operator = stringAt(ast, node, ['operator']);
    if (key !== undefined && operator !== undefined)
      requirements.push({ nodes: [node, node], key, operator, values: textsAt(ast, node, ['values']) });
  }
  return requirements;
}
