import { defineRule } from '../../rule.ts';
import { spanOfNode } from '../../yaml/parse.ts';
import { nodeAt, textAt } from '../../yaml/read.ts';
import { perWholeManifest } from '../check.ts';
import type { KubernetesModel } from '../model.ts';
import { podPath } from '../workload.ts';

/** Silent in what Helm made: there the instance is the release, whose name is only a part of the resource's. */
export const instanceLabel = defineRule<KubernetesModel>({
  id: 'kubernetes/instance-label',
  severity: 'hint',
  presets: [],
  equivalents: ['polaris:metadataAndInstanceMismatched'],
  message: {
    ko: '레이블 `app.kubernetes.io/instance`의 값 `{instance}`이(가) 이름 `{name}`과 다릅니다. 같게 하세요.',
    en: 'The label `app.kubernetes.io/instance` says `{instance}`, but the name is `{name}`. Make them the same.',
  },
  why: {
    ko: '이 레이블은 같은 애플리케이션을 여러 벌 띄웠을 때 어느 것인지 가리킵니다. 이름과 다르면 도구가 엉뚱한 것을 묶습니다.',
    en: 'The label tells the instances of one application apart; if it says another name, tools group the wrong things.',
  },
  note: 'kubernetes/ObjectMeta#labels',
  url: 'https://kubernetes.io/docs/concepts/overview/working-with-objects/common-labels/',
  check: perWholeManifest((manifest, report) => {
    const { document, root, name } = manifest;
    const { ast } = document.source;
    const value = nodeAt(ast, root, ['metadata', 'labels', 'app.kubernetes.io/instance']);
    const instance = textAt(ast, root, ['metadata', 'labels', 'app.kubernetes.io/instance']);
    const isHelms = textAt(ast, root, ['metadata', 'labels', 'app.kubernetes.io/managed-by']) === 'Helm';
    const at = value && spanOfNode(document, value);
    if (podPath(manifest) && at && name !== undefined && instance !== undefined && instance !== name && !isHelms)
      report({ at, data: { instance, name } });
  }),
  examples: {
    bad: [
      {
        text: 'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\n  labels:\n    app.kubernetes.io/instance: «shop» # 상점\nspec: {}\n',
      },
      {
        text: 'apiVersion: v1\r\nkind: List\r\nitems:\r\n- apiVersion: v1\r\n  kind: Pod\r\n  metadata: {name: web, labels: {app.kubernetes.io/instance: «"db"»}}\r\n',
      },
    ],
    good: [
      'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\n  labels:\n    app.kubernetes.io/instance: web\n',
      'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: demo-web\n  labels:\n    app.kubernetes.io/instance: demo\n    app.kubernetes.io/managed-by: Helm\nspec: {}\n',
      'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\n',
    ],
  },
});
