import type { Localized } from '../../locale.ts';

/** What is said of conversions between `docker run` and Compose. */
export const say = {
  head: {
    ko: 'Compose 서비스 {service} → docker run. Compose 파일이 있는 폴더에서 실행하세요.',
    en: 'The Compose service {service} as a docker run command. Run it in the folder of the Compose file.',
  },
  variables: {
    ko: '먼저 변수를 정하세요: {names}. .env 파일에 있다면 다음 줄로 읽습니다.',
    en: 'Set these variables first: {names}. If they are in a .env file, the next line reads it.',
  },
  noFlag: {
    ko: '`docker run`에는 같은 뜻의 플래그가 없습니다.',
    en: '`docker run` has no flag that means the same.',
  },
  dependsOn: {
    ko: '`docker run`은 다른 컨테이너를 기다리지 않습니다. 순서대로 직접 시작하세요.',
    en: '`docker run` waits for no other container: start them in order yourself.',
  },
  profiles: {
    ko: '프로필은 Compose에만 있습니다. 필요할 때 이 명령을 실행하세요.',
    en: 'Profiles are Compose’s own: run this command when you need it.',
  },
  secret: {
    ko: '비밀로 보이는 값은 명령에 적지 않았습니다. 먼저 `export {name}=…`으로 정하면 셸에서 받습니다.',
    en: 'A value that looks like a secret is not written into the command. `export {name}=…` first, and it is taken from the shell.',
  },
  envFile: {
    ko: '`docker run --env-file`은 따옴표와 변수를 풀지 않고 글자 그대로 읽습니다. 파일에 그런 줄이 있는지 확인하세요.',
    en: '`docker run --env-file` takes lines as they are, quotes and variables included. Check the file for such lines.',
  },
  volume: {
    ko: 'Compose는 이 볼륨 이름 앞에 프로젝트 이름을 붙입니다. 이 명령이 쓰는 볼륨은 이름이 다릅니다: `{name}`',
    en: 'Compose puts the project’s name before this volume’s. The command uses another volume, `{name}`.',
  },
  noFile: {
    ko: '`{name}`에 `file`이 없어 마운트하지 못합니다. 파일로 만든 뒤 `--volume`으로 마운트하세요.',
    en: '`{name}` has no `file` that could be mounted. Make it a file and mount that with `--volume`.',
  },
  defaultNetwork: {
    ko: 'Compose는 서비스들을 한 네트워크에 연결합니다. `docker network create`로 하나 만들고 컨테이너마다 `--network`와 `--network-alias`를 적으세요.',
    en: 'Compose connects all services by a network. Make one with `docker network create` and give each container `--network` and `--network-alias`.',
  },
  networks: {
    ko: '`docker run`은 네트워크를 만들지 않습니다. 없다면 먼저 만드세요: {commands}',
    en: '`docker run` makes no network. If it is missing, make it first: {commands}',
  },
  noImage: {
    ko: '서비스에 `image`도 `build`도 없습니다. 명령의 이미지 이름을 바꾸세요.',
    en: 'The service has neither `image` nor `build`: replace the name of the image.',
  },
  noRun: { ko: '`docker run` 명령이 아닙니다.', en: 'This is no `docker run` command.' },
  noRunImage: { ko: '명령에 이미지가 없습니다.', en: 'The command names no image.' },
  unknownFlag: {
    ko: '`docker run`에 없는 옵션이라 옮기지 않았습니다. 값을 받는 옵션이었다면 이미지 이름이 잘못되었을 수 있습니다.',
    en: 'Not an option of `docker run`, so it is left out. If it takes a value, the image may be wrong.',
  },
  noKey: {
    ko: 'Compose 서비스에는 같은 뜻의 키가 없습니다.',
    en: 'A Compose service has no key that means the same.',
  },
  detach: {
    ko: '`docker compose up`에 `-d`를 붙이는 것과 같습니다. 파일에는 적지 않습니다.',
    en: 'It is the `-d` of `docker compose up`; the file says nothing of it.',
  },
  remove: {
    ko: '컨테이너는 `docker compose down`이 지웁니다. 한 번만 쓸 컨테이너라면 `docker compose run --rm`으로 실행하세요.',
    en: '`docker compose down` removes containers. For one that runs once, use `docker compose run --rm`.',
  },
  publishAll: {
    ko: '이미지의 `EXPOSE` 포트를 모두 열라는 뜻입니다. Compose에서는 `ports`에 하나씩 적으세요.',
    en: 'It publishes every port that the image exposes. Under Compose, list them in `ports`.',
  },
  command: {
    ko: '셸이 실행해야 알 수 있는 값이라 `replace-me`를 적었습니다: $({command})',
    en: 'Only a shell that runs it knows this value, so `replace-me` stands there: $({command})',
  },
  rest: {
    ko: '첫 명령 뒤에 있는 것은 옮기지 않았습니다: {rest}',
    en: 'What follows the first command was left out: {rest}',
  },
  existingVolume: {
    ko: 'Compose는 프로젝트 이름을 앞에 붙인 새 볼륨을 만듭니다. 이미 있는 볼륨을 이어 쓰려면 `volumes.{name}`에 `external: true`를 적으세요.',
    en: 'Compose makes a new volume with the project’s name before it. To go on with the existing one, write `external: true` in `volumes.{name}`.',
  },
  existingNetwork: {
    ko: 'Compose는 프로젝트 이름을 앞에 붙인 새 네트워크를 만듭니다. 이미 있는 네트워크를 쓰려면 `networks.{name}`에 `external: true`를 적으세요.',
    en: 'Compose makes a new network with the project’s name before it. To use the existing one, write `external: true` in `networks.{name}`.',
  },
} satisfies Record<string, Localized>;
