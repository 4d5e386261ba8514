import { defineRule } from '../../rule.ts';
import type { ComposeModel } from '../model.ts';
import { fromCheck } from '../validation/problems.ts';

export const valueTypes = defineRule<ComposeModel>({
  id: 'compose/value-types',
  severity: 'error',
  presets: ['recommended'],
  equivalents: [],
  message: {
    ko: '`{field}` 자리에는 다른 모양의 값이 와야 합니다.',
    en: '`{field}` takes a value of another form.',
  },
  variants: {
    top: {
      ko: 'Compose 파일의 맨 위에는 `services:` 같은 키가 와야 합니다.',
      en: 'A Compose file begins with keys such as `services:`.',
    },
    empty: {
      ko: '`{field}` 키에 값이 없습니다. 값을 적거나 키를 지우세요.',
      en: '`{field}` has no value. Give it one, or remove the key.',
    },
    key: {
      ko: '`{field}` 키는 따옴표가 없으면 문자열이 아닙니다. 따옴표로 감싸세요.',
      en: 'Without quotes the key `{field}` is no string. Put it in quotes.',
    },
    merge: {
      ko: '`<<`에는 맵이나 맵의 목록이 와야 합니다. `*이름`이 가리키는 값을 확인하세요.',
      en: '`<<` takes a map or a list of maps. Check what the alias stands for.',
    },
    string: {
      ko: '`{field}` 값은 문자열이어야 합니다. `{value}`에 따옴표를 붙이세요.',
      en: '`{field}` takes a string. Put quotes around `{value}`.',
    },
    duration: {
      ko: '`{field}` 값은 `10s`처럼 단위가 있는 문자열이어야 합니다. `{value}` 값은 쓸 수 없습니다.',
      en: '`{field}` takes a text with a unit, such as `10s`, not `{value}`.',
    },
    integer: {
      ko: '`{field}` 값은 정수여야 합니다. `{value}` 값은 쓸 수 없습니다.',
      en: '`{field}` takes a whole number, not `{value}`.',
    },
    number: {
      ko: '`{field}` 값은 숫자여야 합니다. `{value}` 값은 쓸 수 없습니다.',
      en: '`{field}` takes a number, not `{value}`.',
    },
    boolean: {
      ko: '`{field}` 값은 `true`나 `false`여야 합니다. `{value}` 값은 쓸 수 없습니다.',
      en: '`{field}` takes `true` or `false`, not `{value}`.',
    },
    scalar: {
      ko: '`{field}` 자리에는 값 하나가 와야 합니다. 목록이나 `키: 값`은 쓸 수 없습니다.',
      en: '`{field}` takes a single value, not a list or keys with values.',
    },
    list: {
      ko: '`{field}` 아래에는 목록이 와야 합니다. 항목마다 `- `를 붙이세요.',
      en: '`{field}` takes a list. Begin each item with `- `.',
    },
    map: {
      ko: '`{field}` 아래에는 `키: 값`이 와야 합니다. 목록이나 값 하나는 쓸 수 없습니다.',
      en: '`{field}` takes keys with values, not a list or a single value.',
    },
    'scalar-list': {
      ko: '`{field}` 자리에는 값 하나나 목록이 와야 합니다. `키: 값`은 쓸 수 없습니다.',
      en: '`{field}` takes a single value or a list, not keys with values.',
    },
    'scalar-map': {
      ko: '`{field}` 자리에는 값 하나나 `키: 값`이 와야 합니다. 목록은 쓸 수 없습니다.',
      en: '`{field}` takes a single value or keys with values, not a list.',
    },
    'list-map': {
      ko: '`{field}` 아래에는 목록이나 `키: 값`이 와야 합니다. 값 하나는 쓸 수 없습니다.',
      en: '`{field}` takes a list or keys with values, not a single value.',
    },
  },
  why: {
    ko: '`docker compose`는 타입이 다른 값을 바꾸어 읽지 않고 `must be a string` 같은 오류를 내며 파일을 거부합니다.',
    en: '`docker compose` converts nothing: it refuses the file with an error such as `must be a string`.',
  },
  note: 'compose/compose',
  url: 'https://docs.docker.com/reference/compose-file/services/',
  check: fromCheck('value-types'),
  examples: {
    bad: [
      {
        text: 'services:\n  web:\n    image: nginx:1.29\n    user: «1000» # app\n',
        fixed: 'services:\n  web:\n    image: nginx:1.29\n    user: "1000" # app\n',
      },
      {
        text: 'services:\r\n  web:\r\n    image: nginx:1.29\r\n    command: [sleep, «5»]\r\n',
        fixed: 'services:\r\n  web:\r\n    image: nginx:1.29\r\n    command: [sleep, "5"]\r\n',
      },
      {
        text: 'services:\n  web:\n    image: nginx:1.29\n    deploy:\n      resources:\n        limits:\n          memory: «512»\n',
        fixed: 'services:\n  web:\n    image: nginx:1.29\n    deploy:\n      resources:\n        limits:\n          memory: "512"\n',
      },
      {
        text: 'services:\n  web:\n    image: nginx:1.29\n    ports: «8080:80»\n',
        fixed: 'services:\n  web:\n    image: nginx:1.29\n    ports: ["8080:80"]\n',
      },
      {
        text: 'services:\n  web:\n    image: nginx:1.29\n    stop_grace_period: «30» # s\n',
        fixed: 'services:\n  web:\n    image: nginx:1.29\n    stop_grace_period: 30s # s\n',
      },
      { text: 'services:\n  web:\n    image: nginx:1.29\n    environment: «FOO=1»\n' },
      { text: 'services:\n  web:\n    image: nginx:1.29\n    environment:\n      «FOO»: ["1"]\n' },
      { text: 'services:\n  web:\n    image: nginx:1.29\n    «ports»:\n' },
      { text: 'services:\n  web:\n    «image»: [nginx, "1.29"]\n' },
      { text: 'services:\n  web:\n    image: nginx:1.29\n«volumes»:\n  - data\n' },
      { text: '«- web»\n- db\n' },
      {
        text: 'services:\n  web:\n    image: nginx:1.29\n  «123»:\n    image: nginx:1.29\n',
        fixed: 'services:\n  web:\n    image: nginx:1.29\n  "123":\n    image: nginx:1.29\n',
      },
      { text: 'x-a: &a [1, 2]\nservices:\n  web:\n    «<<»: *a\n    image: nginx:1.29\n' },
      // an alias serves a place that takes a number too
      { text: 'services:\n  web:\n    image: nginx:1.29\n    ports:\n      - &port «80»\n    command: [listen, *port]\n' },
    ],
    good: [
      'services:\n  web:\n    image: nginx:1.29\n    init: yes\n    scale: "2"\n    environment: {A: 1, B: true, C: null, D: 1.5}\n    ports: [80, "443:443"]\n    cpus: 0.5\n    mem_limit: 1000000\nvolumes:\n  data:\nnetworks:\n  default: {}\n',
      // filled in later
      'services:\n  web:\n    image: nginx:1.29\n    scale: ${COUNT}\n    depends_on:\n      db: {condition: service_started, required: "false"}\n  db: {image: "postgres:17"}\n',
      "services:\n  web:\n    image: nginx:1.29\n    user: '1000'\n    command:\n    configs:\n      - {source: a, mode: 0440}\nconfigs:\n  a: {file: ./a}\n",
      '{{ services }}\n',
    ],
  },
});
