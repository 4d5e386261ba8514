import { defineRule } from '../../rule.ts';
import { spanOfKey } from '../../yaml/parse.ts';
import { isEmpty, mapAt, mapsAt, nodeAt, pairsOf } from '../../yaml/read.ts';
import type { KubernetesModel } from '../model.ts';
import { perPod } from '../security/pod.ts';

export const mountSecrets = defineRule<KubernetesModel>({
  id: 'kubernetes/mount-secrets',
  severity: 'info',
  presets: [],
  equivalents: ['kube-linter:read-secret-from-env-var'],
  message: {
    ko: '비밀이 환경 변수로 들어갑니다. 파일로 마운트하는 편이 안전합니다.',
    en: 'A secret goes into an environment variable. Mounted as a file it is safer.',
  },
  variants: {
    all: {
      ko: 'Secret의 모든 값이 환경 변수로 들어갑니다. 파일로 마운트하는 편이 안전합니다.',
      en: 'All values of a Secret go into environment variables. Mounted as files they are safer.',
      equivalents: [],
    },
  },
  why: {
    ko: '환경 변수는 자식 프로세스에 물려지고 오류 보고나 로그에 찍히기 쉬우며, Secret이 바뀌어도 Pod를 다시 띄울 때까지 그대로입니다.',
    en: 'Environment variables pass to child processes, end up in crash reports and logs, and keep the old value until the Pod is started anew.',
  },
  note: 'kubernetes/SecretVolumeSource',
  url: 'https://kubernetes.io/docs/concepts/security/secrets-good-practices/',
  check: perPod(({ document, ast, containers }, report) => {
    for (const { node } of containers) {
      for (const variable of mapsAt(ast, node, ['env'])) {
        const from = mapAt(ast, variable, ['valueFrom']);
        const pair = from && pairsOf(ast, from).get('secretKeyRef');
        const at = pair && !isEmpty(nodeAt(ast, from, ['secretKeyRef'])) ? spanOfKey(document, pair) : undefined;
        if (at) report({ at });
      }
      for (const source of mapsAt(ast, node, ['envFrom'])) {
        const pair = pairsOf(ast, source).get('secretRef');
        const at = pair && !isEmpty(nodeAt(ast, source, ['secretRef'])) ? spanOfKey(document, pair) : undefined;
        if (at) report({ at, variant: 'all' });
      }
    }
  }),
  examples: {
    bad: [
      {
        text: 'apiVersion: v1\nkind: Pod\nmetadata:\n  name: shop\nspec:\n  containers:\n    - name: shop\n      image: shop:1\n      env:\n        - name: TOKEN\n          valueFrom:\n            «secretKeyRef»:\n              name: shop\n              key: token\n',
      },
      {
        text: 'apiVersion: batch/v1\r\nkind: CronJob\r\nmetadata:\r\n  name: shop\r\nspec:\r\n  jobTemplate:\r\n    spec:\r\n      template:\r\n        spec:\r\n          initContainers:\r\n            - {name: shop, image: "shop:1", envFrom: [{configMapRef: {name: a}}, {«secretRef»: {name: b}}]}\r\n',
      },
    ],
    good: [
      'apiVersion: v1\nkind: Pod\nmetadata:\n  name: shop\nspec:\n  containers:\n    - name: shop\n      image: shop:1\n      env:\n        - name: HOST\n          valueFrom:\n            configMapKeyRef:\n              name: shop\n              key: host\n      envFrom:\n        - configMapRef:\n            name: shop\n      volumeMounts:\n        - name: token\n          mountPath: /run/token\n  volumes:\n    - name: token\n      secret:\n        secretName: shop\n',
      'apiVersion: v1\nkind: Pod\nmetadata:\n  name: shop\nspec:\n  containers:\n    - name: shop\n      image: shop:1\n      env:\n        - name: TOKEN\n          valueFrom:\n            secretKeyRef:\n        - name: OTHER\n          valueFrom: secretKeyRef\n      envFrom: [secretRef]\n',
      'apiVersion: v1\nkind: Pod\nmetadata:\n  name: shop\nspec:\n  containers:\n    - name: shop\n      image: shop:1\n',
    ],
  },
});
