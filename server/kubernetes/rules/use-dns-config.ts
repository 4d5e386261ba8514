import { defineRule } from '../../rule.ts';
import { spanOfNode } from '../../yaml/parse.ts';
import { mapsAt, nodeAt, textAt } from '../../yaml/read.ts';
import { perWholeManifest } from '../check.ts';
import type { KubernetesModel } from '../model.ts';
import { ownerSpan } from '../owner.ts';
import { podSpec } from '../workload.ts';

/** Silent under `dnsPolicy: Default`: then the node's own settings count, which have no such value. */
export const useDnsConfig = defineRule<KubernetesModel, { readonly ndots: number }>({
  id: 'kubernetes/use-dns-config',
  severity: 'hint',
  presets: [],
  equivalents: ['kube-linter:dnsconfig-options'],
  message: {
    ko: '`{name}`에 DNS 설정 `ndots`가 없어 5가 됩니다. `dnsConfig.options`에 `ndots: "{ndots}"`를 적으세요.',
    en: '`{name}` does not set `ndots`, so it is 5. Write `ndots: "{ndots}"` among the `dnsConfig.options`.',
  },
  variants: {
    other: {
      ko: '`ndots`가 {ndots}이(가) 아닙니다. 같은 값으로 맞추세요.',
      en: '`ndots` is not {ndots}. Set it to that.',
    },
  },
  why: {
    ko: '점이 `ndots`보다 적은 이름은 클러스터의 검색 도메인을 모두 붙여 본 뒤에 찾습니다. 바깥 이름 하나에 질의가 여러 번 나갑니다.',
    en: 'A name with fewer dots than `ndots` is first tried with every search domain of the cluster: one name outside costs several queries.',
  },
  note: 'kubernetes/PodSpec',
  url: 'https://kubernetes.io/docs/concepts/services-networking/dns-pod-service/#pod-dns-config',
  options: { ndots: 2 },
  check: perWholeManifest((manifest, report, { ndots }) => {
    const { document } = manifest;
    const { ast } = document.source;
    const spec = podSpec(manifest);
    const owner = ownerSpan(manifest);
    if (!spec || !owner || textAt(ast, spec, ['dnsPolicy']) === 'Default') return;
    const options = mapsAt(ast, spec, ['dnsConfig', 'options']).filter((option) => textAt(ast, option, ['name']) === 'ndots');
    const [option] = options;
    const value = nodeAt(ast, option, ['value']);
    const data = { name: manifest.name ?? manifest.kind, ndots: String(ndots) };
    if (!option) report({ at: owner, data });
    else if (textAt(ast, option, ['value']) !== String(ndots))
      report({ at: (value && spanOfNode(document, value)) ?? owner, variant: 'other', data });
  }),
  examples: {
    bad: [
      {
        text: 'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: «web»\nspec:\n  template:\n    spec:\n      dnsConfig:\n        options:\n          - name: timeout\n            value: "1"\n      containers: []\n',
      },
      {
        text: 'apiVersion: v1\r\nkind: Pod\r\nmetadata: {name: web}\r\nspec: {dnsConfig: {options: [{name: ndots, value: «"5"»}]}, containers: []}\r\n',
      },
    ],
    good: [
      'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  dnsConfig:\n    options:\n      - name: ndots\n        value: "2"\n  containers: []\n',
      {
        text: "apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  dnsConfig:\n    options:\n      - {name: ndots, value: '1'}\n  containers: []\n",
        options: { ndots: 1 },
      },
      'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  dnsPolicy: Default\n  containers: []\n',
    ],
  },
});
