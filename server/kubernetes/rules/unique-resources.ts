import { defineRule } from '../../rule.ts';
import type { Span } from '../../text/span.ts';
import { spanOfNode, type YamlDocument } from '../../yaml/parse.ts';
import { createDocumentMemory, isCheckable } from '../../yaml/per-document.ts';
import { nodeAt } from '../../yaml/read.ts';
import { isResource } from '../check.ts';
import { resourceOf, type KubernetesModel } from '../model.ts';
import { manifestsIn } from '../parse.ts';
import { schema } from '../schema.ts';

export const uniqueResources = defineRule<KubernetesModel>({
  id: 'kubernetes/unique-resources',
  // No error: `kubectl apply` takes both, one after the other.
  severity: 'warning',
  presets: ['recommended'],
  equivalents: [],
  message: {
    ko: '이 파일에 {resource}이(가) 이미 있습니다. 나중 것이 앞의 것을 덮어쓰니 하나로 합치거나 이름을 바꾸세요.',
    en: 'This file has {resource} already. The later one replaces it: merge them or change a name.',
  },
  why: {
    ko: '`kubectl apply`는 같은 이름의 리소스를 차례로 적용해 마지막 것만 남깁니다. `kubectl create`는 두 번째를 거부합니다.',
    en: '`kubectl apply` applies both in turn and only the last one stays; `kubectl create` refuses the second.',
  },
  note: 'kubernetes/ObjectMeta#name',
  check: ({ file }, report) => {
    const identities = memory.recall(file, '', identitiesIn);
    const seen = new Set<string>();
    for (const { source, span } of file.documents) {
      for (const { key, resource, at } of identities.get(source) ?? []) {
        if (!seen.has(key)) seen.add(key);
        else report({ at: { start: at.start + span.start, end: at.end + span.start }, data: { resource: `\`${resource}\`` }, resource });
      }
    }
  },
  examples: {
    bad: [
      {
        text: 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: shop\n---\napiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: «shop» # 또\n',
      },
      // a PersistentVolume has no namespace
      {
        text: 'apiVersion: v1\r\nkind: List\r\nitems:\r\n  - {apiVersion: v1, kind: PersistentVolume, metadata: {name: a, namespace: x}}\r\n  - {apiVersion: v1, kind: PersistentVolume, metadata: {name: «a», namespace: y}}\r\n',
      },
    ],
    good: [
      'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: shop\n---\napiVersion: v1\nkind: Secret\nmetadata:\n  name: shop\n',
      'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: shop\n  namespace: a\n---\napiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: shop\n  namespace: b\n',
      'apiVersion: batch/v1\nkind: Job\nmetadata:\n  generateName: once-\n---\napiVersion: batch/v1\nkind: Job\nmetadata:\n  generateName: once-\n',
      'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: {{ .Values.a }}\n---\napiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: {{ .Values.a }}\n',
    ],
  },
});

/** What tells a resource from all others, with its name's place in the document. */
interface Identity {
  readonly key: string;
  readonly resource: string;
  readonly at: Span;
}

const memory = createDocumentMemory<readonly Identity[]>((identities) => identities.length > 0);

function identitiesIn(document: YamlDocument): readonly Identity[] {
  if (!isCheckable(document)) return [];
  return manifestsIn(document).flatMap((manifest): Identity[] => {
    const { apiVersion, kind, name, namespace, root } = manifest;
    if (!isResource(manifest) || name === undefined || name === '' || name.includes('${')) return [];
    const node = nodeAt(document.source.ast, root, ['metadata', 'name']);
    const at = node && spanOfNode(document, node);
    const isOfCluster = schema.resourceKind(apiVersion, kind)?.scope === 'Cluster';
    const key = JSON.stringify([apiVersion, kind, name, isOfCluster ? '' : (namespace ?? '')]);
    return at ? [{ key, resource: resourceOf(manifest), at }] : [];
  });
}
