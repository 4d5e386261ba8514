import { defineRule } from '../../rule.ts';
import { stageResource, type DockerfileModel } from '../model.ts';

/** Names that mean something else to the builder: the empty image and the build context. */
const reserved: ReadonlySet<string> = new Set(['scratch', 'context']);

export const noReservedStageName = defineRule<DockerfileModel>({
  id: 'dockerfile/no-reserved-stage-name',
  severity: 'warning',
  presets: ['recommended'],
  equivalents: ['hadolint:DL3063', 'buildkit:ReservedStageName'],
  message: {
    ko: '`{name}`은 빌더가 따로 쓰는 이름입니다. 스테이지에는 다른 이름을 붙이세요.',
    en: 'The builder keeps the name `{name}` for itself. Give the stage another name.',
  },
  why: {
    ko: '`scratch`는 빈 이미지, `context`는 빌드 컨텍스트를 뜻해서 이 스테이지를 불러도 다른 것이 나올 수 있습니다.',
    en: '`scratch` means the empty image and `context` the build context, so whoever names this stage may get something else.',
  },
  note: 'dockerfile/FROM#AS',
  check(model, report) {
    for (const stage of model.stages) {
      const { name } = stage;
      if (name && reserved.has(name.text.toLowerCase()))
        report({ at: name.span, data: { name: name.text }, resource: stageResource(stage) });
    }
  },
  examples: {
    bad: [{ text: 'FROM node:24 AS «scratch»\n' }, { text: 'from node:24 \\\r\n  # 소스\r\n  as «Context»\r\nfrom nginx:1.30\r\n' }],
    good: [
      'FROM scratch\nCOPY app /\n',
      'FROM scratch AS base\n',
      'FROM node:24 AS contexts\n',
      'FROM node:24\n# FROM node:24 AS scratch\n',
    ],
  },
});
