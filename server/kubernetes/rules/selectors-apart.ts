import { defineRule, type RuleOptions } from '../../rule.ts';
import type { KubernetesModel } from '../model.ts';
import { perResource } from '../wires/check.ts';
import { mayShare, selects } from '../wires/match.ts';
import { podMakersWith } from '../wires/pods.ts';
import { nameOf, seeAlso, spanOf } from '../wires/report.ts';
import { areSame, standsAfter, surelyMeet } from '../wires/together.ts';
import type { Resource, Selection } from '../wires/types.ts';

interface Options extends RuleOptions {
  readonly unsure: boolean;
}

const places: readonly string[] = [
  'apps/DeploymentSpec#selector',
  'apps/StatefulSetSpec#selector',
  'apps/DaemonSetSpec#selector',
  'apps/ReplicaSetSpec#selector',
  'core/ReplicationControllerSpec#selector',
];

export const selectorsApart = defineRule<KubernetesModel, Options>({
  id: 'kubernetes/selectors-apart',
  severity: 'warning',
  presets: ['recommended'],
  equivalents: [],
  message: {
    ko: '이 셀렉터는 `{other}`의 Pod도 고릅니다. 서로 다른 레이블로 나누세요.',
    en: 'This selector chooses the Pods of `{other}`, too. Tell them apart by a label.',
  },
  why: {
    ko: 'Kubernetes는 막지 않지만, 셀렉터가 겹친 컨트롤러들은 서로의 Pod를 자기 것으로 세어 개수를 잘못 맞춥니다. 오토스케일러와 `kubectl`도 남의 Pod를 함께 봅니다.',
    en: 'Kubernetes does not stop it, but controllers with overlapping selectors take each other’s Pods for their own and miscount. Autoscalers and `kubectl` see the others’ Pods as well.',
  },
  note: 'kubernetes/DeploymentSpec#selector',
  options: {
    // Whether to speak even where the two may belong to different environments, and of Pods that are made by Jobs or by hand.
    unsure: false,
  },
  optionsInAll: { unsure: true },
  check: perResource((resource, report, { cluster, options, path }) => {
    const selection = selectionOf(resource);
    const labels = resource.pods?.labels ?? new Map<string, string>();
    if (!selection || !selects(selection.conditions, labels)) return; // a selector that misses its own Pods is another matter
    const own = { resource, path };
    for (const other of podMakersWith(cluster, selection.conditions)) {
      const theirs = selectionOf(other.resource);
      const meet = surelyMeet(own, other) || (options.unsure && mayShare(resource.namespace, other.resource.namespace));
      if (!meet || areSame(own, other) || cluster.isPatch(other.path) || !(theirs ?? options.unsure)) continue;
      if (!selects(selection.conditions, other.resource.pods?.labels ?? new Map())) continue;
      // Where each chooses the other's, it is said once.
      if (theirs && selects(theirs.conditions, labels) && !standsAfter(cluster, own, other)) continue;
      report({
        at: spanOf(selection.mark),
        data: { other: `${other.resource.kind}/${nameOf(other.resource)}` },
        related: [seeAlso(other, { ko: '`{resource}` 매니페스트가 여기에 있습니다.', en: '`{resource}` is here.' })],
      });
      return;
    }
  }),
  examples: {
    bad: [
      {
        text: 'apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: web}\nspec: {selector: {matchLabels: {app: shop}}, template: {metadata: {labels: {app: shop}}, spec: {}}}\n---\napiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: api\nspec:\n  «selector»: # 같은 레이블\n    matchLabels: {app: shop}\n  template:\n    metadata:\n      labels: {app: shop}\n    spec: {}\n',
      },
      // the wider one of two
      {
        text: 'apiVersion: v1\r\nkind: List\r\nitems:\r\n- apiVersion: apps/v1\r\n  kind: Deployment\r\n  metadata: {name: web, namespace: shop}\r\n  spec: {«selector»: {matchLabels: {app: web}}, template: {metadata: {labels: {app: web}}, spec: {}}}\r\n- apiVersion: apps/v1\r\n  kind: StatefulSet\r\n  metadata: {name: cache, namespace: shop}\r\n  spec: {selector: {matchLabels: {app: web, role: cache}}, template: {metadata: {labels: {app: web, role: cache}}, spec: {}}}\r\n',
      },
      {
        text: 'apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: web}\nspec: {«selector»: {matchLabels: {app: web}}, template: {metadata: {labels: {app: web}}, spec: {}}}\n',
        files: { 'pod.yaml': 'apiVersion: v1\nkind: Pod\nmetadata: {name: web, labels: {app: web}}\nspec: {}\n' },
        options: { unsure: true },
      },
    ],
    good: [
      'apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: web}\nspec: {selector: {matchLabels: {app: shop, part: web}}, template: {metadata: {labels: {app: shop, part: web}}, spec: {}}}\n---\napiVersion: apps/v1\nkind: Deployment\nmetadata: {name: api}\nspec: {selector: {matchLabels: {app: shop, part: api}}, template: {metadata: {labels: {app: shop, part: api}}, spec: {}}}\n',
      // other namespaces; copies of one; examples side by side
      {
        text: 'apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: web, namespace: a}\nspec: {selector: {matchLabels: {app: web}}, template: {metadata: {labels: {app: web}}, spec: {}}}\n---\napiVersion: apps/v1\nkind: Deployment\nmetadata: {name: web, namespace: b}\nspec: {selector: {matchLabels: {app: web}}, template: {metadata: {labels: {app: web}}, spec: {}}}\n',
        files: {
          'live/web.yaml':
            'apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: web, namespace: a}\nspec: {selector: {matchLabels: {app: web}}, template: {metadata: {labels: {app: web}}, spec: {}}}\n',
          'other.yaml':
            'apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: other}\nspec: {selector: {matchLabels: {app: web}}, template: {metadata: {labels: {app: web}}, spec: {}}}\n',
        },
      },
      // a Job of the same application
      'apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: web}\nspec: {selector: {matchLabels: {app: web}}, template: {metadata: {labels: {app: web}}, spec: {}}}\n---\napiVersion: batch/v1\nkind: Job\nmetadata: {name: migrate}\nspec: {template: {metadata: {labels: {app: web}}, spec: {}}}\n',
    ],
  },
});

/** By what a controller knows its Pods. */
function selectionOf({ selections }: Resource): Selection | undefined {
  return selections.find(({ place, conditions }) => places.includes(place) && conditions.length > 0);
}
