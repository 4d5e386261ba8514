import { defineRule } from '../../rule.ts';
import { spanOfNode } from '../../yaml/parse.ts';
import { mapsAt, nodeAt } from '../../yaml/read.ts';
import type { KubernetesModel } from '../model.ts';
import { perPod, stringOf } from '../security/pod.ts';

/** Sysctls that the kubelet allows unasked; the Pod Security Standards name them, but for the two added in 1.32. */
const safe: readonly string[] = [
  'kernel.shm_rmid_forced',
  'net.ipv4.ip_local_port_range',
  'net.ipv4.ip_local_reserved_ports',
  'net.ipv4.ip_unprivileged_port_start',
  'net.ipv4.ping_group_range',
  'net.ipv4.tcp_fin_timeout',
  'net.ipv4.tcp_keepalive_intvl',
  'net.ipv4.tcp_keepalive_probes',
  'net.ipv4.tcp_keepalive_time',
  'net.ipv4.tcp_rmem',
  'net.ipv4.tcp_syncookies',
  'net.ipv4.tcp_wmem',
];

/** How names begin that kube-linter calls unsafe. */
const kubeLinter = /^(?:kernel\.(?:msg|sem|shm)|fs\.mqueue\.|net\.)/;

export const safeSysctls = defineRule<KubernetesModel, { readonly allowed: readonly string[] }>({
  id: 'kubernetes/safe-sysctls',
  severity: 'warning',
  presets: ['recommended'],
  equivalents: ['kube-linter:unsafe-sysctls', 'kyverno:restrict-sysctls'],
  message: {
    ko: '`{name}`은(는) 안전하지 않은 sysctl이라, 노드가 따로 허락하지 않으면 Pod가 뜨지 못합니다.',
    en: '`{name}` is an unsafe sysctl: unless the node allows it, the Pod does not start.',
  },
  why: {
    ko: '다른 Pod나 노드에 영향을 주는 커널 설정은 kubelet이 기본으로 막습니다(`SysctlForbidden`). 노드마다 `--allowed-unsafe-sysctls`로 허락해야 합니다.',
    en: 'The kubelet refuses kernel settings that reach other Pods or the node (`SysctlForbidden`), unless `--allowed-unsafe-sysctls` permits them on each node.',
  },
  note: 'kubernetes/Sysctl#name',
  url: 'https://kubernetes.io/docs/tasks/administer-cluster/sysctl-cluster/',
  // Those that the nodes allow besides; as for the kubelet, a `*` at the end stands for any rest.
  options: { allowed: [] },
  check: perPod(({ document, ast, spec }, report, { allowed }) => {
    for (const sysctl of mapsAt(ast, spec, ['securityContext', 'sysctls'])) {
      const value = nodeAt(ast, sysctl, ['name']);
      const written = stringOf(value) ?? '';
      // The kernel takes `/` for `.` too.
      const name = written.includes('/') && !written.slice(0, written.indexOf('/')).includes('.') ? written.replaceAll('/', '.') : written;
      const at = value && spanOfNode(document, value);
      if (!at || name === '' || safe.includes(name) || allowed.some((pattern) => matches(pattern, name))) continue;
      report({
        at,
        data: { name: name.slice(0, 80) },
        equivalents: ['kyverno:restrict-sysctls', ...(kubeLinter.test(name) ? ['kube-linter:unsafe-sysctls'] : [])],
      });
    }
  }),
  examples: {
    bad: [
      {
        text: 'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  securityContext:\n    sysctls:\n      - name: net.ipv4.tcp_syncookies\n        value: "1"\n      - name: «kernel.shm_next_id»\n        value: "4"\n  containers:\n    - name: web\n      image: nginx:1.29\n',
      },
      {
        text: 'apiVersion: apps/v1\r\nkind: Deployment\r\nmetadata:\r\n  name: web\r\nspec:\r\n  template:\r\n    spec:\r\n      securityContext: {sysctls: [{name: «net.core.somaxconn», value: "1024"}]}\r\n',
      },
      {
        text: 'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  securityContext:\n    sysctls:\n      - value: "4"\n        name: «"vm.swappiness"»\n  containers: []\n',
      },
    ],
    good: [
      'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  securityContext:\n    sysctls:\n      - name: net.ipv4.ip_unprivileged_port_start\n        value: "0"\n      - name: net/ipv4/tcp_keepalive_time\n        value: "600"\n  containers:\n    - name: web\n      image: nginx:1.29\n',
      'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  securityContext:\n    sysctls: net.core.somaxconn\n  containers:\n    - name: web\n      image: nginx:1.29\n',
      'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  securityContext:\n    sysctls:\n      - name:\n      - net.core.somaxconn\n',
      {
        text: 'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  securityContext:\n    sysctls:\n      - name: net.core.somaxconn\n        value: "1024"\n',
        options: { allowed: ['kernel.msg*', 'net.core.*'] },
      },
    ],
  },
});

function matches(pattern: string, name: string): boolean {
  return pattern.endsWith('*') ? name.startsWith(pattern.slice(0, -1)) : name === pattern;
}
