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
