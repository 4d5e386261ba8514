import { defineRule } from '../../rule.ts';
import type { ComposeModel } from '../model.ts';
import { fromCheck } from '../validation/problems.ts';

export const valueFormats = defineRule<ComposeModel>({
  id: 'compose/value-formats',
  severity: 'error',
  presets: ['recommended'],
  equivalents: [],
  message: {
    ko: '`{field}` 자리에 `{value}` 값은 쓸 수 없습니다.',
    en: '`{value}` is no valid `{field}`.',
  },
  variants: {
    boolean: {
      ko: '`{field}` 값은 `true`나 `false`여야 합니다. `{value}` 값은 쓸 수 없습니다.',
      en: '`{field}` takes `true` or `false`, not `{value}`.',
    },
    integer: {
      ko: '`{field}` 값은 정수여야 합니다. `{value}` 값은 쓸 수 없습니다.',
      en: '`{field}` takes a whole number, not `{value}`.',
    },
    number: {
      ko: '`{field}` 값은 숫자여야 합니다. `{value}` 값은 쓸 수 없습니다.',
      en: '`{field}` takes a number, not `{value}`.',
    },
    minimum: {
      ko: '`{field}` 값은 {minimum} 이상이어야 합니다.',
      en: '`{field}` must be {minimum} or more.',
    },
    range: {
      ko: '`{field}` 값은 {minimum} 이상 {maximum} 이하여야 합니다.',
      en: '`{field}` must lie between {minimum} and {maximum}.',
    },
    bytes: {
      ko: '`{field}` 값은 `512m`이나 `1gb` 같은 크기여야 합니다. `{value}` 값은 쓸 수 없습니다.',
      en: '`{field}` takes a size such as `512m` or `1gb`, not `{value}`.',
    },
    duration: {
      ko: '`{field}` 값은 `30s`나 `1m30s` 같은 시간이어야 합니다. `{value}` 값은 쓸 수 없습니다.',
      en: '`{field}` takes a duration such as `30s` or `1m30s`, not `{value}`.',
    },
    'duration-unit': {
      ko: '`{field}` 값 `{value}`에 단위가 없습니다. 초라면 `{value}s`라고 적으세요.',
      en: '`{field}` takes a unit after `{value}`. Write `{value}s` for seconds.',
    },
    host: {
      ko: '`{value}`에 이름이나 주소가 없습니다. `이름=주소`로 적으세요.',
      en: '`{value}` lacks a name or an address. Write `name=address`.',
    },
    project: {
      ko: '`{value}` 이름은 프로젝트에 쓸 수 없습니다. 영문 소문자, 숫자, `-`, `_`만 쓰고 소문자나 숫자로 시작하세요.',
      en: '`{value}` is no project name. Use lowercase letters, digits, `-` and `_`, and begin with a letter or digit.',
    },
    'container-name': {
      ko: '`{value}` 이름은 컨테이너에 쓸 수 없습니다. 영문자나 숫자로 시작해 두 글자 이상으로 지으세요.',
      en: '`{value}` is no container name. It takes two characters or more, and begins with a letter or digit.',
    },
    'pull-policy': {
      ko: '`pull_policy`에는 `{value}` 값을 쓸 수 없습니다. `always`, `missing`, `never`, `build`, `daily`, `weekly`, `every_12h` 등을 쓰세요.',
      en: '`{value}` is no `pull_policy`. Use `always`, `missing`, `never`, `build`, `daily`, `weekly` or one such as `every_12h`.',
    },
    count: {
      ko: '`count` 값은 정수나 `all`이어야 합니다. `{value}` 값은 쓸 수 없습니다.',
      en: '`count` takes a whole number or `all`, not `{value}`.',
    },
    duplicate: {
      ko: '`{field}` 목록에 `{value}` 항목이 두 번 있습니다. 하나를 지우세요.',
      en: '`{value}` stands twice in `{field}`. Remove one.',
    },
    blank: {
      ko: '`{field}` 값이 비어 있습니다.',
      en: '`{field}` is blank.',
    },
    healthcheck: {
      ko: '`test` 목록은 `CMD`, `CMD-SHELL`, `NONE` 가운데 하나로 시작해야 하는데, 첫 항목이 `{value}`입니다.',
      en: 'The list of a `test` begins with `CMD`, `CMD-SHELL` or `NONE`, not with `{value}`.',
    },
    'port-container': {
      ko: '`{value}`의 컨테이너 포트는 0에서 65535까지의 숫자나 범위여야 합니다.',
      en: 'The container port of `{value}` must be a number from 0 to 65535, or a range of them.',
    },
    'port-host': {
      ko: '`{value}`의 호스트 포트는 0에서 65535까지의 숫자나 범위여야 합니다.',
      en: 'The host port of `{value}` must be a number from 0 to 65535, or a range of them.',
    },
    'port-ip': {
      ko: '`{value}`에서 포트 앞에 오는 것은 IP 주소여야 합니다.',
      en: 'What stands before the ports of `{value}` must be an IP address.',
    },
    'port-protocol': {
      ko: '`{value}`의 프로토콜은 `tcp`, `udp`, `sctp` 가운데 하나여야 합니다.',
      en: 'The protocol of `{value}` must be `tcp`, `udp` or `sctp`.',
    },
    'port-ranges': {
      ko: '`{value}`에서 두 포트 범위의 길이가 다릅니다.',
      en: 'The two port ranges of `{value}` differ in length.',
    },
    'volume-empty': {
      ko: '볼륨이 비어 있습니다. `이름:/경로`나 `./폴더:/경로`로 적으세요.',
      en: 'The volume is empty. Write `name:/path` or `./folder:/path`.',
    },
    'volume-empty-part': {
      ko: '`{value}`에서 콜론 앞이나 뒤가 비어 있습니다.',
      en: 'Something is missing beside a colon of `{value}`.',
    },
    'volume-too-many': {
      ko: '`{value}`에 콜론이 너무 많습니다. `원본:/경로:옵션`으로 적으세요.',
      en: '`{value}` has too many colons. Write `source:/path:options`.',
    },
  },
  why: {
    ko: '`docker compose`는 읽을 수 없는 값이 있으면 파일을 거부합니다.',
    en: '`docker compose` refuses a file with a value that it cannot read.',
  },
  note: 'compose/service#ports',
  url: 'https://docs.docker.com/reference/compose-file/extension/#specifying-byte-values',
  check: fromCheck('value-formats'),
  examples: {
    bad: [
      {
        text: 'services:\n  web:\n    image: nginx:1.29\n    stop_grace_period: «"30"» # 초\n',
        fixed: 'services:\n  web:\n    image: nginx:1.29\n    stop_grace_period: "30s" # 초\n',
      },
      { text: 'services:\r\n  web:\r\n    image: nginx:1.29\r\n    healthcheck:\r\n      test: "true"\r\n      interval: «30 sec»\r\n' },
      { text: 'services:\n  web:\n    image: nginx:1.29\n    mem_limit: «512MiBs»\n' },
      { text: 'services:\n  web:\n    image: nginx:1.29\n    ports:\n      - "8080:«99999»"\n' },
      { text: "services:\n  web:\n    image: nginx:1.29\n    ports:\n      - '«localhost»:8080:80'\n" },
      { text: 'services:\n  web:\n    image: nginx:1.29\n    ports:\n      - 80:80/«http»\n' },
      { text: 'services:\n  web:\n    image: nginx:1.29\n    ports: [«8000-8005:80-81»]\n' },
      { text: 'services:\n  web:\n    image: nginx:1.29\n    volumes:\n      - «/foo::rw»\n' },
      { text: 'services:\n  web:\n    image: nginx:1.29\n    volumes: [«data:/b:ro:z»]\nvolumes:\n  data:\n' },
      { text: 'services:\n  web:\n    image: nginx:1.29\n    privileged: «maybe»\n' },
      { text: 'services:\n  web:\n    image: nginx:1.29\n    deploy:\n      replicas: «two»\n' },
      { text: 'services:\n  web:\n    image: nginx:1.29\n    oom_score_adj: «2000»\n' },
      { text: 'services:\n  web:\n    image: nginx:1.29\n    healthcheck:\n      test: [«curl», -f, "http://localhost"]\n' },
      { text: 'name: «Shop»\nservices:\n  web:\n    image: nginx:1.29\n', fixed: 'name: shop\nservices:\n  web:\n    image: nginx:1.29\n' },
      { text: 'services:\n  web:\n    image: nginx:1.29\n    extra_hosts:\n      - «api»\n' },
      { text: 'services:\n  web:\n    image: nginx:1.29\n    pull_policy: «sometimes»\n' },
      {
        text: 'services:\n  web:\n    image: nginx:1.29\n    security_opt:\n      - no-new-privileges:true\n      - «no-new-privileges:true»\n',
      },
      { text: 'services:\n  web:\n    image: nginx:1.29\n    ports: ["«::1»:80:80"]\n' },
    ],
    good: [
      'name: my_shop-2\nservices:\n  web:\n    image: nginx:1.29\n    stop_grace_period: 1m30s\n    mem_limit: 512m\n    memswap_limit: -1\n    shm_size: 1gb\n    cpus: "0.5"\n    privileged: yes\n    scale: 2\n    extra_hosts: [api=10.0.0.1, "host.docker.internal:host-gateway"]\n',
      'services:\n  web:\n    image: nginx:1.29\n    ports:\n      - "3000"\n      - "3000-3005"\n      - "9090-9091:8080-8081"\n      - "49100:22"\n      - "8000-9000:80"\n      - "127.0.0.1:8001:8001"\n      - "127.0.0.1:5000-5010:5000-5010"\n      - "127.0.0.1::5000"\n      - "6060:6060/udp"\n      - "[::1]:6001:6001"\n',
      'services:\n  web:\n    image: nginx:1.29\n    volumes:\n      - /data\n      - data:/data:ro\n      - ./a:/b\n      - C:\\\\a:D:\\\\b:ro\n      - /tmp:/tmp/${TIME:-12:30:45}/path\n    ports:\n      - "${PORT:-8080}:80"\n    stop_grace_period: ${GRACE}\nvolumes:\n  data:\n',
      'services:\n  web:\n    image: nginx:1.29\n    healthcheck:\n      test: [CMD-SHELL, "true"]\n      interval: 1.5s\n    pull_policy: every_2d\n    deploy:\n      resources:\n        reservations:\n          devices:\n            - {capabilities: [gpu], count: all}\n',
    ],
  },
});
