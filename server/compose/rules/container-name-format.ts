import { defineRule } from '../../rule.ts';
import { spanOfNode } from '../../yaml/parse.ts';
import { textOf } from '../../yaml/read.ts';
import type { ComposeModel } from '../model.ts';
import { perService, scalarAt } from '../review/service.ts';

export const containerNameFormat = defineRule<ComposeModel>({
  id: 'compose/container-name-format',
  severity: 'warning',
  presets: ['recommended'],
  equivalents: ['dclint:service-container-name-regex'],
  message: {
    ko: 'Docker가 받지 않는 컨테이너 이름입니다: `{name}`. 영문자나 숫자로 시작해 영문자, 숫자, `_`, `.`, `-`만 두 글자 이상 쓰세요.',
    en: '`{name}` cannot be the name of a container. Begin with a letter or digit, and use two or more letters, digits, `_`, `.` and `-`.',
  },
  why: {
    ko: '`docker compose config`는 통과하지만, 컨테이너를 만들 때 Docker가 `Invalid container name` 오류로 거부합니다.',
    en: '`docker compose config` lets it pass, but Docker answers `Invalid container name` when the container is made.',
  },
  note: 'compose/service#container_name',
  check: perService((service, report) => {
    const node = scalarAt(service, ['container_name']);
    const at = node && spanOfNode(service.document, node);
    const name = node ? textOf(node) : '';
    // A name without two such characters in a row is refused before, as a value of the wrong format.
    const isAccepted = /[a-zA-Z0-9][a-zA-Z0-9_.-]/.test(name);
    if (at && isAccepted && !name.includes('$') && !/^[a-zA-Z0-9][a-zA-Z0-9_.-]+$/.test(name))
      report({ at, data: { name: name.slice(0, 80) } });
  }),
  examples: {
    bad: [
      { text: 'services:\n  web:\n    image: nginx:1.29\n    container_name: «"my-app@123"»\n' },
      { text: 'services:\r\n  web:\r\n    image: nginx:1.29\r\n    container_name: «_shop» # 이름\r\n' },
      { text: 'services:\n  web:\n    image: nginx:1.29\n    container_name: «쇼핑몰 web»\n' },
    ],
    good: [
      'services:\n  web:\n    image: nginx:1.29\n    container_name: Shop_web-1.2\n',
      'services:\n  web:\n    image: nginx:1.29\n    container_name: ${NAME:-@}\n',
      'services:\n  web:\n    image: nginx:1.29\n    container_name:\n  a:\n    image: a:1\n    container_name: a\n',
    ],
  },
});
