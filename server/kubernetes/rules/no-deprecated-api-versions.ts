import { defineRule } from '../../rule.ts';
import type { KubernetesModel } from '../model.ts';
import { checkVersions, versionEquivalents } from '../validation/check-versions.ts';

export const noDeprecatedApiVersions = defineRule<KubernetesModel, { readonly version: string }>({
  id: 'kubernetes/no-deprecated-api-versions',
  severity: 'warning',
  presets: ['recommended'],
  equivalents: versionEquivalents,
  message: {
    ko: '`{apiVersion}`의 `{kind}`은(는) 없어질 예정입니다. `{wanted}`로 바꾸세요.',
    en: '`{kind}` of `{apiVersion}` is deprecated. Change to `{wanted}`.',
  },
  variants: {
    'no-successor': {
      ko: '`{apiVersion}`의 `{kind}`은(는) 없어질 예정이고 대신할 것이 아직 없습니다.',
      en: '`{kind}` of `{apiVersion}` is deprecated and has no successor yet.',
    },
  },
  why: {
    ko: '지금은 적용되지만, 앞으로 클러스터를 올리면 거부됩니다. 올리기 전에 바꾸어 두면 안전합니다.',
    en: 'It can still be applied, but a later version of Kubernetes will reject it. Change it before the upgrade.',
  },
  note: 'kubernetes/TypeMeta#apiVersion',
  url: 'https://kubernetes.io/docs/reference/using-api/deprecation-guide/',
  // The version of the cluster, such as 1.31; empty stands for the newest one that is known.
  options: { version: '' },
  check: checkVersions('deprecated'),
  examples: {
    bad: [
      {
        text: 'apiVersion: «batch/v1beta1»\nkind: CronJob\nmetadata:\n  name: report\n',
        fixed: 'apiVersion: batch/v1\nkind: CronJob\nmetadata:\n  name: report\n',
        options: { version: '1.24' },
      },
      {
        text: 'apiVersion: v1\r\nkind: List\r\nitems:\r\n  - apiVersion: «storage.k8s.io/v1beta1»\r\n    kind: VolumeAttributesClass\r\n    metadata: {name: fast}\r\n    driverName: csi.example.com\r\n',
        fixed:
          'apiVersion: v1\r\nkind: List\r\nitems:\r\n  - apiVersion: storage.k8s.io/v1\r\n    kind: VolumeAttributesClass\r\n    metadata: {name: fast}\r\n    driverName: csi.example.com\r\n',
      },
    ],
    good: [
      'apiVersion: batch/v1\nkind: CronJob\nmetadata:\n  name: report\n',
      // gone, says another rule
      'apiVersion: batch/v1beta1\nkind: CronJob\nmetadata:\n  name: report\n',
      { text: 'apiVersion: batch/v1beta1\nkind: CronJob\nmetadata:\n  name: report\n', options: { version: '1.20' } },
      'apiVersion: example.com/v1beta1\nkind: CronJob\nmetadata:\n  name: report\n',
    ],
  },
});
