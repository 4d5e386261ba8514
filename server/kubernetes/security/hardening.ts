import { isMap, isScalar, isSeq, type Node } from 'yaml';
import type { TextEdit } from '../../text/edit.ts';
import { insertEntry, mergeEntries, type Entry } from '../../yaml/edit.ts';
import { isEmpty, nodeAt, pairOf, scalarsOf } from '../../yaml/read.ts';
import { apparmorPrefix, podAnnotations } from './annotations.ts';
import { adds, capabilitiesOf, drops, insecureCapabilities } from './capabilities.ts';
import { appendItem } from '../../yaml/items.ts';
import { ownMap, settingOf, stringOf, truthOf, type AnyContainer, type Pod } from './pod.ts';
import { nonRootOf, userOf } from './user.ts';

/** A setting that makes a container safer. */
interface Setting {
  /** How a message names it. */
  readonly shown: string;
  readonly entry: Entry;
  /** Whether it has to be set. What another rule objects to where it stands counts as set. */
  isMissing(pod: Pod, container: AnyContainer): boolean;
  /** What other linters say when it is missing. */
  equivalents(pod: Pod, container: AnyContainer): readonly string[];
}

/** The user that the fix writes: high, so that no account of the node has that number. */
const user = 10001;

/** The settings by their paths in `securityContext`, in the order in which they are named and added. */
export const settings: Readonly<Record<string, Setting>> = {
  runAsNonRoot: {
    shown: 'runAsNonRoot: true',
    entry: ['runAsNonRoot', true],
    // Where root is demanded or allowed in so many words, `no-root` says so.
    isMissing: (pod, container) => !pod.ownUsers && nonRootOf(pod, container) === undefined && userOf(pod, container) !== 0,
    equivalents: (pod, container) => [
      'kyverno:require-run-as-nonroot',
      ...(userOf(pod, container) === undefined ? ['kube-linter:run-as-non-root', 'polaris:runAsRootAllowed'] : []),
    ],
  },
  runAsUser: id('runAsUser'),
  runAsGroup: id('runAsGroup'),
  allowPrivilegeEscalation: {
    shown: 'allowPrivilegeEscalation: false',
    entry: ['allowPrivilegeEscalation', false],
    // `false` is rejected beside these two, and both have a rule of their own.
    isMissing: (pod, container) =>
      isUnset(pod, container, 'allowPrivilegeEscalation') &&
      truthOf(ownSetting(pod, container, 'privileged')) !== true &&
      !adds(pod, container, 'SYS_ADMIN') &&
      !pod.windows,
    equivalents: () => ['polaris:privilegeEscalationAllowed', 'kyverno:disallow-privilege-escalation'],
  },
  readOnlyRootFilesystem: {
    shown: 'readOnlyRootFilesystem: true',
    entry: ['readOnlyRootFilesystem', true],
    isMissing: (pod, container) => isUnset(pod, container, 'readOnlyRootFilesystem') && !pod.windows,
    equivalents: (_pod, { role }) => (role === 'main' ? readOnlyEquivalents : readOnlyEquivalents.filter((id) => id !== mainOnly)),
  },
  'capabilities.drop': {
    shown: 'capabilities.drop: [ALL]',
    entry: ['capabilities', [['drop', { items: ['ALL'] }]]],
    isMissing: (pod, container) => !drops(pod, container, ['ALL']) && !pod.windows,
    equivalents: (pod, container) => [
      'kyverno:require-drop-all',
      // This one is about what a Pod writes: capabilities that are added, or lists of dropped ones that leave some.
      ...(dropsAnything(pod) ? ['kyverno:disallow-capabilities-strict'] : []),
      ...(drops(pod, container, ['NET_RAW']) ? [] : ['kyverno:require-drop-cap-net-raw']),
      // kube-linter says nothing of containers without `capabilities`.
      ...(drops(pod, container, ['NET_RAW']) || isUnset(pod, container, 'capabilities') ? [] : ['kube-linter:drop-net-raw-capability']),
      ...(drops(pod, container, insecureCapabilities) ? [] : ['polaris:insecureCapabilities']),
    ],
  },
  seccompProfile: {
    shown: 'seccompProfile.type: RuntimeDefault',
    entry: ['seccompProfile', [['type', 'RuntimeDefault']]],
    isMissing: (pod, container) => isEmpty(settingOf(pod, container, ['seccompProfile', 'type'])) && !pod.windows,
    equivalents: (pod, container) => [
      'kyverno:restrict-seccomp-strict',
      ...(isUnhardened(pod, container) ? ['polaris:linuxHardening'] : []),
      // The annotations have had no effect since 1.27; kube-score still takes them.
      ...([...podAnnotations(pod.manifest).keys()].some((key) => /^(?:container\.)?seccomp\.security\.alpha\.kubernetes\.io\//.test(key))
        ? []
        : ['kube-score:container-seccomp-profile']),
    ],
  },
};

/** kyverno's policy looks at the main containers alone. */
const mainOnly = 'kyverno:require-ro-rootfs';

/** What other linters say of a root file system that can be written to. */
export const readOnlyEquivalents: readonly string[] = [
  'kube-linter:no-read-only-root-fs',
  'kube-score:container-security-context-readonlyrootfilesystem',
  'polaris:notReadOnlyRootFilesystem',
  mainOnly,
];

function id(field: 'runAsUser' | 'runAsGroup'): Setting {
  return {
    shown: field,
    entry: [field, user],
    isMissing: (pod, container) => isEmpty(settingOf(pod, container, [field])) && !pod.windows && !pod.ownUsers,
    equivalents: () => ['kube-score:container-security-context-user-group-id'],
  };
}

/** Whether a container is kept in by none of AppArmor, seccomp, SELinux and dropped capabilities. */
export function isUnhardened(pod: Pod, container: AnyContainer): boolean {
  const isOn = (type: Node | undefined): boolean => !isEmpty(type) && stringOf(type) !== 'Unconfined';
  const selinux = settingOf(pod, container, ['seLinuxOptions']);
  return !(
    !/^(?:unconfined)?$/.test(podAnnotations(pod.manifest).get(apparmorPrefix + (container.name ?? '')) ?? '') ||
    isOn(settingOf(pod, container, ['appArmorProfile', 'type'])) ||
    isOn(settingOf(pod, container, ['seccompProfile', 'type'])) ||
    (isMap(selinux) && [...scalarsOf(pod.ast, selinux).values()].some((text) => text !== '')) ||
    (capabilitiesOf(pod, container, 'drop').length > 0 && !adds(pod, container, 'ALL'))
  );
}

/** The edits that give a container settings; `undefined` where one of them is not plain to write. */
export function addSettings(pod: Pod, { node }: AnyContainer, missing: readonly Setting[]): readonly TextEdit[] | undefined {
  const { document } = pod;
  const context = pairOf(node, 'securityContext');
  if (!context) {
    const edit = insertEntry(document, node, ['securityContext', missing.map(({ entry }) => entry)]);
    return edit && [edit];
  }
  // A list of capabilities that is there gets another item.
  const capabilities = isMap(context.value) ? ownMap(context.value, 'capabilities') : undefined;
  const drop = capabilities && pairOf(capabilities, 'drop')?.value;
  const longer = isSeq(drop) && drop.items.length > 0 ? drop : undefined;
  const others = missing.filter(({ entry }) => !(longer && entry[0] === 'capabilities'));
  const appended = others.length === missing.length ? [] : [longer && appendItem(document, longer, 'ALL')];
  const merged =
    others.length === 0
      ? []
      : mergeEntries(
          document,
          context,
          others.map(({ entry }) => entry),
        );
  const edits = [...appended, ...(merged ?? [undefined])];
  return edits.every((edit) => edit !== undefined) ? edits : undefined;
}

function ownSetting({ ast }: Pod, { node }: AnyContainer, field: string): Node | undefined {
  return nodeAt(ast, node, ['securityContext', field]);
}

function isUnset(pod: Pod, container: AnyContainer, field: string): boolean {
  const value = ownSetting(pod, container, field);
  return isEmpty(value) || (isScalar(value) && value.value === '');
}

const dropping = new WeakMap<Pod, boolean>();

/** Whether any container of the Pod writes what it drops; asked once for all of them. */
function dropsAnything(pod: Pod): boolean {
  let known = dropping.get(pod);
  if (known === undefined)
    dropping.set(pod, (known = pod.containers.some((container) => !isEmpty(settingOf(pod, container, ['capabilities', 'drop'])))));
  return known;
}
