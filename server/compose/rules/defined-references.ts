import { defineRule } from '../../rule.ts';
import type { ComposeModel } from '../model.ts';
import { fromCheck } from '../validation/problems.ts';

export const definedReferences = defineRule<ComposeModel>({
  id: 'compose/defined-references',
  severity: 'error',
  presets: ['recommended'],
  equivalents: [],
  message: {
    ko: '`{key}`에 적힌 `{name}` 이름을 찾을 수 없습니다.',
    en: '`{key}` names `{name}`, which is not there.',
  },
  variants: {
    services: {
      ko: '`{key}`에 적힌 `{name}` 서비스가 이 파일에 없습니다.',
      en: '`{key}` names the service `{name}`, which is not there.',
    },
    'services-near': {
      ko: '`{key}`에 적힌 `{name}` 서비스가 없습니다. 혹시 `{near}` 아닌가요?',
      en: '`{key}` names the service `{name}`, which is not there. Did you mean `{near}`?',
    },
    profiles: {
      ko: '`{key}`에 적힌 `{name}` 서비스는 프로필을 켜야만 있습니다. 이 서비스에도 같은 `profiles`를 적거나 의존을 지우세요.',
      en: '`{key}` names the service `{name}`, which is there with its profile only. Give this service the same `profiles`, or drop the dependency.',
    },
    networks: {
      ko: '`{name}` 네트워크가 선언되지 않았습니다. 파일 맨 위 수준의 `networks`에 적으세요.',
      en: 'The network `{name}` is not declared. Add it to the `networks` at the top level.',
    },
    'networks-near': {
      ko: '`{name}` 네트워크가 선언되지 않았습니다. 혹시 `{near}` 아닌가요?',
      en: 'The network `{name}` is not declared. Did you mean `{near}`?',
    },
    volumes: {
      ko: '`{name}` 볼륨이 선언되지 않았습니다. 파일 맨 위 수준의 `volumes`에 적으세요. 폴더라면 `./{name}`처럼 적으세요.',
      en: 'The volume `{name}` is not declared. Add it to the `volumes` at the top level, or write `./{name}` for a folder.',
    },
    'volumes-near': {
      ko: '`{name}` 볼륨이 선언되지 않았습니다. 혹시 `{near}` 아닌가요?',
      en: 'The volume `{name}` is not declared. Did you mean `{near}`?',
    },
    configs: {
      ko: '`{name}` 설정이 선언되지 않았습니다. 파일 맨 위 수준의 `configs`에 적으세요.',
      en: 'The config `{name}` is not declared. Add it to the `configs` at the top level.',
    },
    'configs-near': {
      ko: '`{name}` 설정이 선언되지 않았습니다. 혹시 `{near}` 아닌가요?',
      en: 'The config `{name}` is not declared. Did you mean `{near}`?',
    },
    secrets: {
      ko: '`{name}` 시크릿이 선언되지 않았습니다. 파일 맨 위 수준의 `secrets`에 적으세요.',
      en: 'The secret `{name}` is not declared. Add it to the `secrets` at the top level.',
    },
    'secrets-near': {
      ko: '`{name}` 시크릿이 선언되지 않았습니다. 혹시 `{near}` 아닌가요?',
      en: 'The secret `{name}` is not declared. Did you mean `{near}`?',
    },
    models: {
      ko: '`{name}` 모델이 선언되지 않았습니다. 파일 맨 위 수준의 `models`에 적으세요.',
      en: 'The model `{name}` is not declared. Add it to the `models` at the top level.',
    },
    'models-near': {
      ko: '`{name}` 모델이 선언되지 않았습니다. 혹시 `{near}` 아닌가요?',
      en: 'The model `{name}` is not declared. Did you mean `{near}`?',
    },
    'extends-file': {
      ko: '`extends`에 적힌 `{file}` 파일을 찾을 수 없습니다.',
      en: '`extends` names the file `{file}`, which is not there.',
    },
    'extends-elsewhere': {
      ko: '`{file}` 파일에 `{name}` 서비스가 없습니다.',
      en: '`{file}` has no service `{name}`.',
    },
    include: {
      ko: '`include`에 적힌 `{name}` 파일을 찾을 수 없습니다.',
      en: '`include` names the file `{name}`, which is not there.',
    },
  },
  why: {
    ko: '`docker compose`는 없는 서비스, 네트워크, 볼륨을 가리키는 파일을 거부합니다.',
    en: '`docker compose` refuses a file that points to a service, network or volume that is not there.',
  },
  note: 'compose/compose#volumes',
  url: 'https://docs.docker.com/reference/compose-file/services/',
  check: fromCheck('defined-references'),
  examples: {
    bad: [
      {
        text: 'services:\n  db:\n    image: postgres:17\n    volumes:\n      - «data»:/var/lib/postgresql/data\n',
        fixed: 'services:\n  db:\n    image: postgres:17\n    volumes:\n      - data:/var/lib/postgresql/data\n\nvolumes:\n  data:\n',
      },
      {
        text: 'services:\r\n  web:\r\n    image: nginx:1.29\r\n    networks: [«back»] # 안쪽\r\nnetworks:\r\n  frontend: # 바깥\r\n',
        fixed:
          'services:\r\n  web:\r\n    image: nginx:1.29\r\n    networks: [back] # 안쪽\r\nnetworks:\r\n  frontend: # 바깥\r\n  back:\r\n',
      },
      {
        text: 'services:\n  web:\n    image: nginx:1.29\n    depends_on:\n      - «databse»\n  database:\n    image: postgres:17\n',
        fixed: 'services:\n  web:\n    image: nginx:1.29\n    depends_on:\n      - database\n  database:\n    image: postgres:17\n',
      },
      { text: 'services:\n  web:\n    image: nginx:1.29\n    depends_on:\n      «cache»:\n        condition: service_started\n' },
      { text: 'services:\n  web:\n    image: nginx:1.29\n    network_mode: service:«vpn»\n' },
      { text: 'services:\n  web:\n    image: nginx:1.29\n    links:\n      - "«cache»:redis"\n' },
      { text: 'services:\n  web:\n    image: nginx:1.29\n    volumes_from: [«files»:ro]\n' },
      { text: 'services:\n  web:\n    image: nginx:1.29\n    secrets:\n      - «password»\n' },
      { text: 'services:\n  web:\n    image: nginx:1.29\n    configs:\n      - source: «settings»\n        target: /etc/settings\n' },
      { text: 'services:\n  web:\n    extends: «base»\n' },
      { text: 'services:\n  web:\n    extends:\n      file: «common.yaml»\n      service: base\n' },
      {
        text: 'services:\n  web:\n    extends:\n      file: common.yaml\n      service: «base»\n',
        files: { 'common.yaml': 'services:\n  other:\n    image: nginx:1.29\n' },
      },
      {
        text: 'services:\n  web:\n    image: nginx:1.29\n    depends_on: [«db»]\n  db:\n    image: postgres:17\n    profiles: [debug]\n',
      },
      { text: 'services:\n  web:\n    build:\n      context: .\n      additional_contexts:\n        base: service:«base»\n' },
      {
        text: 'services:\n  web:\n    «extends»:\n      file: common.yaml\n      service: base\n',
        files: { 'common.yaml': 'services:\n  base:\n    image: nginx:1.29\n    networks: [back]\nnetworks: {back: {}}\n' },
      },
      { text: 'include:\n  - «db/compose.yaml»\nservices:\n  web:\n    image: nginx:1.29\n' },
    ],
    good: [
      'services:\n  web:\n    image: nginx:1.29\n    networks: [default, back]\n    volumes: [data:/data, ./src:/src, /tmp, "${DIR}:/x", "a${B}:/y"]\n    secrets: [{source: key}]\n    network_mode: ${MODE}\nnetworks: {back: {}}\nvolumes: {data: {}}\nsecrets: {key: {file: ./key}}\n'.replace(
        '    network_mode: ${MODE}\n',
        '',
      ),
      {
        text: 'include:\n  - db/compose.yaml\nservices:\n  web:\n    image: nginx:1.29\n    depends_on: [db]\n',
        files: { 'db/compose.yaml': 'services:\n  db:\n    image: postgres:17\n' },
      },
      // the profile is on, or shared, or the service may be missing
      {
        text: 'services:\n  web:\n    image: nginx:1.29\n    depends_on: [db]\n  db:\n    image: postgres:17\n    profiles: [debug]\n',
        files: { '.env': 'COMPOSE_PROFILES=debug\n' },
      },
      'services:\n  web:\n    image: nginx:1.29\n    profiles: [debug]\n    depends_on: [db]\n  db:\n    image: postgres:17\n    profiles: [debug]\n  api:\n    image: nginx:1.29\n    depends_on:\n      db: {condition: service_started, required: false}\n',
      // added by the file that is merged in
      {
        text: 'services:\n  web:\n    image: nginx:1.29\n    networks: [back]\n',
        files: { 'compose.override.yaml': 'networks:\n  back:\n' },
      },
      'services:\n  web:\n    image: nginx:1.29\n    volumes_from: ["container:other"]\n    pid: host\n',
      'include:\n  - oci://docker.io/username/app:latest\nservices:\n  web:\n    image: nginx:1.29\n    networks: [from-there]\n',
    ],
  },
});
