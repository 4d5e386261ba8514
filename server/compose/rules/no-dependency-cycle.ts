import { defineRule } from '../../rule.ts';
import type { ComposeModel } from '../model.ts';
import { fromCheck } from '../validation/problems.ts';

export const noDependencyCycle = defineRule<ComposeModel>({
  id: 'compose/no-dependency-cycle',
  severity: 'error',
  presets: ['recommended'],
  equivalents: [],
  message: {
    ko: '서비스가 {path} 순서로 서로를 기다립니다. 어느 하나의 의존을 지우세요.',
    en: 'The services wait for one another: {path}. Remove one of the dependencies.',
  },
  variants: {
    itself: {
      ko: '`{name}` 서비스가 자기 자신을 기다립니다.',
      en: 'The service `{name}` waits for itself.',
    },
    extends: {
      ko: '`extends`가 {path} 순서로 되돌아옵니다.',
      en: 'The `extends` lead back: {path}.',
    },
  },
  why: {
    ko: '무엇부터 시작할지 정할 수 없어 `docker compose`가 `dependency cycle detected` 오류를 내고 멈춥니다.',
    en: 'No order to start them in exists, so `docker compose` stops with `dependency cycle detected`.',
  },
  note: 'compose/depends_on',
  check: fromCheck('no-dependency-cycle'),
  examples: {
    bad: [
      { text: 'services:\n  a:\n    image: nginx:1.29\n    depends_on: [b]\n  b:\n    image: nginx:1.29\n    depends_on: [«a»]\n' },
      { text: 'services:\n  a:\n    image: nginx:1.29\n    depends_on:\n      «a»:\n        condition: service_started\n' },
      {
        text: 'services:\r\n  a:\r\n    image: nginx:1.29\r\n    depends_on: [b]\r\n  b:\r\n    image: nginx:1.29\r\n    network_mode: service:c\r\n  c:\r\n    image: nginx:1.29\r\n    links: ["«a»:web"]\r\n',
      },
      { text: 'services:\n  a:\n    extends: «b»\n  b:\n    extends:\n      service: a\n' },
      { text: 'services:\n  a:\n    image: nginx:1.29\n    extends: «a»\n' },
    ],
    good: [
      'services:\n  a:\n    image: nginx:1.29\n    depends_on: [b, c]\n  b:\n    image: nginx:1.29\n    depends_on: [c]\n  c:\n    image: nginx:1.29\n',
      'services:\n  a:\n    extends: b\n  b:\n    extends: c\n  c:\n    image: nginx:1.29\n',
      'services:\n  a:\n    image: nginx:1.29\n    depends_on: !reset [b]\n  b:\n    image: nginx:1.29\n    depends_on: [a]\n',
    ],
  },
});
