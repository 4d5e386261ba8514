import { mapAt, textsAt } from '../../yaml/read.ts';
import { schema } from '../schema.ts';
import { base64Facts } from '../values/base64.ts';
import { cidrFacts } from '../values/cidr.ts';
import { secondsFacts } from '../values/duration.ts';
import { modeFacts } from '../values/file-mode.ts';
import { idFacts } from '../values/ids.ts';
import { imageFacts, policyFacts } from '../values/image.ts';
import { backoffFacts } from '../values/job.ts';
import { keyFacts } from '../values/labels.ts';
import { booleanFacts, plainTextFacts } from '../values/plain-scalar.ts';
import { measureOf, quantityFacts, type Measure } from '../values/quantity.ts';
import { apiGroupFacts, resourceFacts, verbFacts } from '../values/rbac.ts';
import type { Lines } from '../../say.ts';
import { scheduleFacts } from '../values/schedule.ts';
import { signalFacts } from '../values/signal.ts';
import { environmentLead } from './environment.ts';
import { portLead } from './ports.ts';
import { nameLead } from './names.ts';
import { above, read, type Spot, type Written } from './spot.ts';
import { utilizationLead } from './utilization.ts';

/** An explainer of the scalars of some fields. */
type Explainer = (spot: Spot, text: string) => Lines;

/** Explainers by type and field. */
const explainers: Readonly<Record<string, Explainer>> = {
  'Container#image': explainImage,
  'EphemeralContainer#image': explainImage,
  'ImageVolumeSource#reference': (spot, text) => imageFacts(text, read(spot, [...above(spot), 'pullPolicy'])),
  'CronJobSpec#schedule': (spot, text) => scheduleFacts(text, read(spot, [...above(spot), 'timeZone'])),
  'EmptyDirVolumeSource#sizeLimit': (_, text) => quantityFacts(text, 'bytes'),
  'ResourceFieldSelector#divisor': () => [],
  'HPAScalingRules#tolerance': (_, text) => quantityFacts(text, 'count'),
  'MetricTarget#averageValue': explainMetric,
  'MetricTarget#value': explainMetric,
  'MetricTarget#averageUtilization': utilizationLead,
  'HorizontalPodAutoscalerSpec#targetCPUUtilizationPercentage': utilizationLead,
  'JobSpec#backoffLimit': (_, text) => backoffFacts(text),
  'Container#imagePullPolicy': explainPolicy,
  'IPBlock#cidr': (_, text) => cidrFacts(text),
  'IPBlock#except': (_, text) => cidrFacts(text),
  'KeyToPath#mode': (_, text) => modeFacts(text),
  'SecretVolumeSource#defaultMode': (_, text) => modeFacts(text),
  'ConfigMapVolumeSource#defaultMode': (_, text) => modeFacts(text),
  'ProjectedVolumeSource#defaultMode': (_, text) => modeFacts(text),
  'DownwardAPIVolumeSource#defaultMode': (_, text) => modeFacts(text),
  'DownwardAPIVolumeFile#mode': (_, text) => modeFacts(text),
  'SecurityContext#runAsUser': explainId,
  'SecurityContext#runAsGroup': explainId,
  'PodSecurityContext#runAsUser': explainId,
  'PodSecurityContext#runAsGroup': explainId,
  'PodSecurityContext#fsGroup': explainId,
  'PodSecurityContext#supplementalGroups': explainId,
  'PolicyRule#verbs': (_, text) => verbFacts(text),
  'PolicyRule#apiGroups': (_, text) => apiGroupFacts(text, schema.kindsOf()),
  'PolicyRule#resources': explainResource,
  'Secret#data': (_, text) => base64Facts(text),
  'Lifecycle#stopSignal': (_, text) => signalFacts(text),
  'NodeSelectorRequirement#key': (_, text) => keyFacts(text),
  'LabelSelectorRequirement#key': (_, text) => keyFacts(text),
  'TopologySpreadConstraint#topologyKey': (_, text) => keyFacts(text),
  'PodAffinityTerm#topologyKey': (_, text) => keyFacts(text),
  'Toleration#key': (_, text) => keyFacts(text),
  'Taint#key': (_, text) => keyFacts(text),
};

/** What a scalar comes to, apart from the meaning of words that a field knows. */
export function valueLead(spot: Spot, { text, isPlain }: Written): Lines {
  const { field, resolution, manifest } = spot;
  if (Object.hasOwn(explainers, field)) return explainers[field]?.(spot, text) ?? [];
  const special = [...portLead(spot, text), ...environmentLead(spot, text), ...nameLead(spot, text)];
  if (special.length > 0) return special;
  const { value, mapKey } = resolution;
  if (value.kind === 'quantity') return quantityFacts(text, mapKey === undefined ? undefined : measureOf(mapKey));
  if (value.kind === 'boolean' && isPlain) return booleanFacts(text);
  // The times of a probe are told together.
  if (value.kind === 'integer' && /seconds/i.test(resolution.field ?? ''))
    return resolution.owner.name === 'Probe' ? [] : secondsFacts(text);
  // In JSON a number is meant as one; elsewhere it is most likely a text whose quotes were forgotten.
  return value.kind === 'string' && isPlain && !manifest.document.source.templated ? plainTextFacts(text) : [];
}

function explainImage(spot: Spot, text: string): Lines {
  return imageFacts(text, read(spot, [...above(spot), 'imagePullPolicy']));
}

function explainPolicy(spot: Spot, text: string): Lines {
  const image = read(spot, [...above(spot), 'image']);
  return image === undefined ? [] : policyFacts(text, image);
}

function explainId({ resolution }: Spot, text: string): Lines {
  return idFacts(resolution.field ?? '', text);
}

function explainMetric(spot: Spot, text: string): Lines {
  const resource = read(spot, [...above(spot, 2), 'name']);
  const measure: Measure | undefined = resource === undefined ? undefined : measureOf(resource);
  return quantityFacts(text, measure ?? 'count');
}

function explainResource(spot: Spot, text: string): Lines {
  const { ast } = spot.manifest.document.source;
  const rule = mapAt(ast, spot.manifest.root, above(spot, 2));
  return rule ? resourceFacts(text, textsAt(ast, rule, ['apiGroups']), schema.kindsOf()) : [];
}
