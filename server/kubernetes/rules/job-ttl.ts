import { defineRule } from '../../rule.ts';
import { deletePair, insertFirst } from '../../yaml/edit.ts';
import { spanOfKey } from '../../yaml/parse.ts';
import { isEmpty, mapAt, nodeAt, pairOf } from '../../yaml/read.ts';
import { perWholeManifest } from '../check.ts';
import { isOfKind, type KubernetesModel } from '../model.ts';
import { ownerSpan } from '../owner.ts';

/** A day, in seconds. */
const start = 86_400;

export const jobTtl = defineRule<KubernetesModel>({
  id: 'kubernetes/job-ttl',
  severity: 'info',
  presets: [],
  equivalents: ['kube-linter:job-ttl-seconds-after-finished'],
  message: {
    ko: 'Job `{name}`은(는) 끝난 뒤에도 계속 남습니다. `ttlSecondsAfterFinished`로 지울 때를 정하세요.',
    en: 'Job `{name}` stays after it has finished. Say with `ttlSecondsAfterFinished` when it may go.',
  },
  variants: {
    cronjob: {
      ko: 'CronJob은 끝난 Job을 이력 개수로 지웁니다. `ttlSecondsAfterFinished`를 빼고 `successfulJobsHistoryLimit`과 `failedJobsHistoryLimit`을 쓰세요.',
      en: 'A CronJob removes finished Jobs by its history limits. Leave `ttlSecondsAfterFinished` out and use `successfulJobsHistoryLimit` and `failedJobsHistoryLimit`.',
    },
  },
  why: {
    ko: '끝난 Job과 그 Pod는 누가 지울 때까지 API 서버에 남아 목록을 채웁니다.',
    en: 'Finished Jobs and their Pods stay in the API server, and in every list, until somebody deletes them.',
  },
  note: 'kubernetes/Job',
  url: 'https://kubernetes.io/docs/concepts/workloads/controllers/ttlafterfinished/',
  check: perWholeManifest((manifest, report) => {
    const { document, root } = manifest;
    const { ast } = document.source;
    if (isOfKind(manifest, 'Job', 'batch')) {
      const at = ownerSpan(manifest);
      const specPair = pairOf(root, 'spec');
      if (!at || !isEmpty(nodeAt(ast, root, ['spec', 'ttlSecondsAfterFinished']))) return;
      report({
        at,
        data: { name: manifest.name ?? '' },
        fix: () => {
          const spec = mapAt(ast, root, ['spec']);
          const edit =
            spec && specPair && !pairOf(spec, 'ttlSecondsAfterFinished')
              ? insertFirst(document, specPair, ['ttlSecondsAfterFinished', start])
              : undefined;
          return edit && { title: { ko: '하루 뒤에 지우기', en: 'Remove it after a day' }, edits: [edit] };
        },
      });
    } else if (isOfKind(manifest, 'CronJob', 'batch')) {
      const spec = mapAt(ast, root, ['spec', 'jobTemplate', 'spec']);
      const pair = spec && pairOf(spec, 'ttlSecondsAfterFinished');
      const at = pair && !isEmpty(pair.value) ? spanOfKey(document, pair) : undefined;
      if (!spec || !pair || !at) return;
      report({
        at,
        variant: 'cronjob',
        fix: () => {
          const edit = deletePair(document, spec, pair);
          return edit && { title: { ko: '`ttlSecondsAfterFinished` 빼기', en: 'Remove `ttlSecondsAfterFinished`' }, edits: [edit] };
        },
      });
    }
  }),
  examples: {
    bad: [
      {
        text: 'apiVersion: batch/v1\nkind: Job\nmetadata:\n  name: «report»\nspec: # 보고서\n  template: {}\n',
        fixed:
          'apiVersion: batch/v1\nkind: Job\nmetadata:\n  name: report\nspec: # 보고서\n  ttlSecondsAfterFinished: 86400\n  template: {}\n',
      },
      {
        text: 'apiVersion: batch/v1\r\nkind: CronJob\r\nmetadata:\r\n  name: report\r\nspec:\r\n  jobTemplate:\r\n    spec:\r\n      «ttlSecondsAfterFinished»: 60\r\n      template: {}\r\n',
        fixed:
          'apiVersion: batch/v1\r\nkind: CronJob\r\nmetadata:\r\n  name: report\r\nspec:\r\n  jobTemplate:\r\n    spec:\r\n      template: {}\r\n',
      },
      {
        text: 'apiVersion: batch/v1\nkind: Job\nmetadata:\n  generateName: «report-»\nspec: {template: {}}\n',
      },
    ],
    good: [
      'apiVersion: batch/v1\nkind: Job\nmetadata:\n  name: report\nspec:\n  ttlSecondsAfterFinished: 0\n  template: {}\n',
      'apiVersion: batch/v1\nkind: CronJob\nmetadata:\n  name: report\nspec:\n  jobTemplate:\n    spec:\n      template: {}\n',
      // a template
      'apiVersion: batch/v1\nkind: Job\nmetadata:\n  name: {{ .Release.Name }}\nspec:\n  template: {}\n',
    ],
  },
});
