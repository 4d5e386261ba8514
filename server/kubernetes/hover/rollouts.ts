import { groupOf } from '../model.ts';
import { mayShare } from '../wires/match.ts';
import { budgetFacts, partitionFacts, recreateFacts, rolloutFacts } from '../values/rollout.ts';
import type { Lines } from '../../say.ts';
import { clusterOf } from '../wires/check.ts';
import { selectionTest } from './selectors.ts';
import { read, readNumber, type Spot } from './spot.ts';

const fields: readonly string[] = [
  'DeploymentSpec#replicas',
  'DeploymentSpec#strategy',
  'DeploymentStrategy#rollingUpdate',
  'RollingUpdateDeployment#maxSurge',
  'RollingUpdateDeployment#maxUnavailable',
];

/** What the numbers around an update come to: of a Deployment, of a StatefulSet's partition, of a PodDisruptionBudget. */
export function rolloutLead(spot: Spot): Lines {
  if (fields.includes(spot.field)) return deploymentLead(spot);
  if (spot.field === 'RollingUpdateStatefulSetStrategy#partition') {
    const replicas = readNumber(spot, ['spec', 'replicas'], 1);
    return replicas === undefined ? [] : partitionFacts(read(spot, spot.path) ?? '', replicas);
  }
  return /^PodDisruptionBudgetSpec#(?:minAvailable|maxUnavailable)$/.test(spot.field) ? budgetLead(spot) : [];
}

function deploymentLead(spot: Spot): Lines {
  if (spot.manifest.kind !== 'Deployment' || groupOf(spot.manifest) !== 'apps') return [];
  const strategy = ['spec', 'strategy'];
  if (read(spot, [...strategy, 'type']) === 'Recreate') return spot.field === 'DeploymentSpec#strategy' ? recreateFacts() : [];
  const replicas = readNumber(spot, ['spec', 'replicas'], 1);
  if (replicas === undefined) return [];
  return rolloutFacts({
    replicas,
    assumed: read(spot, ['spec', 'replicas']) === undefined,
    maxSurge: read(spot, [...strategy, 'rollingUpdate', 'maxSurge']) ?? '25%',
    maxUnavailable: read(spot, [...strategy, 'rollingUpdate', 'maxUnavailable']) ?? '25%',
  });
}

/** What a budget allows for the one workload that it selects. */
function budgetLead(spot: Spot): Lines {
  const value = read(spot, spot.path);
  const selector = selectionTest(spot, ['spec', 'selector']);
  if (value === undefined || !selector || selector.isEmpty) return [];
  const selected = clusterOf(spot.model, spot.file)
    .podMakers()
    .filter(
      ({ resource }) => resource.pods && mayShare(resource.namespace, spot.manifest.namespace) && selector.matches(resource.pods.labels),
    );
  const [only] = selected;
  if (!only || selected.length > 1) return [];
  const { kind, name, object } = only.resource;
  const replicas = replicasOf(object);
  const field = spot.resolution.field === 'minAvailable' ? 'minAvailable' : 'maxUnavailable';
  return replicas === undefined ? [] : budgetFacts(field, value, `${kind}/${name?.text ?? ''}`, replicas);
}

function replicasOf(object: unknown): number | undefined {
  const spec: unknown = isRecord(object) ? object.spec : undefined;
  const replicas: unknown = isRecord(spec) ? spec.replicas : undefined;
  return typeof replicas === 'number' ? replicas : replicas === undefined ? 1 : undefined;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
