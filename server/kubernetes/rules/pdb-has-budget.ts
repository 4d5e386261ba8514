import { defineRule } from '../../rule.ts';
import { insertFirst } from '../../yaml/edit.ts';
import { isEmpty, mapAt, nodeAt, pairOf } from '../../yaml/read.ts';
import { perWholeManifest } from '../check.ts';
import { isOfKind, type KubernetesModel } from '../model.ts';
import { ownerSpan } from '../owner.ts';

export const pdbHasBudget = defineRule<KubernetesModel>({
  id: 'kubernetes/pdb-has-budget',
  severity: 'warning',
  presets: ['recommended'],
  equivalents: ['kube-score:poddisruptionbudget-has-policy'],
  message: {
    ko: '`{name}`에 `minAvailable`도 `maxUnavailable`도 없어 Pod를 하나도 내보낼 수 없습니다. 하나를 적으세요.',
    en: '`{name}` has neither `minAvailable` nor `maxUnavailable`, so no Pod can be evicted. Write one of them.',
  },
  why: {
    ko: '두 값 가운데 하나가 몇 개를 남길지 정합니다. 둘 다 없으면 허용되는 수가 0이 되어 노드를 비우는 작업이 끝나지 않습니다.',
    en: 'One of the two says how many Pods must stay. Without either, none may go, and draining a node never ends.',
  },
  note: 'kubernetes/PodDisruptionBudgetSpec#maxUnavailable',
  check: perWholeManifest((manifest, report) => {
    const { document, root } = manifest;
    const { ast } = document.source;
    if (!isOfKind(manifest, 'PodDisruptionBudget', 'policy')) return;
    if (['minAvailable', 'maxUnavailable'].some((field) => !isEmpty(nodeAt(ast, root, ['spec', field])))) return;
    const at = ownerSpan(manifest);
    if (!at) return;
    report({
      at,
      data: { name: manifest.name ?? manifest.kind },
      fix: () => {
        const pair = pairOf(root, 'spec');
        const spec = mapAt(ast, root, ['spec']);
        const isThere = spec && (pairOf(spec, 'maxUnavailable') ?? pairOf(spec, 'minAvailable'));
        const edit = pair && spec && !isThere ? insertFirst(document, pair, ['maxUnavailable', 1]) : undefined;
        return edit && { title: { ko: '한 번에 하나씩만 내려가게 하기', en: 'Let only one Pod go at a time' }, edits: [edit] };
      },
    });
  }),
  examples: {
    bad: [
      {
        text: 'apiVersion: policy/v1\nkind: PodDisruptionBudget\nmetadata:\n  name: «web»\nspec:\n  # 웹\n  selector:\n    matchLabels: {app: web}\n',
        fixed:
          'apiVersion: policy/v1\nkind: PodDisruptionBudget\nmetadata:\n  name: web\nspec:\n  maxUnavailable: 1\n  # 웹\n  selector:\n    matchLabels: {app: web}\n',
      },
      {
        text: 'apiVersion: v1\r\nkind: List\r\nitems:\r\n- apiVersion: policy/v1\r\n  kind: PodDisruptionBudget\r\n  metadata: {name: «web»}\r\n  spec: {selector: {}}\r\n',
      },
    ],
    good: [
      'apiVersion: policy/v1\nkind: PodDisruptionBudget\nmetadata:\n  name: web\nspec:\n  minAvailable: 1\n',
      'apiVersion: policy/v1\nkind: PodDisruptionBudget\nmetadata:\n  name: web\nspec: {maxUnavailable: 0}\n',
      'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\nspec: {}\n',
    ],
  },
});
