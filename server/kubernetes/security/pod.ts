import { isMap, isScalar, type Document, type Node, type YAMLMap } from 'yaml';
import type { Rule, RuleOptions, Violation } from '../../rule.ts';
import type { Span } from '../../text/span.ts';
import { spanOfKey, spanOfNode, type YamlDocument } from '../../yaml/parse.ts';
import { mapAt, mapsAt, nodeAt, pairOf, stringAt } from '../../yaml/read.ts';
import type { Path } from '../../yaml/path.ts';
import { perManifest } from '../check.ts';
import type { KubernetesModel, Manifest } from '../model.ts';
import { isPatch } from '../patch.ts';
import { containersOf, isWhole, podSpec, type ContainerNode } from '../workload.ts';

/** A container of any kind. */
export interface AnyContainer {
  readonly node: YAMLMap;
  readonly name: string | undefined;
  readonly role: ContainerNode['role'] | 'ephemeral';
  /** Whether what it lacks means something: with a name but no image it belongs to a patch, or is still being written. */
  readonly whole: boolean;
}

/** The Pod that a manifest makes, as security rules look at it. */
export interface Pod {
  readonly manifest: Manifest;
  readonly document: YamlDocument;
  readonly ast: Document;
  readonly spec: YAMLMap;
  readonly containers: readonly AnyContainer[];
  /** `os.name: windows`: what only Linux has must not be set there. */
  readonly windows: boolean;
  /** `hostUsers: false`: its users, root included, are nobody on the node. */
  readonly ownUsers: boolean;
}

/** A `securityContext`: the Pod's, or a container's. */
export interface SecurityContext {
  readonly node: YAMLMap;
  /** `undefined` for the Pod's. */
  readonly container: AnyContainer | undefined;
}

/** A check of the Pod that a manifest makes. */
export type PodCheck<Options> = (pod: Pod, report: (violation: Violation) => void, options: Options) => void;

/** Makes a rule's check from one that looks at Pods. What several containers share by an alias is reported once. */
export function perPod<Options extends RuleOptions>(check: PodCheck<Options>): Rule<KubernetesModel, Options>['check'] {
  return perManifest((manifest, report, options) => {
    const pod = podOf(manifest);
    const seen = new Set<string>();
    if (!pod) return;
    check(
      pod,
      (violation) => {
        const key = JSON.stringify([violation.at.start, violation.data]);
        if (seen.has(key)) return;
        seen.add(key);
        report(violation);
      },
      options,
    );
  });
}

/** Like a rule's check, but silent in Kustomize's patches: what they lack stands in the resource that they change. */
export function exceptPatches<Options extends RuleOptions>(
  check: Rule<KubernetesModel, Options>['check'],
): Rule<KubernetesModel, Options>['check'] {
  return (model, report, context) => {
    let patch: boolean | undefined; // asked only when there is something to say
    check(
      model,
      (violation) => {
        patch ??= isPatch(context);
        if (!patch) report(violation);
      },
      context,
    );
  };
}

/** Pods by the manifests that they were read from: every rule asks for the same ones. */
const known = new WeakMap<YAMLMap, Pod>();

/** The Pod that a manifest makes; `undefined` for what makes none. */
function podOf(manifest: Manifest): Pod | undefined {
  const before = known.get(manifest.root);
  if (before?.document.span.start === manifest.document.span.start) return before;
  const pod = readPod(manifest);
  if (pod) known.set(manifest.root, pod);
  return pod;
}

function readPod(manifest: Manifest): Pod | undefined {
  const { document } = manifest;
  const { ast } = document.source;
  const spec = podSpec(manifest);
  if (!spec) return undefined;
  return {
    manifest,
    document,
    ast,
    spec,
    containers: [
      ...containersOf(manifest).map((container): AnyContainer => ({
        ...container,
        whole: isWhole(manifest, container) || container.name === undefined,
      })),
      ...mapsAt(ast, spec, ['ephemeralContainers']).map((node): AnyContainer => ({
        node,
        name: stringAt(ast, node, ['name']),
        role: 'ephemeral',
        whole: false,
      })),
    ],
    windows: stringAt(ast, spec, ['os', 'name']) === 'windows',
    ownUsers: truthAt(ast, spec, ['hostUsers']) === false,
  };
}

/** The security contexts of a Pod: its own, then those of its containers. */
export function contextsOf({ ast, spec, containers }: Pod): readonly SecurityContext[] {
  const own = mapAt(ast, spec, ['securityContext']);
  return [
    ...(own ? [{ node: own, container: undefined }] : []),
    ...containers.flatMap((container) => {
      const node = mapAt(ast, container.node, ['securityContext']);
      return node ? [{ node, container }] : [];
    }),
  ];
}

/** What holds for a container: its own setting, or else the Pod's. */
export function settingOf({ ast, spec }: Pod, container: AnyContainer, path: Path): Node | undefined {
  const own = nodeAt(ast, container.node, ['securityContext', ...path]);
  return own !== undefined && !(isScalar(own) && own.value === null) ? own : nodeAt(ast, spec, ['securityContext', ...path]);
}

/** The truth value at a path, if one stands there. */
export function truthAt(ast: Document, from: Node | undefined, path: Path): boolean | undefined {
  return truthOf(nodeAt(ast, from, path));
}

/** The truth value that a node is. */
export function truthOf(node: Node | undefined): boolean | undefined {
  return isScalar(node) && typeof node.value === 'boolean' ? node.value : undefined;
}

/** The number that a node is. */
export function numberOf(node: Node | undefined): number | undefined {
  return isScalar(node) && typeof node.value === 'number' ? node.value : undefined;
}

/** The text that a node is. */
export function stringOf(node: Node | undefined): string | undefined {
  return isScalar(node) && typeof node.value === 'string' ? node.value : undefined;
}

/** Where a container's name stands, or its first key. */
export function nameSpan(pod: Pod, container: AnyContainer): Span | undefined {
  return keyOrValue(pod.document, container.node, nodeAt(pod.ast, container.node, ['name']));
}

/** Where the name of a manifest stands, or its first key. */
export function manifestNameSpan({ document, root }: Manifest): Span | undefined {
  return keyOrValue(document, root, nodeAt(document.source.ast, root, ['metadata', 'name']));
}

function keyOrValue(document: YamlDocument, map: YAMLMap, value: Node | undefined): Span | undefined {
  const first = map.items[0];
  return (isScalar(value) ? spanOfNode(document, value) : undefined) ?? (first && spanOfKey(document, first));
}

/** The map that a key of a map holds, when it stands there itself and not by an alias or a merge key. */
export function ownMap(map: YAMLMap, key: string): YAMLMap | undefined {
  const value = pairOf(map, key)?.value;
  return isMap(value) ? value : undefined;
}
