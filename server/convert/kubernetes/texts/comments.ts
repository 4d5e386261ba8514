import type { Localized } from '../../../locale.ts';

/** Comments in the manifests: what each part became of. */
export const comments = {
  head: {
    ko: '{file}에서 옮긴 Kubernetes 매니페스트입니다. 적용하기 전에 읽고, [결정]으로 표시한 곳을 채우세요.',
    en: 'Kubernetes manifests made from {file}. Read them before you apply them, and fill in what is marked [decide].',
  },
  apply: {
    ko: '적용: kubectl create namespace <이름>, 그다음 kubectl apply -n <이름> -f <이 파일이나 폴더>',
    en: 'Apply: kubectl create namespace <name>, then kubectl apply -n <name> -f <this file or folder>',
  },
  applyProfiles: {
    ko: "적용: kubectl create namespace <이름>, 그다음 kubectl apply -n <이름> -l '!profile' -f <이 파일이나 폴더>. 프로필은 -l profile=<프로필>로 따로 적용합니다.",
    en: "Apply: kubectl create namespace <name>, then kubectl apply -n <name> -l '!profile' -f <this file or folder>. Apply a profile by itself with -l profile=<profile>.",
  },
  decideTitle: { ko: '[결정] 사람이 정해야 하는 것', en: '[decide] What a person has to decide' },
  lostTitle: { ko: '옮기지 못한 것과 그 이유', en: 'What does not translate, and why' },
  changedTitle: { ko: '다른 방식으로 옮긴 것', en: 'What is said in another way' },
  Deployment: {
    ko: '서비스 {service} → Deployment: Pod를 정한 수만큼 유지하고, 멈추면 다시 시작합니다.',
    en: 'Service {service} → Deployment: keeps that many Pods running and restarts what stops.',
  },
  StatefulSet: {
    ko: '서비스 {service} → StatefulSet: 데이터가 볼륨에 있으므로 Pod마다 이름과 볼륨이 그대로 남습니다.',
    en: 'Service {service} → StatefulSet: its data lie in a volume, so each Pod keeps its name and its volume.',
  },
  DaemonSet: {
    ko: '서비스 {service} → DaemonSet: `mode: global`처럼 노드마다 하나씩 돕니다.',
    en: 'Service {service} → DaemonSet: one Pod a node, as `mode: global` asks.',
  },
  Job: {
    ko: '서비스 {service} → Job: 끝까지 실행하고 멈춥니다. 다시 실행하려면 지우고 새로 만듭니다.',
    en: 'Service {service} → Job: runs to its end and stops. To run it again, delete and create it.',
  },
  service: {
    ko: '네임스페이스 안에서의 주소: {address}. Compose에서 쓰던 이름과 포트 그대로입니다.',
    en: 'Reached in its namespace as {address}: the name and port that Compose had.',
  },
  headless: {
    ko: '네임스페이스 안에서의 주소: {address}. StatefulSet에 필요한 헤드리스 Service입니다.',
    en: 'Reached in its namespace as {address}: the headless Service that a StatefulSet needs.',
  },
  aliasComment: {
    ko: '네트워크 별칭 {alias} → 서비스 {service}의 Pod를 고르는 또 하나의 Service',
    en: 'Network alias {alias} → another Service that chooses the Pods of {service}',
  },
  ingress: {
    ko: 'ports {port} → Ingress: 클러스터 밖에서 HTTP로 들어오는 길입니다. 인그레스 컨트롤러가 있어야 합니다.',
    en: 'ports {port} → Ingress: the way in from outside by HTTP. The cluster needs an ingress controller.',
  },
  ingressDecide: {
    ko: '[결정] host를 실제 도메인으로 바꾸고, 필요하면 ingressClassName과 tls를 적으세요.',
    en: '[decide] Put your domain as the host, and ingressClassName and tls where they are needed.',
  },
  configMap: {
    ko: '서비스 {service}의 environment 가운데 비밀이 아닌 값 → ConfigMap',
    en: 'environment of service {service}, without its secrets → ConfigMap',
  },
  secret: {
    ko: '서비스 {service}의 environment 가운데 비밀로 보이는 값 → Secret',
    en: 'What looks secret in the environment of service {service} → Secret',
  },
  secretDecide: {
    ko: '[결정] replace-me를 실제 값으로 바꾸세요. 실제 값은 저장소에 올리지 마세요.',
    en: '[decide] Put the real values for replace-me, and keep them out of the repository.',
  },
  environment: { ko: 'environment, env_file → envFrom', en: 'environment, env_file → envFrom' },
  sharedSecret: {
    ko: '다른 서비스의 Secret에 이미 있는 값입니다.',
    en: 'Values that the Secret of another service holds already.',
  },
  envFileComment: {
    ko: '{file} 파일을 읽지 못했습니다. kubectl create secret generic {name} --from-env-file={file}',
    en: '{file} could not be read. kubectl create secret generic {name} --from-env-file={file}',
  },
  containerPorts: { ko: '컨테이너가 듣는 포트', en: 'Ports that the container listens on' },
  entrypoint: { ko: 'entrypoint → command', en: 'entrypoint → command' },
  command: { ko: 'command → args', en: 'command → args' },
  buildComment: {
    ko: '[결정] build로 만들던 이미지입니다. 빌드해 레지스트리에 올리고 그 이름을 적으세요.',
    en: '[decide] Compose built this image. Build it, push it to a registry, and put its name here.',
  },
  readiness: {
    ko: 'healthcheck → readinessProbe: 실패하면 트래픽에서 빠집니다. 다시 시작하지는 않습니다.',
    en: 'healthcheck → readinessProbe: failure takes the Pod out of the traffic. It is not restarted.',
  },
  startup: {
    ko: 'start_period → startupProbe: 최대 {seconds}초까지 시작을 기다리고, 넘으면 다시 시작합니다.',
    en: 'start_period → startupProbe: waits up to {seconds} s for the start, then restarts the container.',
  },
  httpGet: {
    ko: 'curl이나 wget 대신 kubelet이 Pod의 주소로 직접 요청합니다.',
    en: 'The kubelet asks at the address of the Pod, in place of curl or wget.',
  },
  noHealthcheckComment: {
    ko: '[결정] healthcheck가 없어 포트가 열렸는지만 확인합니다. 준비되었는지 답하는 검사로 바꾸세요.',
    en: '[decide] Without a healthcheck this only asks if the port is open. Ask something that tells if it is ready.',
  },
  limits: { ko: 'deploy.resources → resources', en: 'deploy.resources → resources' },
  requests: {
    ko: '[결정] cpu 요청은 Compose에 없어 짐작한 값입니다. 재어 보고 고치세요.',
    en: '[decide] Compose asks for no cpu, so this is a guess. Measure and adjust.',
  },
  resourcesComment: {
    ko: '[결정] Compose에 제한이 없어 짐작한 값입니다. 재어 보고 고치세요.',
    en: '[decide] Compose sets no limits, so these are guesses. Measure and adjust.',
  },
  tmpfs: { ko: 'tmpfs → 메모리에 두는 emptyDir', en: 'tmpfs → an emptyDir in memory' },
  shm: { ko: 'shm_size → /dev/shm에 마운트한 emptyDir', en: 'shm_size → an emptyDir at /dev/shm' },
  anonymousComment: {
    ko: '이름 없는 볼륨 → emptyDir: Pod와 함께 사라집니다.',
    en: 'A volume without a name → emptyDir: it goes with the Pod.',
  },
  claim: { ko: '볼륨 {volume} → PersistentVolumeClaim', en: 'Volume {volume} → PersistentVolumeClaim' },
  sharedClaim: {
    ko: '여러 서비스가 함께 쓰는 볼륨 {volume} → PersistentVolumeClaim',
    en: 'Volume {volume}, which several services share → PersistentVolumeClaim',
  },
  template: {
    ko: '볼륨 {volume} → Pod마다 생기는 PersistentVolumeClaim. Pod를 지워도 데이터는 남습니다.',
    en: 'Volume {volume} → a PersistentVolumeClaim for each Pod, which outlives it',
  },
  sizeComment: {
    ko: '[결정] Compose에는 크기가 없습니다. 필요한 만큼 적으세요.',
    en: '[decide] Compose knows no sizes. Write what it needs.',
  },
  shared: {
    ko: '[결정] 여러 노드에서 함께 쓰려면 이 모드를 지원하는 스토리지 클래스가 필요합니다.',
    en: '[decide] Sharing across nodes needs a storage class that supports this mode.',
  },
  subPath: {
    ko: '새 디스크의 lost+found를 피하려고 하위 폴더를 씁니다.',
    en: 'A subfolder, because a new disk may hold lost+found.',
  },
  fileMount: { ko: '바인드 마운트한 파일 {path}', en: 'The file {path}, which was a bind mount' },
  fileConfig: { ko: '파일 {path} → ConfigMap', en: 'File {path} → ConfigMap' },
  fileSecret: {
    ko: '[결정] 파일 {path}에 비밀이 있어 내용을 옮기지 않았습니다. kubectl create secret generic {name} --from-file={key}={path}',
    en: '[decide] File {path} holds a secret, so its content was left out. kubectl create secret generic {name} --from-file={key}={path}',
  },
  secretMount: { ko: 'secrets {name} → Secret을 파일로 마운트', en: 'secrets {name} → a Secret mounted as a file' },
  configMount: { ko: 'configs {name} → ConfigMap을 파일로 마운트', en: 'configs {name} → a ConfigMap mounted as a file' },
  secretTop: { ko: 'secrets {name} → Secret', en: 'secrets {name} → Secret' },
  secretFileComment: {
    ko: '[결정] 값은 옮기지 않았습니다. kubectl create secret generic {name} {from}',
    en: '[decide] Its value was left out. kubectl create secret generic {name} {from}',
  },
  configTop: { ko: 'configs {name} ({file}) → ConfigMap', en: 'configs {name} ({file}) → ConfigMap' },
  configContent: { ko: 'configs {name} → ConfigMap', en: 'configs {name} → ConfigMap' },
  externalVolumeComment: {
    ko: '[결정] 밖에서 만든 볼륨입니다. 이 PersistentVolumeClaim이 먼저 있어야 합니다.',
    en: '[decide] The volume is made elsewhere: this PersistentVolumeClaim has to be there first.',
  },
  host: {
    ko: '[결정] 노드의 것을 함께 씁니다. 정말 필요한지 확인하세요.',
    en: '[decide] This is shared with the node. Make sure that it has to be.',
  },
  sysctlsComment: {
    ko: '[결정] 노드가 허용한 sysctl이 아니면 Pod가 시작하지 않습니다.',
    en: '[decide] Unless the node allows a sysctl, the Pod does not start.',
  },
  rootComment: {
    ko: '[결정] root입니다. 다른 사용자로 바꿀 수 있는지 확인하세요.',
    en: '[decide] This is root. See if another user would do.',
  },
  capabilitiesComment: {
    ko: '[결정] 추가한 권한이 정말 필요한지 확인하세요.',
    en: '[decide] Make sure that the added capabilities are needed.',
  },
  shellProbe: { ko: '비밀 값은 셸이 환경 변수에서 받습니다.', en: 'The shell takes the secret from the environment.' },
  configUnread: {
    ko: '[결정] configs {name} → ConfigMap. {file}의 내용을 읽지 못했으니 채우세요.',
    en: '[decide] configs {name} → ConfigMap. The content of {file} could not be read: fill it in.',
  },
  annotations: { ko: 'labels, annotations → annotations', en: 'labels, annotations → annotations' },
  token: {
    ko: 'Kubernetes API를 부르지 않는다면 토큰은 필요 없습니다.',
    en: 'No token is needed unless it calls the Kubernetes API.',
  },
  serviceLinks: {
    ko: 'Compose처럼, 다른 Service의 주소를 환경 변수로 넣지 않습니다.',
    en: 'As under Compose, no variables with the addresses of other Services.',
  },
  grace: { ko: 'stop_grace_period → terminationGracePeriodSeconds', en: 'stop_grace_period → terminationGracePeriodSeconds' },
  extraHosts: { ko: 'extra_hosts → hostAliases', en: 'extra_hosts → hostAliases' },
  seccomp: {
    ko: 'Docker의 기본 seccomp 프로필과 같은 역할입니다.',
    en: 'What Docker’s default seccomp profile does.',
  },
  privilegedComment: {
    ko: '[결정] 노드를 마음대로 할 수 있습니다. 정말 필요한지 확인하세요.',
    en: '[decide] This may do anything on the node. Make sure that it has to.',
  },
  recreate: {
    ko: '볼륨을 한 번에 한 노드에서만 쓸 수 있어, 옛 Pod를 내린 뒤에 새 Pod를 띄웁니다.',
    en: 'The volume allows one node at a time, so the old Pod goes before the new one comes.',
  },
  updateConfig: { ko: 'deploy.update_config → strategy', en: 'deploy.update_config → strategy' },
  notReady: {
    ko: '준비되기 전에도 자기 이름을 찾을 수 있어야 합니다.',
    en: 'It must find its own name before it is ready.',
  },
  network: {
    ko: '네트워크 {network} → NetworkPolicy: 같은 네트워크의 Pod끼리만 접속합니다. 이를 지원하는 CNI가 있어야 합니다.',
    en: 'Network {network} → NetworkPolicy: only Pods of the same network connect. The CNI has to support policies.',
  },
  publishedPolicy: {
    ko: '서비스 {service}의 ports는 누구에게나 열려 있으므로 그대로 둡니다.',
    en: 'The ports of service {service} are open to all, and stay so.',
  },
} satisfies Record<string, Localized>;
