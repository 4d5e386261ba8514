import type { Localized } from '../../../locale.ts';

/** What words mean in the settings of networks, mounts and ports, by map and key. */
export const networkMeanings: Readonly<Record<string, Readonly<Record<string, Localized>>>> = {
  'network#driver': {
    bridge: {
      ko: '한 호스트 안의 가상 네트워크. 서비스 이름으로 서로를 찾습니다.',
      en: 'a virtual network within this host, where services find each other by name',
    },
    overlay: { ko: 'Swarm의 여러 호스트에 걸친 네트워크', en: 'a network across the hosts of a Swarm' },
    macvlan: {
      ko: '컨테이너가 자기 MAC 주소로 실제 LAN에 붙습니다. 호스트와는 바로 통신하지 못합니다.',
      en: 'containers join the real LAN with MAC addresses of their own, but cannot talk to the host itself',
    },
    ipvlan: {
      ko: '컨테이너가 호스트의 MAC 주소를 함께 쓰며 실제 LAN에 붙습니다.',
      en: 'containers join the real LAN behind the host’s MAC address',
    },
    host: {
      ko: '호스트의 네트워크. 서비스의 `network_mode: host`로 적으세요.',
      en: 'the host’s network; write `network_mode: host` at the service instead',
    },
    none: {
      ko: '네트워크 없음. 서비스의 `network_mode: none`으로 적으세요.',
      en: 'no network; write `network_mode: none` at the service instead',
    },
  },
  'service#network_mode': {
    host: {
      ko: '호스트의 네트워크를 그대로 씁니다. 포트가 곧바로 호스트에 열리고, 서비스 이름으로는 찾을 수 없습니다.',
      en: 'uses the host’s network: ports open on the host directly, and other services do not find it by name',
    },
    none: { ko: '네트워크가 없습니다.', en: 'has no network' },
    bridge: {
      ko: 'Docker의 기본 브리지에 붙습니다. 서비스 이름으로 찾을 수 없습니다.',
      en: 'joins Docker’s default bridge, where names are not resolved',
    },
  },
  'volume#driver': { local: { ko: '이 호스트의 디스크', en: 'this host’s disk' } },
  'volumes#type': {
    volume: { ko: 'Docker가 관리하는 이름 있는 볼륨', en: 'a named volume, kept by Docker' },
    bind: { ko: '호스트의 파일이나 디렉터리', en: 'a file or directory of the host' },
    tmpfs: { ko: '메모리. 컨테이너가 멈추면 사라집니다.', en: 'memory, gone when the container stops' },
    image: { ko: '이미지에 든 파일, 읽기 전용', en: 'the files of an image, read-only' },
    npipe: { ko: 'Windows의 명명된 파이프', en: 'a named pipe of Windows' },
    cluster: { ko: 'Swarm의 CSI 볼륨', en: 'a CSI volume of Swarm' },
  },
  'volumes.bind#propagation': {
    rprivate: { ko: '나중에 생긴 마운트는 서로 보이지 않습니다.', en: 'later mounts do not see each other' },
    rshared: { ko: '안팎에서 생긴 마운트가 서로 보입니다.', en: 'mounts made inside and outside see each other' },
    rslave: { ko: '호스트에서 생긴 마운트가 안에서도 보입니다.', en: 'mounts made on the host show up inside' },
  },
  'volumes.bind#selinux': {
    z: { ko: '여러 컨테이너가 함께 쓰도록 레이블을 붙입니다.', en: 'relabelled to be shared by containers' },
    Z: { ko: '이 컨테이너만 쓰도록 레이블을 붙입니다.', en: 'relabelled for this container alone' },
  },
  'ports#mode': {
    ingress: { ko: 'Swarm의 모든 노드가 받아 나누어 보냅니다.', en: 'taken by every node of a Swarm and spread' },
    host: { ko: '컨테이너가 있는 노드에서만 받습니다.', en: 'taken only by the node that runs the container' },
  },
  'build#network': {
    host: { ko: '빌드하는 동안 호스트의 네트워크를 씁니다.', en: 'the build uses the host’s network' },
    none: { ko: '네트워크 없이 빌드합니다.', en: 'builds without a network' },
  },
};
