import { defineRule } from '../../rule.ts';
import { stageResource, type DockerfileModel } from '../model.ts';

export const uniqueStageNames = defineRule<DockerfileModel>({
  id: 'dockerfile/unique-stage-names',
  severity: 'warning',
  presets: ['recommended'],
  equivalents: ['hadolint:DL3024', 'buildkit:DuplicateStageName'],
  message: {
    ko: '`{name}`이라는 스테이지가 위에 이미 있습니다. 다른 이름을 쓰세요.',
    en: 'There is already a stage `{name}` above. Give this one another name.',
  },
  why: {
    ko: '`--from`이나 `--target`으로 부르면 어느 스테이지인지 알 수 없습니다. 대소문자만 다른 이름도 같은 이름입니다.',
    en: '`--from` and `--target` cannot tell which one you mean. Names that differ in case alone are the same.',
  },
  note: 'dockerfile/FROM#AS',
  check(model, report) {
    const seen = new Set<string>();
    for (const stage of model.stages) {
      const { name } = stage;
      if (!name) continue;
      const key = name.text.toLowerCase();
      if (seen.has(key)) report({ at: name.span, data: { name: name.text }, resource: stageResource(stage) });
      seen.add(key);
    }
  },
  examples: {
    bad: [
      { text: 'FROM node:24 AS build\nFROM golang:1.26 AS «build»\n' },
      { text: 'from node:24 as build\r\nfrom golang:1.26 \\\r\n  # 서버\r\n  as «Build»\r\n' },
    ],
    good: [
      'FROM node:24 AS web\nFROM golang:1.26 AS server\n',
      'FROM node:24\nFROM golang:1.26\n',
      'FROM node:24 AS build\nFROM build\nFROM nginx:1.30 AS build2\n',
      'FROM node:24 AS\nFROM node:24 AS\n',
    ],
  },
});
