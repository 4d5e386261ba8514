import { indented } from './skeleton.ts';

/** The settings of a container that the restricted Pod Security Standard asks for. */
export const restrictedContainer = `securityContext:
  allowPrivilegeEscalation: false
  readOnlyRootFilesystem: true
  capabilities:
    drop:
      - ALL`;

/** The same for a whole Pod. */
export const restrictedPod = `securityContext:
  runAsNonRoot: true
  runAsUser: 10001
  seccompProfile:
    type: RuntimeDefault`;

/** Requests, and the limit that keeps a leak from the node. The tab stops begin at a number. */
export function resources(first: number): string {
  return `resources:
  requests:
    cpu: \${${first}:100m}
    memory: \${${first + 1}:128Mi}
  limits:
    memory: \${${first + 2}:256Mi}`;
}

/** What a container of a Pod has beyond the safe settings. */
export interface PodParts {
  /** Lines of the Pod's spec above the containers. */
  readonly above?: string;
  /** Lines of the container below its image. */
  readonly container?: string;
  readonly image?: string;
}

/** The spec of a Pod with one container called `$1`, with safe settings. */
export function podSpec({ above, container, image = '${2:registry.example.com/$1:1.0.0}' }: PodParts): string {
  const own = ['name: $1', `image: ${image}`, ...(container === undefined ? [] : [container]), resources(7), restrictedContainer].join(
    '\n',
  );
  return [
    'automountServiceAccountToken: false',
    ...(above === undefined ? [] : [above]),
    restrictedPod,
    'containers:',
    `  - ${indented(4, own).trimStart()}`,
  ].join('\n');
}

/** Ports and probes of a container that serves HTTP. */
export const served = `ports:
  - name: http
    containerPort: \${3:8080}
readinessProbe:
  httpGet:
    path: \${4:/readyz}
    port: http
  periodSeconds: 5
livenessProbe:
  httpGet:
    path: \${5:/livez}
    port: http
  periodSeconds: 10`;
