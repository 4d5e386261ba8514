import { defineRule } from '../../rule.ts';
import { reportMissingReasons } from '../../silence.ts';
import type { KubernetesModel } from '../model.ts';
import { silencers } from '../silencers.ts';

export const ignoreReason = defineRule<KubernetesModel>({
  id: 'kubernetes/ignore-reason',
  severity: 'info',
  presets: ['recommended'],
  equivalents: [],
  message: {
    ko: '진단을 끄는 이유가 없습니다. 규칙 이름 뒤에 이유를 적으세요.',
    en: 'This comment silences a finding without a reason. Write one after the name of the rule.',
  },
  why: {
    ko: '이유가 없으면 나중에 읽는 사람은 아직 꺼 두어야 하는지 알 수 없습니다.',
    en: 'Without a reason nobody can tell later whether the finding still has to be silent.',
  },
  note: 'concepts/yaml#comment',
  check: (model, report) => reportMissingReasons(silencers(model), report),
  examples: {
    bad: [
      { text: 'apiVersion: v1\nkind: Pod\nspec:\n  containers:\n    «# mulgil ignore=kubernetes/resources»\n    - name: web\n' },
      {
        text: 'apiVersion: v1\nkind: Pod\nspec:\n  containers:\n    - name: web «# mulgil ignore=kubernetes/resources,kubernetes/no-latest-tag»\n',
      },
      {
        text: '# 웹\r\napiVersion: v1\r\nkind: Pod\r\nspec:\r\n  containers:\r\n    «# mulgil ignore=kubernetes/resources»\r\n    - name: web\r\n',
      },
    ],
    good: [
      'apiVersion: v1\nkind: Pod\nspec:\n  containers:\n    # mulgil ignore=kubernetes/resources 1초면 끝나는 작업\n    - name: web\n',
      'apiVersion: v1\nkind: Pod\nspec:\n  containers:\n    # kube-linter: no reason is asked here\n    - name: web\n',
      // no comment
      'apiVersion: v1\nkind: Pod\nspec:\n  containers:\n    - name: web\n      env: [{name: A, value: "#mulgil ignore=x"}]\n',
      "apiVersion: v1\nkind: Pod\nmetadata:\n  annotations:\n    ignore-check.kube-linter.io/latest-tag: ''\n",
    ],
  },
});
