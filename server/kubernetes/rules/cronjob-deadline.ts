import { defineRule } from '../../rule.ts';
import { insertEntry } from '../../yaml/edit.ts';
import { isEmpty, mapAt, nodeAt, pairOf } from '../../yaml/read.ts';
import { perWholeManifest } from '../check.ts';
import { isOfKind, type KubernetesModel } from '../model.ts';
import { ownerSpan } from '../owner.ts';

/** Seconds to start with: long enough for a busy control plane, shorter than most schedules. */
const start = 200;

export const cronjobDeadline = defineRule<KubernetesModel>({
  id: 'kubernetes/cronjob-deadline',
  severity: 'info',
  presets: [],
  equivalents: ['kube-score:cronjob-has-deadline'],
  message: {
    ko: 'CronJob `{name}`에 `startingDeadlineSeconds`가 없습니다. 얼마나 늦게까지 시작해도 되는지 적으세요.',
    en: 'CronJob `{name}` has no `startingDeadlineSeconds`. Write how late a run may still start.',
  },
  why: {
    ko: '적지 않으면 때를 놓친 실행이 아무리 늦어도 시작됩니다. 낮에 돌면 안 되는 야간 작업이 낮에 돌 수 있습니다.',
    en: 'Without it a run that was missed starts no matter how late: a job for the night may run at noon.',
  },
  note: 'kubernetes/CronJob',
  url: 'https://kubernetes.io/docs/concepts/workloads/controllers/cron-jobs/#starting-deadline',
  check: perWholeManifest((manifest, report) => {
    const { document, root } = manifest;
    const { ast } = document.source;
    if (!isOfKind(manifest, 'CronJob', 'batch') || !isEmpty(nodeAt(ast, root, ['spec', 'startingDeadlineSeconds']))) return;
    const at = ownerSpan(manifest);
    if (!at) return;
    report({
      at,
      data: { name: manifest.name ?? '' },
      fix: () => {
        const spec = mapAt(ast, root, ['spec']);
        const edit =
          spec && !pairOf(spec, 'startingDeadlineSeconds')
            ? insertEntry(document, spec, ['startingDeadlineSeconds', start], 'schedule')
            : undefined;
        return edit && { title: { ko: '`startingDeadlineSeconds` 넣기', en: 'Add `startingDeadlineSeconds`' }, edits: [edit] };
      },
    });
  }),
  examples: {
    bad: [
      {
        text: "apiVersion: batch/v1\nkind: CronJob\nmetadata:\n  name: «report»\nspec:\n  schedule: '0 3 * * *' # 새벽 3시\n  jobTemplate: {}\n",
        fixed:
          "apiVersion: batch/v1\nkind: CronJob\nmetadata:\n  name: report\nspec:\n  schedule: '0 3 * * *' # 새벽 3시\n  startingDeadlineSeconds: 200\n  jobTemplate: {}\n",
      },
      {
        text: "apiVersion: v1\r\nkind: Namespace\r\nmetadata:\r\n  name: shop\r\n---\r\napiVersion: batch/v1\r\nkind: CronJob\r\nmetadata: {name: «report»}\r\nspec: {schedule: '@daily'}\r\n",
      },
    ],
    good: [
      "apiVersion: batch/v1\nkind: CronJob\nmetadata:\n  name: report\nspec:\n  schedule: '0 3 * * *'\n  startingDeadlineSeconds: 600\n",
      'apiVersion: batch/v1\nkind: Job\nmetadata:\n  name: report\nspec: {}\n',
      // a patch
      {
        text: 'apiVersion: batch/v1\nkind: CronJob\nmetadata:\n  name: report\nspec:\n  suspend: true\n',
        files: { 'kustomization.yaml': 'patches: [{path: manifest.yaml}]\n' },
      },
    ],
  },
});
