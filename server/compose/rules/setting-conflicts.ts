import { defineRule } from '../../rule.ts';
import type { ComposeModel } from '../model.ts';
import { fromCheck } from '../validation/problems.ts';

export const settingConflicts = defineRule<ComposeModel>({
  id: 'compose/setting-conflicts',
  severity: 'error',
  presets: ['recommended'],
  equivalents: [],
  message: {
    ko: '함께 쓸 수 없는 설정입니다.',
    en: 'These settings cannot stand together.',
  },
  variants: {
    'network-mode': {
      ko: '`network_mode`와 `networks`는 함께 쓸 수 없습니다. 하나만 남기세요.',
      en: '`network_mode` and `networks` exclude each other. Keep one.',
    },
    twins: {
      ko: '`{key}` 값과 `{other}` 값이 다릅니다. 하나만 적거나 같게 적으세요.',
      en: '`{key}` and `{other}` differ. Write one of them, or the same in both.',
    },
    'container-name': {
      ko: '`container_name`을 정하면 컨테이너를 하나만 만들 수 있는데 `{key}` 값이 {count}입니다. 둘 가운데 하나를 지우세요.',
      en: 'With a `container_name` there can be one container only, but `{key}` is {count}. Remove one of the two.',
    },
    dockerfile: {
      ko: '`dockerfile`과 `dockerfile_inline`은 함께 쓸 수 없습니다. 하나만 남기세요.',
      en: '`dockerfile` and `dockerfile_inline` exclude each other. Keep one.',
    },
    platform: {
      ko: '`platform`의 `{value}`가 `build.platforms`에 없습니다. 거기에도 적으세요.',
      en: '`build.platforms` lacks the `{value}` of `platform`. Add it there.',
    },
    mounts: {
      ko: '`{path}`에는 이미 `tmpfs`가 마운트됩니다. 둘 가운데 하나를 지우세요.',
      en: 'A `tmpfs` is mounted at `{path}` already. Remove one of the two.',
    },
    devices: {
      ko: '`count`와 `device_ids`는 함께 쓸 수 없습니다. 하나만 남기세요.',
      en: '`count` and `device_ids` exclude each other. Keep one.',
    },
    external: {
      ko: '이미 있는(`external`) 볼륨에는 `{key}` 설정을 적을 수 없습니다. `name`만 쓸 수 있습니다.',
      en: 'A volume that exists already (`external`) takes no `{key}`, only a `name`.',
    },
    'external-name': {
      ko: '`name`과 `external.name`이 다릅니다. `external: true`로 바꾸고 `name`만 쓰세요.',
      en: '`name` and `external.name` differ. Write `external: true` and keep `name` only.',
    },
    sources: {
      ko: '내용은 한 곳에서만 가져올 수 있습니다. {keys} 가운데 하나만 남기세요.',
      en: 'The content comes from one place only. Keep one of {keys}.',
    },
  },
  why: {
    ko: '`docker compose`는 어느 쪽을 따를지 정하지 않고 파일을 거부합니다.',
    en: '`docker compose` does not choose between them: it refuses the file.',
  },
  note: 'compose/service',
  url: 'https://docs.docker.com/reference/compose-file/services/',
  check: fromCheck('setting-conflicts'),
  examples: {
    bad: [
      { text: 'services:\n  web:\n    image: nginx:1.29\n    «network_mode»: host\n    networks: [a]\nnetworks:\n  a:\n' },
      { text: 'services:\n  web:\n    image: nginx:1.29\n    scale: «2»\n    deploy:\n      replicas: 3\n' },
      {
        text: 'services:\r\n  web:\r\n    image: nginx:1.29\r\n    mem_limit: «512m»\r\n    deploy:\r\n      resources:\r\n        limits:\r\n          memory: 1G\r\n',
      },
      { text: 'services:\n  web:\n    image: nginx:1.29\n    «container_name»: web\n    deploy: {replicas: 2}\n' },
      { text: 'services:\n  web:\n    build:\n      dockerfile: Dockerfile\n      «dockerfile_inline»: FROM scratch\n' },
      { text: 'services:\n  web:\n    platform: «linux/arm64»\n    build:\n      context: .\n      platforms: [linux/amd64]\n' },
      {
        text: 'services:\n  web:\n    image: nginx:1.29\n    tmpfs: /run:size=64m\n    volumes:\n      - type: bind\n        source: .\n        target: «/run»\n',
      },
      { text: 'services:\n  web:\n    image: nginx:1.29\nvolumes:\n  data:\n    external: true\n    «driver»: local\n' },
      { text: 'services:\n  web:\n    image: nginx:1.29\nvolumes:\n  data:\n    name: a\n    «external»:\n      name: b\n' },
      { text: 'services:\n  web:\n    image: nginx:1.29\nconfigs:\n  a:\n    file: ./a\n    «content»: b\n' },
      // taken over from another service
      {
        text: 'services:\n  web:\n    extends: base\n    «networks»: [a]\n  base:\n    image: nginx:1.29\n    network_mode: host\nnetworks:\n  a:\n',
      },
    ],
    good: [
      'services:\n  web:\n    image: nginx:1.29\n    network_mode: host\n    networks: []\n    container_name: web\n    scale: 1\n',
      'services:\n  web:\n    image: nginx:1.29\n    mem_limit: 1024m\n    cpus: 0.5\n    deploy:\n      resources:\n        limits: {memory: 1g, cpus: "0.50"}\n',
      'services:\n  web:\n    build: {context: ., platforms: [linux/amd64, linux/arm64]}\n    platform: linux/arm64\n    tmpfs: [/run]\n    volumes: ["./run:/run2"]\nvolumes:\n  data: {external: true, name: there, x-a: 1}\n',
      'services:\n  web:\n    image: nginx:1.29\n    network_mode: !reset null\n    networks: [a]\nnetworks: {a: {}}\n',
    ],
  },
});
