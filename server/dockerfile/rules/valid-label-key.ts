import { perInstruction } from '../per-instruction.ts';
import { defineRule } from '../../rule.ts';
import { assignmentsOf } from '../arguments/assignments.ts';
import { plain } from '../arguments/plain.ts';
import { type DockerfileModel } from '../model.ts';

export const validLabelKey = defineRule<DockerfileModel>({
  id: 'dockerfile/valid-label-key',
  severity: 'hint',
  presets: [],
  equivalents: ['hadolint:DL3048'],
  message: {
    ko: '레이블 이름 `{key}`는 소문자, 숫자, `.`, `-`로 쓰세요. 처음과 끝은 글자나 숫자여야 합니다.',
    en: 'Write the label `{key}` with lower-case letters, digits, `.` and `-`, beginning and ending with a letter or digit.',
  },
  variants: {
    reserved: {
      ko: '레이블 이름 `{key}`는 Docker가 쓰는 이름입니다. 자기 도메인을 거꾸로 쓴 이름으로 시작하세요.',
      en: 'The label `{key}` belongs to Docker. Begin with a domain of your own, written backwards.',
    },
  },
  why: {
    ko: '이 규칙을 지키는 이름은 다른 도구의 레이블과 겹치지 않고, `--filter`에 따옴표 없이 쓸 수 있습니다.',
    en: 'Names like these never collide with other tools’ labels and need no quoting in `--filter`.',
  },
  note: 'dockerfile/LABEL',
  url: 'https://docs.docker.com/engine/manage-resources/labels/',
  check: perInstruction((model, { instruction }, report) => {
    if (instruction.keyword !== 'LABEL') return;
    for (const { nameSpan } of assignmentsOf(model, instruction)) {
      const key = plain(model, nameSpan);
      const about = { at: nameSpan, data: { key } };
      if (/^(?:(?:com|io)\.docker|org\.dockerproject)\./i.test(key)) report({ ...about, variant: 'reserved' });
      else if (!key.startsWith('$') && !/^[a-z0-9]+(?:[.-][a-z0-9]+)*$/.test(key)) report(about);
    }
  }),
  examples: {
    bad: [
      { text: 'FROM node:24\nLABEL «Version»=1\n' },
      { text: 'from node:24\r\nlabel a=b \\\r\n  # 이름\r\n  «"my key"»="1"\r\n' },
      { text: 'FROM node:24\nLABEL «com.docker.team»=web\n' },
      { text: 'FROM node:24\nONBUILD LABEL «a..b»=c\n' },
      { text: 'FROM node:24\nLABEL «-a» b\n' },
      { text: 'FROM node:24\nLABEL «price$»=1\n' },
    ],
    good: [
      'FROM node:24\nLABEL org.opencontainers.image.authors="A" maintainer=b "com.example.app-1"=c\n',
      'FROM node:24\nLABEL a b C\n',
      'FROM node:24\nARG PREFIX\nLABEL ${PREFIX}.version=1\n',
      'FROM node:24\nLABEL\n',
    ],
  },
});
