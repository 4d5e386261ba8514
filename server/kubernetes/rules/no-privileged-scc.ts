import { defineRule } from '../../rule.ts';
import { spanOfNode } from '../../yaml/parse.ts';
import { nodeAt } from '../../yaml/read.ts';
import { perManifest } from '../check.ts';
import { groupOf, type KubernetesModel } from '../model.ts';
import { setTo } from '../security/fixes.ts';
import { truthOf } from '../security/pod.ts';

export const noPrivilegedScc = defineRule<KubernetesModel>({
  id: 'kubernetes/no-privileged-scc',
  severity: 'warning',
  presets: [],
  equivalents: ['kube-linter:scc-deny-privileged-container'],
  message: {
    ko: '이 SecurityContextConstraints는 특권 컨테이너를 허락합니다. `allowPrivilegedContainer: false`로 막으세요.',
    en: 'These SecurityContextConstraints permit privileged containers. Forbid them with `allowPrivilegedContainer: false`.',
  },
  why: {
    ko: '이것을 쓸 수 있는 ServiceAccount는 노드를 통째로 차지하는 Pod를 띄울 수 있습니다.',
    en: 'A ServiceAccount that may use them can start Pods that own the node.',
  },
  note: 'kubernetes/SecurityContext#privileged',
  check: perManifest((manifest, report) => {
    const { document, root } = manifest;
    if (manifest.kind !== 'SecurityContextConstraints' || groupOf(manifest) !== 'security.openshift.io') return;
    const value = nodeAt(document.source.ast, root, ['allowPrivilegedContainer']);
    const at = value && truthOf(value) === true ? spanOfNode(document, value) : undefined;
    if (at) report({ at, fix: () => setTo(document, root, 'allowPrivilegedContainer', false) });
  }),
  examples: {
    bad: [
      {
        text: 'allowPrivilegedContainer: «true» # 왜?\napiVersion: security.openshift.io/v1\nkind: SecurityContextConstraints\nmetadata:\n  name: agent\n',
        fixed:
          'allowPrivilegedContainer: false # 왜?\napiVersion: security.openshift.io/v1\nkind: SecurityContextConstraints\nmetadata:\n  name: agent\n',
      },
      {
        text: 'apiVersion: v1\r\nkind: List\r\nitems:\r\n- apiVersion: security.openshift.io/v1\r\n  kind: SecurityContextConstraints\r\n  metadata: {name: agent}\r\n  allowPrivilegedContainer: «true»\r\n',
        fixed:
          'apiVersion: v1\r\nkind: List\r\nitems:\r\n- apiVersion: security.openshift.io/v1\r\n  kind: SecurityContextConstraints\r\n  metadata: {name: agent}\r\n  allowPrivilegedContainer: false\r\n',
      },
    ],
    good: [
      'apiVersion: security.openshift.io/v1\nkind: SecurityContextConstraints\nmetadata:\n  name: agent\nallowPrivilegedContainer: false\n',
      'apiVersion: security.openshift.io/v1\nkind: SecurityContextConstraints\nmetadata:\n  name: agent\n',
      'apiVersion: example.com/v1\nkind: SecurityContextConstraints\nmetadata:\n  name: agent\nallowPrivilegedContainer: true\n',
    ],
  },
});
