import { isMap, isScalar, isSeq, type YAMLMap } from 'yaml';
import { defineRule, type Fix } from '../../rule.ts';
import { spanOfKey } from '../../yaml/parse.ts';
import { mapAt, nodeAt, pairOf, resolve, textsAt } from '../../yaml/read.ts';
import { perManifest } from '../check.ts';
import { isOfKind, type KubernetesModel, type Manifest } from '../model.ts';

export const networkPolicyTypes = defineRule<KubernetesModel>({
  id: 'kubernetes/network-policy-types',
  severity: 'warning',
  presets: ['recommended'],
  equivalents: ['polaris:missingNetworkPolicy'],
  message: {
    ko: '`policyTypes`에 `{type}` 항목이 없어 이 규칙은 적용되지 않습니다. `policyTypes`에 `{type}`을 넣으세요.',
    en: 'These rules are not in force, because `policyTypes` does not list `{type}`. Add it there.',
  },
  why: {
    ko: '`policyTypes`에 없는 방향은 제한하지 않으므로 그 방향의 연결은 규칙과 상관없이 모두 열려 있습니다.',
    en: 'A direction that `policyTypes` does not list is not restricted: its connections are all open, whatever the rules say.',
  },
  note: 'kubernetes/NetworkPolicySpec#policyTypes',
  check: perManifest((manifest, report) => {
    if (!isOfKind(manifest, 'NetworkPolicy', 'networking.k8s.io', 'extensions')) return;
    const { document, root } = manifest;
    const { ast } = document.source;
    const spec = mapAt(ast, root, ['spec']);
    const listed = textsAt(ast, spec, ['policyTypes']);
    if (!spec || listed.length === 0) return; // then the rules themselves say it
    for (const [field, type] of [
      ['ingress', 'Ingress'],
      ['egress', 'Egress'],
    ] as const) {
      const rules = nodeAt(ast, spec, [field]);
      const pair = pairOf(spec, field);
      const at = pair && spanOfKey(document, pair);
      if (!at || !isSeq(rules) || !rules.items.some((item) => isMap(resolve(ast, item))) || listed.includes(type)) continue;
      report({ at, data: { type }, fix: () => listType(manifest, spec, type) });
    }
  }),
  examples: {
    bad: [
      {
        text: 'apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata:\n  name: web\nspec:\n  podSelector: {}\n  policyTypes:\n    - Ingress # 들어오는 쪽\n  ingress:\n    - {}\n  «egress»:\n    - ports:\n        - port: 53\n',
        fixed:
          'apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata:\n  name: web\nspec:\n  podSelector: {}\n  policyTypes:\n    - Egress\n    - Ingress # 들어오는 쪽\n  ingress:\n    - {}\n  egress:\n    - ports:\n        - port: 53\n',
      },
      {
        text: 'apiVersion: v1\r\nkind: List\r\nitems:\r\n- apiVersion: networking.k8s.io/v1\r\n  kind: NetworkPolicy\r\n  metadata: {name: web}\r\n  spec:\r\n    podSelector: {}\r\n    policyTypes: [Egress]\r\n    «ingress»:\r\n    - {}\r\n',
        fixed:
          'apiVersion: v1\r\nkind: List\r\nitems:\r\n- apiVersion: networking.k8s.io/v1\r\n  kind: NetworkPolicy\r\n  metadata: {name: web}\r\n  spec:\r\n    podSelector: {}\r\n    policyTypes: [Ingress, Egress]\r\n    ingress:\r\n    - {}\r\n',
      },
      // where the list has an anchor, another policy may share it
      {
        text: 'apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: {name: web}\nspec:\n  podSelector: {}\n  policyTypes: &types [Ingress]\n  «egress»: [{}]\n',
      },
    ],
    good: [
      'apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: {name: web}\nspec:\n  podSelector: {}\n  policyTypes: [Ingress, Egress]\n  ingress: [{}]\n  egress: [{}]\n',
      // without the list, rules say it
      'apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: {name: web}\nspec:\n  podSelector: {}\n  egress: [{}]\n',
      // no rules; what is listed is shut
      'apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: {name: web}\nspec:\n  podSelector: {}\n  policyTypes: [Ingress]\n  egress: []\n',
    ],
  },
});

/** Puts a type before the first that is listed. It shuts a direction but for the rules, so a person decides. */
function listType({ document }: Manifest, spec: YAMLMap, type: string): Fix | undefined {
  const list = pairOf(spec, 'policyTypes')?.value;
  const first = isSeq(list) && list.anchor === undefined && list.tag === undefined ? list.items[0] : undefined;
  if (!isSeq(list) || !isScalar(first) || first.anchor !== undefined || !first.range) return undefined;
  const { text } = document.source;
  const [start] = first.range;
  const line = text.lastIndexOf('\n', start - 1) + 1;
  // In block style the dash and its indentation come again, with the line break that is there.
  const dash = text.slice(line, start);
  if (!list.flow && !/^ *- +$/.test(dash)) return undefined;
  const lineBreak = text[line - 2] === '\r' ? '\r\n' : '\n';
  const newText = list.flow ? `${type}, ` : `${type}${lineBreak}${dash}`;
  const at = document.span.start + start;
  return {
    title: { ko: `\`policyTypes\`에 \`${type}\` 넣기`, en: `Add \`${type}\` to \`policyTypes\`` },
    edits: [{ span: { start: at, end: at }, newText }],
  };
}
