// Generated from the files in this folder by `npm run generate`; do not edit.
import type { Rule } from '../../rule.ts';
import type { KubernetesModel } from '../model.ts';
import { allowedValues } from './allowed-values.ts';
import { backendExists } from './backend-exists.ts';
import { cronjobDeadline } from './cronjob-deadline.ts';
import { defaultProcMount } from './default-proc-mount.ts';
import { explicitRestartPolicy } from './explicit-restart-policy.ts';
import { fieldCombinations } from './field-combinations.ts';
import { fieldTypes } from './field-types.ts';
import { hardenSecurityContext } from './harden-security-context.ts';
import { highUserId } from './high-user-id.ts';
import { hostPathReadOnly } from './host-path-read-only.ts';
import { hpaRange } from './hpa-range.ts';
import { hpaSeveralReplicas } from './hpa-several-replicas.ts';
import { hpaTargetExists } from './hpa-target-exists.ts';
import { ignoreReason } from './ignore-reason.ts';
import { imageRegistries } from './image-registries.ts';
import { ingressHost } from './ingress-host.ts';
import { ingressTls } from './ingress-tls.ts';
import { instanceLabel } from './instance-label.ts';
import { jobTtl } from './job-ttl.ts';
import { knownFields } from './known-fields.ts';
import { knownKinds } from './known-kinds.ts';
import { mountSecrets } from './mount-secrets.ts';
import { mountsHaveVolumes } from './mounts-have-volumes.ts';
import { networkPolicySelectsPods } from './network-policy-selects-pods.ts';
import { networkPolicyTypes } from './network-policy-types.ts';
import { noAddedCapabilities } from './no-added-capabilities.ts';
import { noAutomountedToken } from './no-automounted-token.ts';
import { noBarePod } from './no-bare-pod.ts';
import { noClusterAdmin } from './no-cluster-admin.ts';
import { noCustomSelinux } from './no-custom-selinux.ts';
import { noDefaultServiceAccount } from './no-default-service-account.ts';
import { noDeprecatedApiVersions } from './no-deprecated-api-versions.ts';
import { noDuplicateEnv } from './no-duplicate-env.ts';
import { noDuplicateIngressPath } from './no-duplicate-ingress-path.ts';
import { noDuplicateKeys } from './no-duplicate-keys.ts';
import { noDuplicateNodePort } from './no-duplicate-node-port.ts';
import { noExternalIps } from './no-external-ips.ts';
import { noHostNamespaces } from './no-host-namespaces.ts';
import { noHostPath } from './no-host-path.ts';
import { noHostPorts } from './no-host-ports.ts';
import { noHostProcess } from './no-host-process.ts';
import { noLatestTag } from './no-latest-tag.ts';
import { noNodePort } from './no-node-port.ts';
import { noPrivilegeEscalation } from './no-privilege-escalation.ts';
import { noPrivileged } from './no-privileged.ts';
import { noPrivilegedPorts } from './no-privileged-ports.ts';
import { noPrivilegedScc } from './no-privileged-scc.ts';
import { noProbeHost } from './no-probe-host.ts';
import { noReplicasWithHpa } from './no-replicas-with-hpa.ts';
import { noRoot } from './no-root.ts';
import { noSecretInConfigMap } from './no-secret-in-config-map.ts';
import { noSecretValue } from './no-secret-value.ts';
import { noSensitivePermissions } from './no-sensitive-permissions.ts';
import { noTiller } from './no-tiller.ts';
import { noUnconfinedApparmor } from './no-unconfined-apparmor.ts';
import { noUnconfinedSeccomp } from './no-unconfined-seccomp.ts';
import { noWildcardPermissions } from './no-wildcard-permissions.ts';
import { oneBudgetPerPod } from './one-budget-per-pod.ts';
import { pdbAllowsEviction } from './pdb-allows-eviction.ts';
import { pdbEvictionPolicy } from './pdb-eviction-policy.ts';
import { pdbHasBudget } from './pdb-has-budget.ts';
import { pdbSelectsPods } from './pdb-selects-pods.ts';
import { probePort } from './probe-port.ts';
import { probesDiffer } from './probes-differ.ts';
import { pullAlways } from './pull-always.ts';
import { referenceExists } from './reference-exists.ts';
import { requestsEqualLimits } from './requests-equal-limits.ts';
import { requiredAnnotations } from './required-annotations.ts';
import { requiredFields } from './required-fields.ts';
import { requiredLabels } from './required-labels.ts';
import { resources } from './resources.ts';
import { roleExists } from './role-exists.ts';
import { rollingUpdate } from './rolling-update.ts';
import { safeSysctls } from './safe-sysctls.ts';
import { selectorMatchesLabels } from './selector-matches-labels.ts';
import { selectorsApart } from './selectors-apart.ts';
import { servedApiVersions } from './served-api-versions.ts';
import { serviceMonitorSelectsServices } from './service-monitor-selects-services.ts';
import { serviceSelectsPods } from './service-selects-pods.ts';
import { serviceTargetPort } from './service-target-port.ts';
import { singleDatabase } from './single-database.ts';
import { spreadReplicas } from './spread-replicas.ts';
import { statefulSetService } from './stateful-set-service.ts';
import { topologySpreadSelector } from './topology-spread-selector.ts';
import { uniqueEntries } from './unique-entries.ts';
import { uniqueResources } from './unique-resources.ts';
import { useDnsConfig } from './use-dns-config.ts';
import { useLivenessProbe } from './use-liveness-probe.ts';
import { useNamespace } from './use-namespace.ts';
import { useNetworkPolicy } from './use-network-policy.ts';
import { useNodeAffinity } from './use-node-affinity.ts';
import { usePodDisruptionBudget } from './use-pod-disruption-budget.ts';
import { usePriorityClass } from './use-priority-class.ts';
import { useReadinessProbe } from './use-readiness-probe.ts';
import { useServiceAccountName } from './use-service-account-name.ts';
import { useSeveralReplicas } from './use-several-replicas.ts';
import { useStartupProbe } from './use-startup-probe.ts';
import { valueFormats } from './value-formats.ts';
import { volumeTypes } from './volume-types.ts';
import { yamlSyntax } from './yaml-syntax.ts';

/** Every rule for kubernetes files, by id. */
export const rules: readonly Rule<KubernetesModel>[] = [
  allowedValues,
  backendExists,
  cronjobDeadline,
  defaultProcMount,
  explicitRestartPolicy,
  fieldCombinations,
  fieldTypes,
  hardenSecurityContext,
  highUserId,
  hostPathReadOnly,
  hpaRange,
  hpaSeveralReplicas,
  hpaTargetExists,
  ignoreReason,
  imageRegistries,
  ingressHost,
  ingressTls,
  instanceLabel,
  jobTtl,
  knownFields,
  knownKinds,
  mountSecrets,
  mountsHaveVolumes,
  networkPolicySelectsPods,
  networkPolicyTypes,
  noAddedCapabilities,
  noAutomountedToken,
  noBarePod,
  noClusterAdmin,
  noCustomSelinux,
  noDefaultServiceAccount,
  noDeprecatedApiVersions,
  noDuplicateEnv,
  noDuplicateIngressPath,
  noDuplicateKeys,
  noDuplicateNodePort,
  noExternalIps,
  noHostNamespaces,
  noHostPath,
  noHostPorts,
  noHostProcess,
  noLatestTag,
  noNodePort,
  noPrivilegeEscalation,
  noPrivileged,
  noPrivilegedPorts,
  noPrivilegedScc,
  noProbeHost,
  noReplicasWithHpa,
  noRoot,
  noSecretInConfigMap,
  noSecretValue,
  noSensitivePermissions,
  noTiller,
  noUnconfinedApparmor,
  noUnconfinedSeccomp,
  noWildcardPermissions,
  oneBudgetPerPod,
  pdbAllowsEviction,
  pdbEvictionPolicy,
  pdbHasBudget,
  pdbSelectsPods,
  probePort,
  probesDiffer,
  pullAlways,
  referenceExists,
  requestsEqualLimits,
  requiredAnnotations,
  requiredFields,
  requiredLabels,
  resources,
  roleExists,
  rollingUpdate,
  safeSysctls,
  selectorMatchesLabels,
  selectorsApart,
  servedApiVersions,
  serviceMonitorSelectsServices,
  serviceSelectsPods,
  serviceTargetPort,
  singleDatabase,
  spreadReplicas,
  statefulSetService,
  topologySpreadSelector,
  uniqueEntries,
  uniqueResources,
  useDnsConfig,
  useLivenessProbe,
  useNamespace,
  useNetworkPolicy,
  useNodeAffinity,
  usePodDisruptionBudget,
  usePriorityClass,
  useReadinessProbe,
  useServiceAccountName,
  useSeveralReplicas,
  useStartupProbe,
  valueFormats,
  volumeTypes,
  yamlSyntax,
];
