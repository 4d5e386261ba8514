import { defineRule } from '../../rule.ts';
import { finalStage, stageResource, type DockerfileModel } from '../model.ts';
import { lineage } from '../stages/find.ts';

export const useHealthcheck = defineRule<DockerfileModel>({
  id: 'dockerfile/use-healthcheck',
  severity: 'hint',
  presets: [],
  equivalents: ['hadolint:DL3057'],
  message: {
    ko: '`HEALTHCHECK`가 없습니다. 앱이 응답하는지 확인하는 명령어를 적거나, 필요 없으면 `HEALTHCHECK NONE`을 쓰세요.',
    en: 'There is no `HEALTHCHECK`. Add a command that tells whether the app answers, or `HEALTHCHECK NONE` where none is needed.',
  },
  why: {
    ko: '프로세스가 살아 있어도 응답하지 않을 수 있습니다. Docker와 Compose는 이것으로 알아채지만, Kubernetes는 읽지 않고 프로브를 씁니다.',
    en: 'A process can live and answer nothing. Docker and Compose notice by this; Kubernetes ignores it and uses probes.',
  },
  note: 'dockerfile/HEALTHCHECK',
  check(model, report) {
    const stage = finalStage(model);
    if (!stage || lineage(model, stage).some(({ instructions }) => instructions.some(({ keyword }) => keyword === 'HEALTHCHECK'))) return;
    report({ at: stage.from.argumentsSpan ?? stage.from.span, resource: stageResource(stage) });
  },
  examples: {
    bad: [
      { text: 'FROM «node:24»\nCMD ["node"]\n' },
      { text: 'from node:24 as a\r\nhealthcheck none\r\nfrom \\\r\n  # 실행 이미지\r\n  «node:24»\r\n' },
      { text: 'FROM «node:24»\nONBUILD HEALTHCHECK CMD ["a"]\n' },
    ],
    good: [
      'FROM node:24\nHEALTHCHECK CMD ["node", "check.js"]\n',
      'FROM node:24\nHEALTHCHECK NONE\n',
      'FROM node:24 AS base\nHEALTHCHECK CMD ["a"]\nFROM base\nCMD ["b"]\n',
      'FROM golang:1.26 AS build\nFROM node:24\nHEALTHCHECK CMD ["a"]\n',
      'RUN a\n',
    ],
  },
});
