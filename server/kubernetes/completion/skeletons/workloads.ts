import { podSpec, served } from './pod.ts';
import { indented, type Skeleton } from './skeleton.ts';

const labels = `labels:
  app.kubernetes.io/name: $1`;

const selector = `selector:
  matchLabels:
    app.kubernetes.io/name: $1`;

function template(spec: string): string {
  return `template:
  metadata:
${indented(4, labels)}
  spec:
${indented(4, spec)}`;
}

function workload(apiVersion: string, kind: string, spec: string): string {
  return `apiVersion: ${apiVersion}
kind: ${kind}
metadata:
  name: \${1:web}
${indented(2, labels)}
spec:
${indented(2, spec)}
`;
}

const oneShot = { above: 'restartPolicy: ${3|OnFailure,Never|}', container: 'command:\n  - ${4:/app/run}' };

/** Skeletons of the kinds that make Pods. */
export const workloads: readonly Skeleton[] = [
  {
    label: 'Deployment',
    detail: { ko: '프로브·리소스·보안 설정을 갖춘 틀', en: 'skeleton with probes, resources and safe settings' },
    note: 'kubernetes/Deployment',
    body: workload('apps/v1', 'Deployment', `replicas: \${6:2}\n${selector}\n${template(podSpec({ container: served }))}`),
  },
  {
    label: 'StatefulSet',
    detail: { ko: 'Pod마다 볼륨을 갖는 틀', en: 'skeleton with a volume for each Pod' },
    note: 'kubernetes/StatefulSet',
    body: workload(
      'apps/v1',
      'StatefulSet',
      `serviceName: $1
replicas: \${6:1}
${selector}
${template(podSpec({ above: 'terminationGracePeriodSeconds: 30', container: `${served}\nvolumeMounts:\n  - name: data\n    mountPath: \${10:/data}` }))}
volumeClaimTemplates:
  - metadata:
      name: data
    spec:
      accessModes:
        - ReadWriteOnce
      resources:
        requests:
          storage: \${11:1Gi}`,
    ),
  },
  {
    label: 'DaemonSet',
    detail: { ko: '노드마다 Pod 하나를 두는 틀', en: 'skeleton with one Pod on each node' },
    note: 'kubernetes/DaemonSet',
    body: workload('apps/v1', 'DaemonSet', `${selector}\n${template(podSpec({ container: served }))}`),
  },
  {
    label: 'Job',
    detail: { ko: '한 번 실행하고 끝나는 틀', en: 'skeleton that runs to its end once' },
    note: 'kubernetes/Job',
    body: workload('batch/v1', 'Job', `backoffLimit: 3\nttlSecondsAfterFinished: 86400\n${template(podSpec(oneShot))}`),
  },
  {
    label: 'CronJob',
    detail: { ko: '정해진 시각마다 실행하는 틀', en: 'skeleton that runs on a schedule' },
    note: 'kubernetes/CronJob',
    body: workload(
      'batch/v1',
      'CronJob',
      `schedule: "\${5:0 3 * * *}"
timeZone: \${6:Asia/Seoul}
concurrencyPolicy: Forbid
startingDeadlineSeconds: 300
jobTemplate:
  spec:
    backoffLimit: 3
${indented(4, template(podSpec(oneShot)))}`,
    ),
  },
  {
    label: 'Pod',
    detail: { ko: '컨테이너 하나를 실행하는 틀', en: 'skeleton with one container' },
    note: 'kubernetes/Pod',
    body: workload('v1', 'Pod', podSpec({ container: served })),
  },
];
