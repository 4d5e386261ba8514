import { isScalar } from 'yaml';
import { defineRule, type Fix, type RuleOptions } from '../../rule.ts';
import { replaceText } from '../../yaml/edit.ts';
import { spanOfKey, spanOfNode } from '../../yaml/parse.ts';
import { isEmpty, mapAt, nodeAt, pairOf, textAt } from '../../yaml/read.ts';
import { perManifest } from '../check.ts';
import { isOfKind, type KubernetesModel, type Manifest } from '../model.ts';
import { budgetKey, reckon } from '../wires/budget.ts';
import { perResource } from '../wires/check.ts';
import { nameOf, seeAlso } from '../wires/report.ts';
import { hpaKey } from '../wires/scaling.ts';

interface Options extends RuleOptions {
  readonly unsure: boolean;
}

const ofMinimum = 'kube-linter:pdb-min-available';
const ofMaximum = 'kube-linter:pdb-max-unavailable';
const ofZero = 'polaris:pdbDisruptionsIsZero';
const ofScaled = 'polaris:pdbMinAvailableGreaterThanHPAMinReplicas';

export const pdbAllowsEviction = defineRule<KubernetesModel, Options>({
  id: 'kubernetes/pdb-allows-eviction',
  severity: 'warning',
  presets: ['recommended'],
  equivalents: [ofMinimum, ofMaximum, ofZero, ofScaled],
  message: {
    ko: '`{field}: {value}`이면 Pod를 하나도 내보낼 수 없습니다. 하나는 내려갈 수 있게 하세요.',
    en: '`{field}: {value}` lets no Pod be evicted. Let at least one go.',
  },
  variants: {
    replicas: {
      ko: 'Pod가 {pods}개인 `{workload}`에 `minAvailable: {value}`이면 하나도 내보낼 수 없습니다. `maxUnavailable: 1`로 바꾸세요.',
      en: '`minAvailable: {value}` lets none of the Pods of `{workload}` be evicted, of which there are {pods}. Write `maxUnavailable: 1`.',
    },
    scaled: {
      ko: '오토스케일러가 `{workload}`의 Pod를 {pods}개까지 줄이면 `minAvailable: {value}` 때문에 하나도 내보낼 수 없습니다. `maxUnavailable: 1`로 바꾸세요.',
      en: 'When the autoscaler goes down to {pods} Pods of `{workload}`, `minAvailable: {value}` lets none of them be evicted. Write `maxUnavailable: 1`.',
    },
  },
  why: {
    ko: '노드를 비우는 작업이 끝나지 않아, 클러스터 업그레이드와 오토스케일러가 그 노드에서 막힙니다.',
    en: 'Draining a node never ends: cluster upgrades and the autoscaler get stuck there.',
  },
  note: 'kubernetes/PodDisruptionBudgetSpec#minAvailable',
  url: 'https://kubernetes.io/docs/tasks/run-application/configure-pdb/',
  options: {
    // Whether to take the default of 1 where a workload does not say how many replicas it has.
    unsure: false,
  },
  optionsInAll: { unsure: true },
  check: (model, report, context) => {
    checkAlone(model, report, context);
    checkBeside(model, report, context);
  },
  examples: {
    bad: [
      {
        text: 'apiVersion: policy/v1\nkind: PodDisruptionBudget\nmetadata:\n  name: web\nspec:\n  maxUnavailable: «0» # 절대\n  selector:\n    matchLabels: {app: web}\n',
        fixed:
          'apiVersion: policy/v1\nkind: PodDisruptionBudget\nmetadata:\n  name: web\nspec:\n  maxUnavailable: 1 # 절대\n  selector:\n    matchLabels: {app: web}\n',
      },
      {
        text: 'apiVersion: v1\r\nkind: Namespace\r\nmetadata:\r\n  name: shop\r\n---\r\napiVersion: policy/v1\r\nkind: PodDisruptionBudget\r\nmetadata: {name: web}\r\nspec: {minAvailable: «"100%"»}\r\n',
        fixed:
          'apiVersion: v1\r\nkind: Namespace\r\nmetadata:\r\n  name: shop\r\n---\r\napiVersion: policy/v1\r\nkind: PodDisruptionBudget\r\nmetadata: {name: web}\r\nspec: {maxUnavailable: 1}\r\n',
      },
      {
        text: 'apiVersion: policy/v1\nkind: PodDisruptionBudget\nmetadata:\n  name: web\nspec:\n  minAvailable: «2» # 둘은 남긴다\n  selector:\n    matchLabels: {app: web}\n---\napiVersion: apps/v1\nkind: Deployment\nmetadata: {name: web}\nspec: {replicas: 2, template: {metadata: {labels: {app: web}}, spec: {}}}\n',
        fixed:
          'apiVersion: policy/v1\nkind: PodDisruptionBudget\nmetadata:\n  name: web\nspec:\n  maxUnavailable: 1 # 둘은 남긴다\n  selector:\n    matchLabels: {app: web}\n---\napiVersion: apps/v1\nkind: Deployment\nmetadata: {name: web}\nspec: {replicas: 2, template: {metadata: {labels: {app: web}}, spec: {}}}\n',
      },
      // a share is rounded up: 80% of 4 are 4
      {
        text: 'apiVersion: policy/v1\r\nkind: PodDisruptionBudget\r\nmetadata: {name: db}\r\nspec: {minAvailable: «"80%"», selector: {matchLabels: {app: db}}}\r\n',
        fixed:
          'apiVersion: policy/v1\r\nkind: PodDisruptionBudget\r\nmetadata: {name: db}\r\nspec: {maxUnavailable: 1, selector: {matchLabels: {app: db}}}\r\n',
        files: {
          'db.yaml':
            'apiVersion: apps/v1\nkind: StatefulSet\nmetadata: {name: db}\nspec: {replicas: 4, template: {metadata: {labels: {app: db}}, spec: {}}}\n',
        },
      },
      // the autoscaler may leave two
      {
        text: 'apiVersion: v1\nkind: List\nitems:\n  - apiVersion: policy/v1\n    kind: PodDisruptionBudget\n    metadata: {name: web, namespace: shop}\n    spec:\n      minAvailable: «3»\n      selector:\n        matchLabels: {app: web}\n  - apiVersion: apps/v1\n    kind: Deployment\n    metadata: {name: web, namespace: shop}\n    spec: {replicas: 5, template: {metadata: {labels: {app: web}}, spec: {}}}\n  - apiVersion: autoscaling/v2\n    kind: HorizontalPodAutoscaler\n    metadata: {name: web, namespace: shop}\n    spec: {minReplicas: 2, maxReplicas: 9, scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: web}}\n',
        fixed:
          'apiVersion: v1\nkind: List\nitems:\n  - apiVersion: policy/v1\n    kind: PodDisruptionBudget\n    metadata: {name: web, namespace: shop}\n    spec:\n      maxUnavailable: 1\n      selector:\n        matchLabels: {app: web}\n  - apiVersion: apps/v1\n    kind: Deployment\n    metadata: {name: web, namespace: shop}\n    spec: {replicas: 5, template: {metadata: {labels: {app: web}}, spec: {}}}\n  - apiVersion: autoscaling/v2\n    kind: HorizontalPodAutoscaler\n    metadata: {name: web, namespace: shop}\n    spec: {minReplicas: 2, maxReplicas: 9, scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: web}}\n',
      },
      {
        text: 'apiVersion: policy/v1\nkind: PodDisruptionBudget\nmetadata: {name: web}\nspec:\n  minAvailable: &few «1»\n  selector:\n    matchLabels: {app: web}\n---\napiVersion: apps/v1\nkind: Deployment\nmetadata: {name: web}\nspec: {template: {metadata: {labels: {app: web}}, spec: {}}}\n',
        options: { unsure: true },
      },
    ],
    good: [
      'apiVersion: policy/v1\nkind: PodDisruptionBudget\nmetadata: {name: web}\nspec:\n  minAvailable: 2\n  selector:\n    matchLabels: {app: web}\n---\napiVersion: apps/v1\nkind: Deployment\nmetadata: {name: web}\nspec: {replicas: 3, template: {metadata: {labels: {app: web}}, spec: {}}}\n',
      // how many there are is not written here
      'apiVersion: policy/v1\nkind: PodDisruptionBudget\nmetadata: {name: web}\nspec:\n  minAvailable: 2\n  selector:\n    matchLabels: {app: web}\n---\napiVersion: apps/v1\nkind: Deployment\nmetadata: {name: web}\nspec: {template: {metadata: {labels: {app: web}}, spec: {}}}\n',
      // an environment raises the number
      {
        text: 'apiVersion: policy/v1\nkind: PodDisruptionBudget\nmetadata: {name: web}\nspec:\n  minAvailable: 1\n  selector:\n    matchLabels: {app: web}\n---\napiVersion: apps/v1\nkind: Deployment\nmetadata: {name: web}\nspec: {replicas: 1, template: {metadata: {labels: {app: web}}, spec: {}}}\n',
        files: {
          'live/kustomization.yaml': 'resources: [../]\npatches: [{path: replicas.yaml}]\n',
          'live/replicas.yaml': 'apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: web}\nspec: {replicas: 3}\n',
        },
      },
      // two workloads together have enough
      'apiVersion: policy/v1\nkind: PodDisruptionBudget\nmetadata: {name: web}\nspec:\n  minAvailable: 1\n  selector:\n    matchLabels: {app: web}\n---\napiVersion: apps/v1\nkind: Deployment\nmetadata: {name: blue}\nspec: {replicas: 1, template: {metadata: {labels: {app: web}}, spec: {}}}\n---\napiVersion: apps/v1\nkind: Deployment\nmetadata: {name: green}\nspec: {replicas: 1, template: {metadata: {labels: {app: web}}, spec: {}}}\n',
      // in shares, and with nothing that need stay
      'apiVersion: policy/v1\nkind: PodDisruptionBudget\nmetadata:\n  name: web\nspec:\n  minAvailable: 50%\n---\napiVersion: policy/v1\nkind: PodDisruptionBudget\nmetadata:\n  name: api\nspec:\n  minAvailable: 0\n',
    ],
  },
});

/** What no number of replicas can make right. */
const checkAlone = perManifest<Options>((manifest, report) => {
  if (!isOfKind(manifest, 'PodDisruptionBudget', 'policy')) return;
  const { document, root } = manifest;
  const { ast } = document.source;
  for (const [field, pattern, id] of [
    ['minAvailable', /^100%$/, ofMinimum],
    ['maxUnavailable', /^0%?$/, ofMaximum],
  ] as const) {
    const node = nodeAt(ast, root, ['spec', field]);
    const value = textAt(ast, root, ['spec', field]) ?? '';
    const at = node && spanOfNode(document, node);
    if (at && pattern.test(value)) {
      report({ at, data: { field, value }, equivalents: [ofZero, id], fix: () => letOneGo(manifest, field) });
    }
  }
});

/** What is too much for the number of Pods that the budget chooses. */
const checkBeside = perResource<Options>((resource, report, { cluster, options, path, manifest }) => {
  const [selection] = resource.key === budgetKey ? resource.selections : [];
  const written = selection && selection.conditions.length > 0 ? manifest() : undefined;
  if (!selection || !written) return;
  const { document, root } = written;
  const node = nodeAt(document.source.ast, root, ['spec', 'minAvailable']);
  const value = textAt(document.source.ast, root, ['spec', 'minAvailable']);
  const at = node && spanOfNode(document, node);
  const reckoned = at && reckon(cluster, { resource, path }, selection.conditions, options.unsure);
  const needed = reckoned && value !== undefined ? neededOf(value, reckoned.pods) : undefined;
  if (!reckoned || value === undefined || needed === undefined || needed < reckoned.pods) return;
  const { pods, workload, scaler } = reckoned;
  const isScaled = scaler?.placed.resource.key === hpaKey && scaler.isWritten && needed > pods;
  report({
    at,
    variant: scaler ? 'scaled' : 'replicas',
    data: { value, pods: String(pods), workload: nameOf(workload.resource) },
    equivalents: [ofMinimum, ...(isScaled ? [ofScaled] : [])],
    related: [
      seeAlso(scaler?.placed ?? workload, { ko: 'Pod 수는 `{resource}`에서 정합니다.', en: '`{resource}` sets the number of Pods.' }),
    ],
    fix: () => letOneGo(written, 'minAvailable'),
  });
});

/** How many Pods must stay; a share is rounded up. `undefined` for what is no such number, and for 100%, which is said alone. */
function neededOf(value: string, pods: number): number | undefined {
  const share = /^(\d{1,3})%$/.exec(value)?.[1];
  if (share !== undefined) return Number(share) < 100 ? Math.ceil((Number(share) * pods) / 100) : undefined;
  return /^\d{1,9}$/.test(value) ? Number(value) : undefined;
}

/** Says how many may go, instead of how many must stay. A person decides: fewer may be left than before. */
function letOneGo({ document, root }: Manifest, field: 'minAvailable' | 'maxUnavailable'): Fix | undefined {
  const { ast } = document.source;
  const spec = mapAt(ast, root, ['spec']);
  const pair = spec && pairOf(spec, field);
  const key = pair && spanOfKey(document, pair);
  const edits = pair && replaceText(document, pair, 1);
  const isPlain = pair && isScalar(pair.key) && pair.key.anchor === undefined && pair.key.type === 'PLAIN';
  const title = { ko: '`maxUnavailable: 1`로 바꾸기', en: 'Change to `maxUnavailable: 1`' };
  if (!key || !edits) return undefined;
  if (field === 'maxUnavailable') return { title, edits };
  if (!isPlain || !isEmpty(nodeAt(ast, spec, ['maxUnavailable']))) return undefined;
  return {
    title,
    edits: [{ span: key, newText: 'maxUnavailable' }, ...edits],
  };
}
