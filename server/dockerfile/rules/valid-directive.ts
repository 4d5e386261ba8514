import { quote } from '../../nearest.ts';
import { defineRule } from '../../rule.ts';
import type { DockerfileModel } from '../model.ts';

export const validDirective = defineRule<DockerfileModel>({
  id: 'dockerfile/valid-directive',
  severity: 'error',
  presets: ['recommended'],
  equivalents: [],
  message: {
    ko: '파서 지시문 `{name}`을 두 번 적어 빌드가 실패합니다. 하나만 남기세요.',
    en: 'The directive `{name}` stands twice, so the build fails. Keep one of them.',
  },
  variants: {
    escape: {
      ko: '`escape`에는 백슬래시나 백틱만 쓸 수 있는데 {value}를 적어 빌드가 실패합니다. 둘 중 하나로 바꾸세요.',
      en: '`escape` takes a backslash or a back-tick, so the build fails on {value}. Write one of the two.',
    },
  },
  why: {
    ko: '파서 지시문은 파일을 읽는 방법을 정하므로, 빌더는 뜻이 분명하지 않으면 아무것도 실행하지 않습니다.',
    en: 'A parser directive decides how the file is read, so the builder runs nothing when its meaning is unclear.',
  },
  note: 'dockerfile/directives',
  check({ directives }, report) {
    const seen = new Set<string>();
    for (const { name, value, span: at } of directives) {
      if (seen.has(name)) report({ at, data: { name } });
      else if (name === 'escape' && value !== '\\' && value !== '`') report({ at, variant: 'escape', data: { value: quote(value) } });
      seen.add(name);
    }
  },
  examples: {
    bad: [
      { text: '«# escape=x»\nFROM node:24\n' },
      { text: '# escape=`\r\n«# escape=\\»\r\nFROM node:24\r\n' },
      { text: '# syntax=docker/dockerfile:1\n«# Syntax=docker/dockerfile:1-labs»\nFROM node:24\n' },
    ],
    good: [
      '# syntax=docker/dockerfile:1\n# escape=`\n# check=skip=all\nFROM node:24\n',
      '# 앱\n# escape=x\nFROM node:24\n',
      '#escape=\\\r\nFROM node:24\r\n# escape=x\r\n',
    ],
  },
});
