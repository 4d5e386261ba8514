import { defineRule } from '../../rule.ts';
import { replaceText } from '../../yaml/edit.ts';
import { spanOfNode } from '../../yaml/parse.ts';
import { mapAt, nodeAt, pairOf, textAt } from '../../yaml/read.ts';
import { unlessScaled, whenServed } from '../beside.ts';
import { perWholeManifest } from '../check.ts';
import { isOfKind, type KubernetesModel } from '../model.ts';
import { ownerSpan } from '../owner.ts';
import { sharesVolume } from '../workload.ts';

export const useSeveralReplicas = defineRule<KubernetesModel, { readonly minimum: number }>({
  id: 'kubernetes/use-several-replicas',
  severity: 'info',
  presets: [],
  equivalents: ['polaris:deploymentMissingReplicas', 'kube-linter:minimum-three-replicas', 'kube-score:deployment-replicas'],
  message: {
    ko: '`{name}`의 Pod가 {replicas}개뿐입니다. `replicas`를 {minimum} 이상으로 적으세요.',
    en: '`{name}` runs {replicas} Pods at most. Give it `replicas: {minimum}` or more.',
  },
  why: {
    ko: 'Pod가 하나면 노드를 비우거나 Pod가 죽는 동안 서비스가 멈춥니다. 나머지가 받아 주려면 여럿이어야 합니다.',
    en: 'With a single Pod the service stops while its node is drained or the Pod restarts; others can take over only where there are others.',
  },
  note: 'kubernetes/DeploymentSpec#replicas',
  options: { minimum: 2 },
  optionsInAll: { minimum: 3 },
  check: unlessScaled(
    whenServed(
      ['kube-score:deployment-replicas'],
      perWholeManifest((manifest, report, { minimum }) => {
        if (!isOfKind(manifest, 'Deployment', 'apps', 'extensions') && !isOfKind(manifest, 'DeploymentConfig', 'apps.openshift.io')) return;
        const { document, root } = manifest;
        const { ast } = document.source;
        const spec = mapAt(ast, root, ['spec']);
        const value = nodeAt(ast, spec, ['replicas']);
        const text = textAt(ast, spec, ['replicas']);
        const replicas = Number(text ?? 1);
        // Nothing runs at 0, which is meant; and what may not run twice is replaced as a whole, or has a volume that it cannot share.
        if (!(replicas > 0 && replicas < minimum) || textAt(ast, spec, ['strategy', 'type']) === 'Recreate' || sharesVolume(manifest))
          return;
        const at = (text !== undefined && value && spanOfNode(document, value)) || ownerSpan(manifest);
        if (!at) return;
        report({
          at,
          data: { name: manifest.name ?? manifest.kind, replicas: String(replicas), minimum: String(minimum) },
          equivalents: [
            ...(replicas < 2 ? ['polaris:deploymentMissingReplicas', 'kube-score:deployment-replicas'] : []),
            ...(replicas < 3 ? ['kube-linter:minimum-three-replicas'] : []),
          ],
          fix: () => {
            const pair = spec && pairOf(spec, 'replicas');
            const edits = pair && replaceText(document, pair, minimum);
            return edits && { title: { ko: `\`replicas\`를 ${minimum}으로 늘리기`, en: `Raise \`replicas\` to ${minimum}` }, edits };
          },
        });
      }),
    ),
  ),
  examples: {
    bad: [
      {
        text: 'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\nspec:\n  replicas: «1» # 하나\n  template: {}\n',
        fixed: 'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\nspec:\n  replicas: 2 # 하나\n  template: {}\n',
      },
      {
        text: 'apiVersion: v1\r\nkind: List\r\nitems:\r\n- apiVersion: apps/v1\r\n  kind: Deployment\r\n  metadata: {name: «web»}\r\n  spec: {template: {}}\r\n',
      },
      {
        text: 'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\nspec:\n  replicas: «2»\n',
        fixed: 'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\nspec:\n  replicas: 3\n',
        options: { minimum: 3 },
      },
    ],
    good: [
      'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\nspec:\n  replicas: 2\n',
      // an autoscaler sets the number
      'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\nspec:\n  template: {}\n---\napiVersion: autoscaling/v2\nkind: HorizontalPodAutoscaler\nmetadata:\n  name: web\nspec:\n  minReplicas: 2\n  maxReplicas: 5\n  scaleTargetRef:\n    apiVersion: apps/v1\n    kind: Deployment\n    name: web\n',
      // only one may run; and none runs
      'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: one\nspec:\n  replicas: 1\n  strategy:\n    type: Recreate\n---\napiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: none\nspec:\n  replicas: 0\n',
      'apiVersion: apps/v1\nkind: StatefulSet\nmetadata:\n  name: db\nspec:\n  replicas: 1\n',
    ],
  },
});
