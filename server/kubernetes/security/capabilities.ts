import { isScalar, isSeq, type Node, type YAMLSeq } from 'yaml';
import { nodeAt, resolve } from '../../yaml/read.ts';
import type { AnyContainer, Pod } from './pod.ts';

/** A capability of a container's list, with the item that names it. */
export interface Capability {
  readonly node: Node;
  /** In capitals and without `CAP_`. */
  readonly name: string;
}

/** Capabilities that the Pod Security Standards allow to add at the level "baseline". */
export const baselineCapabilities: readonly string[] =
  'AUDIT_WRITE CHOWN DAC_OVERRIDE FOWNER FSETID KILL MKNOD NET_BIND_SERVICE SETFCAP SETGID SETPCAP SETUID SYS_CHROOT'.split(' ');

/** What container runtimes give every container, and `NET_ADMIN`: what polaris wants dropped. */
export const insecureCapabilities: readonly string[] = [...baselineCapabilities, 'NET_ADMIN', 'NET_RAW'];

/** The list of capabilities that a container adds or drops. */
export function capabilityList({ ast }: Pod, { node }: AnyContainer, which: 'add' | 'drop'): YAMLSeq | undefined {
  const list = nodeAt(ast, node, ['securityContext', 'capabilities', which]);
  return isSeq(list) ? list : undefined;
}

/** The capabilities that a container adds or drops. */
export function capabilitiesOf(pod: Pod, container: AnyContainer, which: 'add' | 'drop'): readonly Capability[] {
  return (capabilityList(pod, container, which)?.items ?? []).flatMap((item) => {
    const node = resolve(pod.ast, item);
    if (!isScalar(node) || typeof node.value !== 'string') return [];
    return [{ node, name: node.value.toUpperCase().replace(/^CAP_/, '') }];
  });
}

/** Whether a container drops all of these capabilities, by name or with `ALL`. */
export function drops(pod: Pod, container: AnyContainer, names: readonly string[]): boolean {
  const dropped = new Set(capabilitiesOf(pod, container, 'drop').map(({ name }) => name));
  return dropped.has('ALL') || names.every((name) => dropped.has(name));
}

/** Whether a container adds the capability by name. */
export function adds(pod: Pod, container: AnyContainer, name: string): boolean {
  return capabilitiesOf(pod, container, 'add').some((capability) => capability.name === name);
}
