import { defineRule } from '../../rule.ts';
import type { ComposeModel } from '../model.ts';
import { fromCheck } from '../validation/problems.ts';

export const requiredKeys = defineRule<ComposeModel>({
  id: 'compose/required-keys',
  severity: 'error',
  presets: ['recommended'],
  equivalents: [],
  message: {
    ko: '`{field}` 아래에 {keys} 키가 꼭 있어야 합니다.',
    en: '`{field}` lacks {keys}.',
  },
  variants: {
    image: {
      ko: '`{name}` 서비스에 `image`도 `build`도 없습니다. 어느 이미지로 만들지 적으세요.',
      en: 'The service `{name}` has neither `image` nor `build`. Say which image it is made from.',
    },
    source: {
      ko: '`{name}` 내용을 어디서 가져올지 적으세요. {keys} 가운데 하나가 필요합니다.',
      en: 'Say where the content of `{name}` comes from: one of {keys}.',
    },
    watch: {
      ko: '`action: {value}`에는 컨테이너 안의 경로 `target`이 필요합니다.',
      en: '`action: {value}` needs a `target`, the path in the container.',
    },
  },
  why: {
    ko: '이 키가 없으면 `docker compose`가 파일을 거부하고 아무것도 시작하지 않습니다.',
    en: 'Without it `docker compose` refuses the file and starts nothing.',
  },
  note: 'compose/service#image',
  url: 'https://docs.docker.com/reference/compose-file/services/',
  check: fromCheck('required-keys'),
  examples: {
    bad: [
      { text: 'services:\n  «web»:\n    ports: ["80"]\n' },
      { text: 'services:\n  «web»: {}\n  db:\n    image: postgres:17\n' },
      {
        text: 'services:\r\n  web:\r\n    image: nginx:1.29\r\n    depends_on:\r\n      «db»:\r\n        restart: true\r\n  db:\r\n    image: postgres:17\r\n',
      },
      { text: 'services:\n  web:\n    image: nginx:1.29\n    develop:\n      watch:\n        - «path»: ./src\n          target: /app\n' },
      { text: 'services:\n  web:\n    image: nginx:1.29\n    develop:\n      watch:\n        - path: ./src\n          action: «sync»\n' },
      { text: 'services:\n  web:\n    image: nginx:1.29\nsecrets:\n  «key»: {}\n' },
      { text: 'services:\n  web:\n    image: nginx:1.29\nconfigs:\n  «key»:\n    name: mine\n' },
      { text: 'services:\n  web:\n    image: nginx:1.29\n    ports:\n      - «published»: 8080\n        protocol: tcp\n' },
      { text: 'services:\n  web:\n    image: nginx:1.29\n    volumes: [{«type»: bind, target: /app}]\n' },
      // what it extends has none either
      { text: 'services:\n  web:\n    extends: base\n    build: .\n  «base»:\n    ports: ["80"]\n' },
    ],
    good: [
      'services:\n  web:\n    extends: base\n  base:\n    image: nginx:1.29\n',
      'x-base: &base {build: .}\nservices:\n  web:\n    <<: *base\n    ports: ["80"]\n',
      {
        text: 'services:\n  web:\n    extends:\n      file: common.yaml\n      service: base\n',
        files: { 'common.yaml': 'services:\n  base:\n    image: nginx:1.29\n' },
      },
      'services:\n  vpn:\n    provider:\n      type: awesomecloud\n',
      // merged into another file
      'services:\n  web:\n    ports: !override ["80"]\n',
      { text: 'services:\n  web:\n    ports: ["80"]\n', files: { 'compose.override.yaml': 'services:\n  web:\n    image: nginx:1.29\n' } },
      'services:\n  web:\n    image: nginx:1.29\nsecrets:\n  a: {external: true}\n  b: {environment: B}\n  c: {driver: vault}\n',
    ],
  },
});
