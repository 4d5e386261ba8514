import { defineRule } from '../../rule.ts';
import type { ComposeModel } from '../model.ts';
import { fromCheck } from '../validation/problems.ts';

export const knownKeys = defineRule<ComposeModel>({
  id: 'compose/known-keys',
  severity: 'error',
  presets: ['recommended'],
  equivalents: [],
  message: {
    ko: '`{owner}` 아래에 `{key}` 키는 쓸 수 없습니다. 지우거나 자리를 확인하세요.',
    en: '`{owner}` has no key `{key}`. Remove it, or check where it belongs.',
  },
  variants: {
    near: {
      ko: '`{owner}` 아래에 `{key}` 키는 쓸 수 없습니다. 혹시 `{near}` 아닌가요?',
      en: '`{owner}` has no key `{key}`. Did you mean `{near}`?',
    },
    deeper: {
      ko: '`{owner}` 아래에 `{key}` 키는 쓸 수 없습니다. `{path}` 자리에 적으세요.',
      en: '`{owner}` has no key `{key}`. It belongs at `{path}`.',
    },
    higher: {
      ko: '`{key}` 키는 `{owner}` 안이 아니라 옆에 적으세요. 들여쓰기가 한 단계 깊습니다.',
      en: '`{key}` belongs beside `{owner}`, not inside: it is indented one step too deep.',
    },
    service: {
      ko: '`{key}` 서비스가 `services` 밖에 있습니다. `services:` 아래로 들여쓰세요.',
      en: 'The service `{key}` stands outside of `services`. Indent it below `services:`.',
    },
    'of-service': {
      ko: '`{key}` 키는 파일의 맨 위 수준이 아니라 서비스 안에 적으세요.',
      en: '`{key}` belongs in a service, not at the top level of the file.',
    },
    name: {
      ko: '`{key}` 이름은 쓸 수 없습니다. 영문자, 숫자, `.`, `_`, `-`만 쓰세요.',
      en: '`{key}` is no valid name. Use letters, digits, `.`, `_` and `-` only.',
    },
  },
  why: {
    ko: '`docker compose`는 모르는 키가 하나라도 있으면 파일 전체를 거부합니다. 직접 만든 키는 `x-`로 시작해야 합니다.',
    en: '`docker compose` refuses the whole file for one unknown key. Keys of your own must begin with `x-`.',
  },
  note: 'compose/compose#x-',
  url: 'https://docs.docker.com/reference/compose-file/',
  check: fromCheck('known-keys'),
  examples: {
    bad: [
      {
        text: 'services:\n  web:\n    image: nginx:1.29\n    «dependson»: [db] # 먼저\n  db:\n    image: postgres:17\n',
        fixed: 'services:\n  web:\n    image: nginx:1.29\n    depends_on: [db] # 먼저\n  db:\n    image: postgres:17\n',
      },
      {
        text: "services:\r\n  web:\r\n    image: nginx:1.29\r\n    «'enviroment'»:\r\n      A: b\r\n",
        fixed: "services:\r\n  web:\r\n    image: nginx:1.29\r\n    'environment':\r\n      A: b\r\n",
      },
      { text: 'services:\n  web:\n    image: nginx:1.29\n    «replicas»: 2\n' },
      { text: 'services:\n  web:\n    image: nginx:1.29\n    healthcheck:\n      test: [CMD, "true"]\n      «restart»: always\n' },
      { text: '«web»:\n  image: nginx:1.29\n' },
      { text: 'services:\n  web:\n    image: nginx:1.29\n«restart»: always\n' },
      { text: '«helicopters»:\n  foo:\n    rotors: 2\n' },
      { text: 'services:\n  «web server»:\n    image: nginx:1.29\n' },
      // in what is merged in, once
      {
        text: 'x-base: &base\n  «imagee»: nginx:1.29\nservices:\n  a:\n    <<: *base\n    build: .\n  b:\n    <<: *base\n    build: .\n',
      },
    ],
    good: [
      'services:\n  web:\n    image: nginx:1.29\n    x-note: mine\n    labels:\n      anything.at.all: "1"\nx-more:\n  anything: [1, 2]\n',
      'services:\n  web:\n    image: nginx:1.29\n    build:\n      context: .\n      provenance: mode=max\n      sbom: true\n      no_cache_filter: build\n    develop:\n      watch:\n        - {action: sync, path: ., target: /app, initial_sync: true}\n',
      // gone in the end
      'services:\n  web:\n    image: nginx:1.29\n    volumes: !reset null\n',
      'services:\n  web:\n    image: nginx:1.29\n    sysctls:\n      net.core.somaxconn: 1024\n    logging:\n      options: {max-size: 10m}\n    ulimits: {nofile: {soft: 1, hard: 2}}\n',
      'services:\n  {{ name }}:\n    helicopters: 1\n',
    ],
  },
});
