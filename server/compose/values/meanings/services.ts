import type { Localized } from '../../../locale.ts';

const order: Readonly<Record<string, Localized>> = {
  'stop-first': { ko: '옛 컨테이너를 먼저 끕니다. 잠깐 비는 시간이 생깁니다.', en: 'the old container ends first, with a gap in between' },
  'start-first': { ko: '새 컨테이너를 먼저 띄웁니다. 잠깐 둘 다 돕니다.', en: 'the new container starts first, so both run for a moment' },
};

const failureAction: Readonly<Record<string, Localized>> = {
  pause: { ko: '그 자리에서 멈추고 사람을 기다립니다.', en: 'stops there and waits for a person' },
  continue: { ko: '실패해도 계속합니다.', en: 'goes on regardless' },
  rollback: { ko: '이전 버전으로 되돌립니다.', en: 'goes back to the version before' },
};

const capabilities: Readonly<Record<string, Localized>> = {
  ALL: { ko: '모든 capability', en: 'every capability' },
  NET_ADMIN: { ko: '네트워크 인터페이스, 라우팅, 방화벽을 바꿉니다.', en: 'changes interfaces, routes and the firewall' },
  NET_BIND_SERVICE: { ko: '1024보다 작은 포트를 엽니다. 기본으로 주어집니다.', en: 'opens ports below 1024; given by default' },
  NET_RAW: { ko: '`ping` 같은 원시 패킷을 보냅니다. 기본으로 주어집니다.', en: 'sends raw packets, as `ping` does; given by default' },
  SYS_ADMIN: { ko: '마운트를 비롯해 아주 많은 일을 합니다. root에 가깝습니다.', en: 'mounts and very much more; close to root' },
  SYS_PTRACE: { ko: '다른 프로세스를 들여다봅니다. 디버거가 씁니다.', en: 'looks into other processes, for debuggers' },
  SYS_TIME: { ko: '시스템의 시각을 바꿉니다.', en: 'sets the system’s clock' },
  IPC_LOCK: { ko: '메모리가 스왑되지 않게 잠급니다.', en: 'locks memory against swapping' },
  CHOWN: { ko: '파일의 주인을 바꿉니다. 기본으로 주어집니다.', en: 'changes the owner of files; given by default' },
  SETUID: { ko: '다른 사용자로 바뀝니다. 기본으로 주어집니다.', en: 'becomes another user; given by default' },
  SETGID: { ko: '다른 그룹으로 바뀝니다. 기본으로 주어집니다.', en: 'becomes another group; given by default' },
  DAC_OVERRIDE: {
    ko: '파일 권한을 무시하고 읽고 씁니다. 기본으로 주어집니다.',
    en: 'reads and writes files whatever their permissions; given by default',
  },
};

/** What words mean in the settings of services, by map and key. */
export const serviceMeanings: Readonly<Record<string, Readonly<Record<string, Localized>>>> = {
  'service#restart': {
    no: { ko: '다시 시작하지 않습니다.', en: 'not started again' },
    always: {
      ko: '끝나면 늘 다시 시작합니다. 직접 멈춘 것도 Docker가 다시 시작되면 살아납니다.',
      en: 'always started again; when Docker restarts, even what you stopped',
    },
    'unless-stopped': { ko: '직접 멈추지 않았다면 늘 다시 시작합니다.', en: 'started again unless you stopped it' },
    'on-failure': {
      ko: '오류(0이 아닌 종료 코드)로 끝났을 때만 다시 시작합니다.',
      en: 'started again only after an error (exit code other than 0)',
    },
  },
  'service#pull_policy': {
    always: { ko: '시작할 때마다 레지스트리에 새 이미지가 있는지 봅니다.', en: 'looks for a newer image at every start' },
    never: { ko: '받지 않습니다. 로컬에 없으면 실패합니다.', en: 'never pulled; without a local image it fails' },
    missing: { ko: '로컬에 없을 때만 받습니다.', en: 'pulled only when it is not there' },
    if_not_present: { ko: '`missing`의 옛 이름입니다.', en: 'the old name of `missing`' },
    build: { ko: '받지 않고 늘 다시 빌드합니다.', en: 'built again every time instead of pulled' },
    daily: { ko: '받은 지 하루가 지났으면 새로 봅니다.', en: 'looked up again after a day' },
    weekly: { ko: '받은 지 일주일이 지났으면 새로 봅니다.', en: 'looked up again after a week' },
  },
  'service#cap_add': capabilities,
  'service#cap_drop': capabilities,
  'service#ipc': {
    shareable: { ko: '자기 IPC를 갖고, 다른 컨테이너가 함께 쓸 수 있습니다.', en: 'has its own, which other containers may join' },
    private: { ko: '자기 IPC만 씁니다.', en: 'has its own, for itself' },
    host: { ko: '호스트의 IPC를 씁니다. 격리가 없습니다.', en: 'uses the host’s; no isolation' },
    none: { ko: '자기 IPC를 갖되 `/dev/shm`은 없습니다.', en: 'has its own, without `/dev/shm`' },
  },
  'service#pid': { host: { ko: '호스트의 모든 프로세스가 보입니다.', en: 'sees every process of the host' } },
  'service#cgroup': {
    host: { ko: '런타임의 cgroup 네임스페이스를 씁니다.', en: 'uses the runtime’s cgroup namespace' },
    private: { ko: '자기 cgroup 네임스페이스를 씁니다.', en: 'has a cgroup namespace of its own' },
  },
  'depends_on#condition': {
    service_started: {
      ko: '컨테이너가 시작되기만 기다립니다. 준비되었는지는 보지 않습니다.',
      en: 'waits until the container has started, not until it is ready',
    },
    service_healthy: { ko: '헬스체크가 통과할 때까지 기다립니다.', en: 'waits until its health check passes' },
    service_completed_successfully: {
      ko: '종료 코드 0으로 끝날 때까지 기다립니다. 마이그레이션에 알맞습니다.',
      en: 'waits until it has ended with exit code 0; good for migrations',
    },
  },
  'deploy#mode': {
    replicated: { ko: '정한 수만큼 띄웁니다.', en: 'a number of containers' },
    global: { ko: '노드마다 하나씩 띄웁니다.', en: 'one container on each node' },
    'replicated-job': { ko: '정한 수만큼 실행하고 끝냅니다.', en: 'runs a number of times, then ends' },
    'global-job': { ko: '노드마다 한 번 실행하고 끝냅니다.', en: 'runs once on each node, then ends' },
  },
  'deploy#endpoint_mode': {
    vip: { ko: '가상 IP 하나가 나누어 보냅니다.', en: 'one virtual address spreads the connections' },
    dnsrr: { ko: 'DNS가 모든 컨테이너의 IP를 알려 줍니다.', en: 'DNS gives the addresses of all containers' },
  },
  'deploy.restart_policy#condition': {
    none: { ko: '다시 시작하지 않습니다.', en: 'not started again' },
    'on-failure': { ko: '오류로 끝났을 때만 다시 시작합니다.', en: 'started again after an error' },
    any: { ko: '끝나면 늘 다시 시작합니다.', en: 'always started again' },
  },
  'deploy.update_config#order': order,
  'deploy.rollback_config#order': order,
  'deploy.update_config#failure_action': failureAction,
  'deploy.rollback_config#failure_action': failureAction,
  'develop.watch#action': {
    sync: {
      ko: '바뀐 파일을 컨테이너에 복사합니다. 앱이 스스로 다시 읽어야 합니다.',
      en: 'copies the files; the app has to notice by itself',
    },
    rebuild: { ko: '이미지를 다시 빌드하고 컨테이너를 새로 띄웁니다.', en: 'builds the image again and replaces the container' },
    restart: { ko: '컨테이너를 다시 시작합니다.', en: 'restarts the container' },
    'sync+restart': { ko: '파일을 복사하고 컨테이너를 다시 시작합니다.', en: 'copies the files, then restarts the container' },
    'sync+exec': { ko: '파일을 복사하고 `exec`의 명령어를 실행합니다.', en: 'copies the files, then runs the command of `exec`' },
  },
  'logging#driver': {
    'json-file': {
      ko: '호스트의 JSON 파일. `max-size`가 없으면 끝없이 커집니다.',
      en: 'a JSON file on the host that grows without end unless `max-size` is set',
    },
    local: { ko: '호스트의 압축된 파일. 스스로 돌립니다.', en: 'compressed files on the host, rotated by themselves' },
    none: { ko: '로그를 남기지 않습니다.', en: 'keeps no logs' },
    syslog: { ko: 'syslog로 보냅니다.', en: 'sends to syslog' },
    journald: { ko: 'systemd의 journal에 남깁니다.', en: 'writes to systemd’s journal' },
    fluentd: { ko: 'Fluentd로 보냅니다.', en: 'sends to Fluentd' },
    gelf: { ko: 'Graylog 같은 GELF 서버로 보냅니다.', en: 'sends to a GELF server such as Graylog' },
    awslogs: { ko: 'Amazon CloudWatch Logs로 보냅니다.', en: 'sends to Amazon CloudWatch Logs' },
    gcplogs: { ko: 'Google Cloud Logging으로 보냅니다.', en: 'sends to Google Cloud Logging' },
    splunk: { ko: 'Splunk로 보냅니다.', en: 'sends to Splunk' },
  },
};
