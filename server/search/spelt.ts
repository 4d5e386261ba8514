/** How Korean spells names that our texts, files and commands have in English only. */
const names: Readonly<Record<string, string>> = {
  노드포트: 'nodeport',
  데몬셋: 'daemonset',
  도커: 'docker',
  도커파일: 'dockerfile',
  디플로이먼트: 'deployment',
  라이브니스: 'liveness',
  레디니스: 'readiness',
  레플리카셋: 'replicaset',
  로드밸런서: 'loadbalancer',
  서비스: 'service',
  스타트업: 'startup',
  스테이트풀셋: 'statefulset',
  시크릿: 'secret',
  엔트리포인트: 'entrypoint',
  인그레스: 'ingress',
  컨피그맵: 'configmap',
  컴포즈: 'compose',
  쿠버네티스: 'kubernetes',
  쿠베컨트롤: 'kubectl',
  큐브컨트롤: 'kubectl',
  크론잡: 'cronjob',
  클러스터아이피: 'clusterip',
  파드: 'pod',
  팟: 'pod',
  포드: 'pod',
  헬스체크: 'healthcheck',
};

/** The English name that a word of a query spells in Korean: `파드` is `pod`. */
export function speltInKorean(word: string): string | undefined {
  return Object.hasOwn(names, word) ? names[word] : undefined;
}
