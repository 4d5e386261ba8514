import { isScalar, isSeq } from 'yaml';
import type { Fix } from '../../rule.ts';
import { insertEntry } from '../../yaml/edit.ts';
import { isEmpty, mapAt, mapsAt, nodeAt, resolve } from '../../yaml/read.ts';
import { groupOf, type Manifest } from '../model.ts';
import type { SchemaType } from '../schema/types.ts';
import { podPath } from '../workload.ts';
import { keyAt, problem, spanAt, type Place } from './place.ts';
import { groupAndName } from './type-name.ts';
import { coveredBy } from './unknown-field.ts';

/**
 * Fields that the API server demands in code, although the schema does not say so: each page describes the field as required,
 * or what it names would have no name. https://kubernetes.io/docs/reference/kubernetes-api/
 */
const demanded: Readonly<Record<string, readonly string[]>> = {
  'apiextensions.k8s.io/CustomResourceDefinitionVersion': ['schema'],
  'apps/DaemonSet': ['spec'],
  'apps/Deployment': ['spec'],
  'apps/ReplicaSet': ['spec'],
  'apps/ReplicaSetSpec': ['template'],
  'apps/StatefulSet': ['spec'],
  'batch/Job': ['spec'],
  'batch/JobTemplateSpec': ['spec'],
  'core/ConfigMapEnvSource': ['name'],
  'core/ConfigMapKeySelector': ['name'],
  'core/ConfigMapProjection': ['name'],
  'core/ConfigMapVolumeSource': ['name'],
  'core/Container': ['image'],
  'core/ExecAction': ['command'],
  'core/PersistentVolume': ['spec'],
  'core/PersistentVolumeClaim': ['spec'],
  'core/PersistentVolumeClaimSpec': ['accessModes', 'resources'],
  'core/PersistentVolumeSpec': ['accessModes', 'capacity'],
  'core/Pod': ['spec'],
  'core/PodTemplateSpec': ['spec'],
  'core/ReplicationController': ['spec'],
  'core/ReplicationControllerSpec': ['template'],
  'core/SecretEnvSource': ['name'],
  'core/SecretKeySelector': ['name'],
  'core/SecretProjection': ['name'],
  'core/SecretVolumeSource': ['secretName'],
  'core/Service': ['spec'],
  'networking.k8s.io/Ingress': ['spec'],
};

/**
 * Fields that the schema calls required, and that the API server takes as zero, empty or its own default when they are left out.
 * The selector of a workload is a rule of its own.
 */
const forgiven: Readonly<Record<string, readonly string[]>> = {
  'apiextensions.k8s.io/CustomResourceDefinitionVersion': ['served', 'storage'],
  'apps/ControllerRevision': ['revision'],
  'apps/DaemonSetSpec': ['selector'],
  'apps/DeploymentSpec': ['selector'],
  'apps/ReplicaSetSpec': ['selector'],
  'apps/StatefulSetSpec': ['selector', 'serviceName'],
  'core/Event': ['involvedObject', 'metadata'],
  'core/HTTPHeader': ['value'],
  'core/ISCSIPersistentVolumeSource': ['lun'],
  'core/ISCSIVolumeSource': ['lun'],
  'core/LimitRangeSpec': ['limits'],
  'core/PreferredSchedulingTerm': ['preference'],
  'core/SleepAction': ['seconds'],
  'core/Sysctl': ['value'],
  'networking.k8s.io/NetworkPolicySpec': ['podSelector'],
  'rbac.authorization.k8s.io/RoleRef': ['apiGroup'],
  'storage.k8s.io/CSIDriver': ['spec'],
  'storage.k8s.io/CSINode': ['spec'],
  'storage.k8s.io/CSINodeSpec': ['drivers'],
};

/** Values to start from where one is what nearly everybody writes. */
const starts: Readonly<Record<string, string>> = {
  'networking.k8s.io/HTTPIngressPath#pathType': 'Prefix',
  'core/TopologySpreadConstraint#maxSkew': '1',
};

/** Groups whose objects are questions: they have no name. */
const nameless: readonly string[] = ['authentication.k8s.io', 'authorization.k8s.io'];

/** Reports what an object lacks, in one finding, and fields that are there without a value. */
export function missingFields(place: Place): void {
  const { type, manifest } = place;
  if (isPartial(manifest)) return;
  // A misspelt or misplaced field is said to be unknown; that it is missing is the same mistake.
  const meant = [...place.pairs.keys()].filter((field) => !type.fields.has(field)).map((field) => coveredBy(place, field));
  const { ast } = manifest.document.source;
  const missing: string[] = [];
  for (const field of wantedIn(type)) {
    if (meant.includes(field)) continue;
    const pair = place.pairs.get(field);
    const node = resolve(ast, pair?.value);
    if (!pair || isEmpty(node)) missing.push(field);
    else if ((isScalar(node) && node.value === '') || (isSeq(node) && node.items.length === 0))
      place.report(problem('required-fields', { at: spanAt(place, node, keyAt(place, field)), variant: 'empty', data: { field } }, true));
  }
  if (!place.parent && needsName(place)) missing.push('metadata.name');
  if (missing.length === 0) return;
  const fields = missing.map((field) => `\`${field}\``).join(', ');
  place.report(problem('required-fields', { at: place.owner, data: { fields }, fix: () => start(place, missing) }, true));
}

const wantedByType = new WeakMap<SchemaType, readonly string[]>();

/** The fields that objects of a type must have. */
function wantedIn(type: SchemaType): readonly string[] {
  const remembered = wantedByType.get(type);
  if (remembered) return remembered;
  const name = groupAndName(type.id);
  const isResource = type.fields.has('metadata');
  const passed = forgiven[name] ?? [];
  const required = [...type.fields.values()]
    .filter((field) => field.required && !(isResource && (field.name === 'apiVersion' || field.name === 'kind')))
    .map((field) => field.name);
  const wanted = [...new Set([...required, ...(demanded[name] ?? [])])].filter((field) => !passed.includes(field));
  wantedByType.set(type, wanted);
  return wanted;
}

function needsName({ manifest, schema }: Place): boolean {
  const kind = schema.resourceKind(manifest.apiVersion, manifest.kind);
  if (kind?.plural === undefined || kind.list || nameless.includes(groupOf(manifest))) return false;
  const { ast } = manifest.document.source;
  const at = (field: string): boolean => isEmpty(nodeAt(ast, manifest.root, ['metadata', field]));
  return at('name') && at('generateName');
}

function start(place: Place, missing: readonly string[]): Fix | undefined {
  const [field] = missing;
  const value = field === undefined || missing.length > 1 ? undefined : starts[`${groupAndName(place.type.id)}#${field}`];
  if (field === undefined || value === undefined) return undefined;
  const edit = insertEntry(place.manifest.document, place.map, [field, value]);
  return edit && { title: { ko: `\`${field}: ${value}\` 넣기`, en: `Add \`${field}: ${value}\`` }, edits: [edit] };
}

/**
 * Whether a workload is only a part of one, as in a patch, or still being written: it has neither a selector (or what else its kind
 * demands) nor a container with an image.
 */
function isPartial(manifest: Manifest): boolean {
  const path = podPath(manifest);
  if (path === undefined || path.length === 0) return false;
  const { ast } = manifest.document.source;
  const spec = mapAt(ast, manifest.root, ['spec']);
  const template = mapAt(ast, manifest.root, path);
  const anchor = manifest.kind === 'CronJob' ? 'schedule' : 'selector';
  if (!spec || !template || !isEmpty(nodeAt(ast, spec, [anchor]))) return false;
  if (groupOf(manifest) === '' || manifest.kind === 'Job') return false;
  const containers = mapsAt(ast, template, ['spec', 'containers']);
  return containers.length === 0 || containers.some((container) => isEmpty(nodeAt(ast, container, ['image'])));
}
