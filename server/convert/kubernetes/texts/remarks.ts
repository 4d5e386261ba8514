import type { Localized } from '../../../locale.ts';

/** What a person has to decide, and what is said in another way. */
export const remarks = {
  variable: {
    ko: '변수 `{variable}`의 값을 몰라 `replace-me`를 적었습니다. Kubernetes는 매니페스트의 변수를 채우지 않습니다.',
    en: '`{variable}` has no value here, so `replace-me` stands there. Kubernetes does not fill in variables of manifests.',
  },
  envName: { ko: '환경 변수의 이름으로 쓸 수 없어 뺐습니다.', en: 'Left out: this is no name of a variable.' },
  envFile: {
    ko: '`{file}` 파일을 읽지 못했습니다. 다음 명령으로 만드세요: `kubectl create secret generic {name} --from-env-file={file}`',
    en: '`{file}` could not be read. Make it with `kubectl create secret generic {name} --from-env-file={file}`.',
  },
  secretRemark: {
    ko: 'Secret `{name}`에는 실제 값 대신 `replace-me`가 있습니다: {keys}',
    en: 'Secret `{name}` holds `replace-me` in place of the values: {keys}',
  },
  secretFromEnv: {
    ko: '명령에 있던 비밀 값을 Secret에서 받게 바꾸었습니다: `$({name})`',
    en: 'The secret in the command became `$({name})`, which is taken from the Secret.',
  },
  secretInCommand: {
    ko: '명령에 있던 비밀 값을 `replace-me`로 바꾸었습니다. `{name}` 변수를 Secret에 두고 `$(이름)`으로 받으세요.',
    en: 'The secret in the command became `replace-me`. Keep `{name}` in a Secret and take it by `$(name)`.',
  },
  secretInProbe: {
    ko: 'healthcheck에 비밀 값이 있어 `replace-me`로 바꾸었습니다. 셸에서 환경 변수로 받게 고치세요.',
    en: 'The healthcheck holds a secret, which became `replace-me`. Let the shell take it from the environment.',
  },
  secretFile: {
    ko: 'Secret `{name}`의 값을 채우세요: `kubectl create secret generic {name} {from}`',
    en: 'Fill Secret `{name}` in: `kubectl create secret generic {name} {from}`',
  },
  configFile: {
    ko: '`{file}` 파일을 읽지 못했습니다. ConfigMap `{name}`의 `{key}`를 채우세요.',
    en: '`{file}` could not be read. Fill `{key}` of ConfigMap `{name}` in.',
  },
  externalFile: {
    ko: '밖에서 만든 것이라 매니페스트가 없습니다. `{name}`에 키 `{key}`가 있어야 합니다.',
    en: 'It is made elsewhere, so there is no manifest. `{name}` must have the key `{key}`.',
  },
  externalVolume: {
    ko: '밖에서 만든 볼륨입니다. 먼저 있어야 하는 PersistentVolumeClaim: `{name}`',
    en: 'The volume is made elsewhere: a PersistentVolumeClaim `{name}` has to be there first.',
  },
  size: {
    ko: '`{name}`의 크기 `1Gi`는 짐작입니다. 볼륨의 데이터도 옮겨지지 않으니 따로 복사하세요.',
    en: 'The size `1Gi` of `{name}` is a guess. The data of the volume do not come along: copy them yourself.',
  },
  sharedVolume: {
    ko: '여러 서비스가 `{volume}` 볼륨을 함께 씁니다. `ReadWriteMany`를 지원하는 스토리지가 없다면 한 Pod로 모으거나 객체 저장소를 쓰세요.',
    en: 'Several services share the volume `{volume}`. Without storage that supports `ReadWriteMany`, put them into one Pod or use an object store.',
  },
  noUser: {
    ko: '이미지의 사용자로 실행합니다. root가 아니라면 `runAsUser`와 `runAsNonRoot: true`를 적으세요.',
    en: 'It runs as the user of its image. If that is not root, write `runAsUser` and `runAsNonRoot: true`.',
  },
  userName: {
    ko: 'Kubernetes는 번호만 받습니다. `{user}`의 번호를 `runAsUser`와 `runAsGroup`에 적으세요.',
    en: 'Kubernetes takes numbers only. Write the numbers of `{user}` as `runAsUser` and `runAsGroup`.',
  },
  groupName: {
    ko: 'Kubernetes는 번호만 받습니다. `{name}` 그룹의 번호를 적으세요.',
    en: 'Kubernetes takes numbers only: write the number of the group `{name}`.',
  },
  root: { ko: 'root로 실행합니다. 다른 사용자로 바꿀 수 있는지 확인하세요.', en: 'It runs as root. See if another user would do.' },
  privileged: {
    ko: '`privileged: true`는 노드를 통째로 내줍니다. 필요한 `capabilities`만 주는 것이 낫습니다.',
    en: '`privileged: true` hands over the node. Better give only the `capabilities` that are needed.',
  },
  capAdd: {
    ko: '추가한 권한이 정말 필요한지 확인하세요. 제한된 네임스페이스는 이 Pod를 거부합니다.',
    en: 'Make sure that the added capabilities are needed: restricted namespaces refuse the Pod.',
  },
  sysctls: { ko: '노드가 허용한 sysctl만 쓸 수 있습니다.', en: 'Only sysctls that the node allows will do.' },
  hostNetwork: {
    ko: '노드의 네트워크를 씁니다. 보통은 필요 없으니 빼고 Service로 여세요.',
    en: 'It uses the network of the node, which is rarely needed: leave it out and use a Service.',
  },
  hostNamespace: {
    ko: '노드의 네임스페이스를 씁니다. 정말 필요한지 확인하세요.',
    en: 'It uses a namespace of the node. Make sure that it has to.',
  },
  resources: {
    ko: '제한이 없어 `resources`를 짐작해 적었습니다. 실제 사용량을 재어 고치세요.',
    en: 'There are no limits, so `resources` are guesses. Measure what it uses.',
  },
  allGpus: {
    ko: 'Kubernetes는 GPU를 개수로 받습니다. `nvidia.com/gpu`의 수를 정하고 장치 플러그인을 설치하세요.',
    en: 'Kubernetes counts GPUs: set the number of `nvidia.com/gpu`, and install the device plugin.',
  },
  gpus: {
    ko: 'GPU는 `nvidia.com/gpu`로 요청합니다. 클러스터에 장치 플러그인이 있어야 합니다.',
    en: 'GPUs are asked for as `nvidia.com/gpu`, which needs the device plugin in the cluster.',
  },
  build: {
    ko: 'Kubernetes는 이미지를 빌드하지 않습니다. 빌드해 레지스트리에 올리고 그 이름을 적으세요. 지금 이름: `{image}`',
    en: 'Kubernetes builds no images. Build it, push it to a registry, and put its name for `{image}`.',
  },
  buildWithImage: {
    ko: 'Kubernetes는 이미지를 빌드하지 않습니다. `{image}` 이미지를 빌드해 클러스터가 받을 수 있는 레지스트리에 올리세요.',
    en: 'Kubernetes builds no images. Build `{image}` and push it where the cluster can pull it.',
  },
  noImage: {
    ko: '`image`도 `build`도 없어 이름을 지어냈습니다. 실제 이미지를 적으세요.',
    en: 'There is neither `image` nor `build`, so the name is made up. Write the real image.',
  },
  noPort: {
    ko: '어느 포트로 듣는지 알 수 없어 Service를 만들지 않았습니다. 다른 서비스가 접속한다면 `expose`에 포트를 적고 다시 변환하세요.',
    en: 'Nobody says on which port it listens, so there is no Service. If others connect to it, write the port in `expose` and convert again.',
  },
  offHealthcheck: {
    ko: 'healthcheck를 꺼 두어 프로브를 넣지 않았습니다. 접속을 받는 서비스라면 `readinessProbe`를 적으세요.',
    en: 'The healthcheck is off, so there is no probe. If others connect to it, write a `readinessProbe`.',
  },
  noHealthcheck: {
    ko: 'healthcheck가 없어 포트만 확인하는 `readinessProbe`를 넣었습니다. 준비되었는지 답하는 경로로 바꾸세요.',
    en: 'There is no healthcheck, so the `readinessProbe` only asks for the port. Let it ask a path that tells if it is ready.',
  },
  healthcheck: {
    ko: 'Compose는 unhealthy 컨테이너를 다시 시작하지 않으므로 `readinessProbe`로 옮겼습니다. 멈춘 프로세스를 다시 시작하려면 가벼운 `livenessProbe`를 따로 적으세요.',
    en: 'Compose does not restart what is unhealthy, so it became a `readinessProbe`. To restart a process that hangs, add a cheap `livenessProbe`.',
  },
  ingressRemark: {
    ko: 'Ingress의 호스트 `{host}` 대신 실제 도메인을 적으세요. 바깥에 열 것이 아니라면 Ingress를 지우세요.',
    en: 'Put your domain for `{host}` of the Ingress, or delete the Ingress if nobody outside needs it.',
  },
  localPort: {
    ko: '이 컴퓨터에만 열던 포트입니다. 필요할 때 여세요: `kubectl port-forward service/{name} {host}:{port}`',
    en: 'The port was open on your computer only. When you need it: `kubectl port-forward service/{name} {host}:{port}`.',
  },
  otherPort: {
    ko: 'HTTP 포트가 아니라서 클러스터 안에서만 열립니다({port}). 밖에서는 `LoadBalancer`나 다음 명령을 쓰세요: `kubectl port-forward service/{name} {port}`',
    en: 'Port {port} does not speak HTTP, so it is open inside the cluster only. From outside use `kubectl port-forward service/{name} {port}` or a `LoadBalancer`.',
  },
  otherProtocol: {
    ko: '{protocol} 포트라서 클러스터 안에서만 열립니다({port}). 밖에서는 `LoadBalancer`나 `NodePort`를 쓰세요. `kubectl port-forward`는 TCP만 전달합니다.',
    en: 'Port {port} speaks {protocol}, so it is open inside the cluster only. From outside use a `LoadBalancer` or `NodePort`: `kubectl port-forward` takes TCP alone.',
  },
  otherWebPort: {
    ko: '이 포트는 Service에만 있습니다: {port}. 밖에 열려면 Ingress에 경로나 호스트를 더하세요.',
    en: 'Port {port} is in the Service only. To open it, add a path or host to the Ingress.',
  },
  tlsPort: {
    ko: 'TLS는 보통 Ingress가 맡습니다. 포트 {port} 대신 Ingress에 `tls`를 적으세요.',
    en: 'TLS usually ends at the Ingress: write `tls` there instead of port {port}.',
  },
  renamed: {
    ko: 'Kubernetes가 받지 않는 이름이라 바꾸었습니다: `{from}` → `{to}`. 이 이름으로 접속하던 설정을 고치세요.',
    en: '`{from}` is no name in Kubernetes, so it is `{to}`. Change the settings that connect to it.',
  },
  alias: {
    ko: '별칭 `{alias}` 대신 Service가 생겨, 한 네트워크가 아니라 네임스페이스 전체에서 보입니다.',
    en: 'The alias `{alias}` became a Service, which the whole namespace sees, not one network.',
  },
  anonymous: {
    ko: '이름 없는 볼륨(`{target}`)은 `emptyDir`이 되어 Pod와 함께 사라집니다. 이미지에 있던 파일도 복사되지 않습니다.',
    en: 'The volume without a name at `{target}` became an `emptyDir`: it goes with the Pod, and files of the image are not copied into it.',
  },
  boundData: {
    ko: '호스트 폴더 `{path}`의 데이터는 따라오지 않습니다. PersistentVolumeClaim을 만들었으니 복사하세요.',
    en: 'The data in the folder `{path}` of the host do not come along. There is a PersistentVolumeClaim now: copy them.',
  },
  fileChanged: {
    ko: '파일 `{path}`의 내용을 ConfigMap에 담았습니다(`{name}`). 파일을 고쳐도 따라 바뀌지 않습니다.',
    en: 'The content of `{path}` became the ConfigMap `{name}`, which does not follow later changes of the file.',
  },
  fileSecretRemark: {
    ko: '파일 `{path}`에 비밀이 있습니다. Secret `{name}`의 값을 채우세요.',
    en: 'The file `{path}` holds a secret. Fill Secret `{name}` in.',
  },
  restartNo: {
    ko: 'Deployment의 Pod는 끝나면 언제나 다시 시작합니다. 한 번 실행하고 끝나는 일이라면 Job으로 바꾸세요.',
    en: 'Pods of a Deployment always restart. If this runs once and ends, make it a Job.',
  },
  restartOnFailure: {
    ko: 'Deployment의 Pod는 정상으로 끝나도 다시 시작합니다. 끝나는 일이라면 Job으로 바꾸세요.',
    en: 'Pods of a Deployment restart even when they end well. If this comes to an end, make it a Job.',
  },
  profiles: {
    ko: '프로필 `{profile}`의 리소스에는 레이블 `profile: {profile}`이 있습니다. 필요할 때만 적용하세요.',
    en: 'What belongs to the profile `{profile}` has the label `profile: {profile}`. Apply it only when it is needed.',
  },
  networks: {
    ko: '네트워크로 나뉘어 있던 서비스를 NetworkPolicy로 나누었습니다. CNI가 지원하지 않으면 아무것도 막지 않습니다.',
    en: 'What networks kept apart, NetworkPolicies keep apart. A CNI that does not support them lets everything through.',
  },
} satisfies Record<string, Localized>;
