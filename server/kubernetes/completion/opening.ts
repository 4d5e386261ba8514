import { escaped } from '../../yaml/item.ts';
import type { KubernetesSchema } from '../schema/schema.ts';
import type { Field, ScalarValue, SchemaType, Value } from '../schema/types.ts';
import { unversioned } from '../wires/reach.ts';
import { inOrder } from './known-values.ts';
import type { Spot } from './spot.ts';

/** What people write in an object besides what the schema demands, in the order in which they write it. */
const usual: Readonly<Record<string, readonly string[]>> = {
  'core/Container': ['name', 'image'],
  'core/EnvVar': ['name', 'value'],
  'core/ContainerPort': ['name', 'containerPort'],
  'core/ServicePort': ['name', 'port', 'targetPort'],
  'core/VolumeMount': ['name', 'mountPath'],
  'core/HTTPGetAction': ['path', 'port'],
  'core/ConfigMapEnvSource': ['name'],
  'core/SecretEnvSource': ['name'],
  'core/ConfigMapKeySelector': ['name', 'key'],
  'core/SecretKeySelector': ['name', 'key'],
  'core/ConfigMapVolumeSource': ['name'],
  'core/SecretVolumeSource': ['secretName'],
  'core/LocalObjectReference': ['name'],
  'core/ExecAction': ['command'],
  'core/Capabilities': ['drop'],
  'core/TopologySpreadConstraint': ['maxSkew', 'topologyKey', 'whenUnsatisfiable', 'labelSelector'],
  'meta/ObjectMeta': ['name'],
  'meta/LabelSelector': ['matchLabels'],
  'rbac.authorization.k8s.io/PolicyRule': ['apiGroups', 'resources', 'verbs'],
  'rbac.authorization.k8s.io/RoleRef': ['apiGroup', 'kind', 'name'],
  'rbac.authorization.k8s.io/Subject': ['kind', 'name'],
  'networking.k8s.io/IngressRule': ['host', 'http'],
  'networking.k8s.io/HTTPIngressPath': ['path', 'pathType', 'backend'],
  'networking.k8s.io/IngressBackend': ['service'],
  'networking.k8s.io/IngressServiceBackend': ['name', 'port'],
  'networking.k8s.io/ServiceBackendPort': ['number'],
  'networking.k8s.io/IngressTLS': ['hosts', 'secretName'],
  'networking.k8s.io/NetworkPolicyPort': ['protocol', 'port'],
  'autoscaling/CrossVersionObjectReference': ['apiVersion', 'kind', 'name'],
  'gateway.networking.k8s.io/HTTPBackendRef': ['name', 'port'],
  'gateway.networking.k8s.io/ParentReference': ['name'],
};

/** Deepest object whose own fields are written along. */
const depthLimit = 4;

/** Counts the places to fill in. */
interface Stops {
  next: number;
}

/** How the text around is written, and what is known of types. */
interface Writing {
  readonly style: Spot['style'];
  readonly schema: KubernetesSchema;
}

/** What follows a key: the colon, and what its value needs at least, with places to fill in (in the syntax of snippets). */
export function openingOf(field: Field, owner: SchemaType, { place, style, schema }: Pick<Spot, 'place' | 'style' | 'schema'>): string {
  const { value } = field;
  if (place.style !== 'block') return `: ${flowOpening(value, place.style)}`;
  const isTemplateLabels = unversioned(owner.id) === 'core/PodTemplateSpec' && field.name === 'metadata';
  const stops: Stops = { next: 1 };
  const { column } = place;
  if (isTemplateLabels) return `:${line(column + style.step)}labels:${line(column + 2 * style.step)}`;
  const opened = open(value, `${owner.name}#${field.name}`, column, { style, schema }, stops, 0, field.default);
  // Where there is one place only, the cursor goes to it on its own.
  return `:${stops.next === 2 ? opened.replace(/\$1$/, '') : opened}`;
}

function open(value: Value, name: string, column: number, writing: Writing, stops: Stops, depth: number, byDefault?: string): string {
  const { style } = writing;
  switch (value.kind) {
    case 'list': {
      const at = column + style.list;
      return `${line(at)}- ${value.items.kind === 'object' ? inner(value.items.type, at + 2, writing, stops, depth, '') : stop(stops)}`;
    }
    case 'map':
      return line(column + style.step) + stop(stops);
    case 'object':
      return inner(value.type, column + style.step, writing, stops, depth, line(column + style.step));
    default:
      return ` ${scalar(value, name, stops, byDefault)}`;
  }
}

/** The fields of an object that it needs; `before` stands before the first. */
function inner(typeId: string, column: number, writing: Writing, stops: Stops, depth: number, before: string): string {
  const type = writing.schema.type(typeId);
  const names = type && depth < depthLimit ? namesOf(type) : [];
  if (!type || names.length === 0) return before + stop(stops);
  const written = names.flatMap((name) => {
    const field = type.fields.get(name);
    return field ? `${escaped(name)}:${open(field.value, `${type.name}#${name}`, column, writing, stops, depth + 1, field.default)}` : [];
  });
  return before + written.join(line(column));
}

function namesOf(type: SchemaType): readonly string[] {
  const name = unversioned(type.id);
  const common = Object.hasOwn(usual, name) ? (usual[name] ?? []) : [];
  const required = [...type.fields.values()].filter((field) => field.required && !common.includes(field.name)).map((field) => field.name);
  return [...common, ...required];
}

function scalar(value: ScalarValue, name: string, stops: Stops, byDefault: string | undefined): string {
  const words = inOrder(name, choicesOf(value, byDefault));
  return words.length > 1 ? `\${${stops.next++}|${words.join(',')}|}` : stop(stops);
}

/** The words that a scalar may be, those first that say something: not the default. */
function choicesOf({ kind, enum: allowed }: ScalarValue, byDefault: string | undefined): readonly string[] {
  if (kind === 'boolean') return byDefault === 'true' ? ['false', 'true'] : ['true', 'false'];
  const words = (allowed ?? []).filter((word) => /^[\w./-]+$/.test(word));
  return byDefault !== undefined && words.includes(byDefault) ? [byDefault, ...words.filter((word) => word !== byDefault)] : words;
}

function stop(stops: Stops): string {
  return `$${stops.next++}`;
}

function line(column: number): string {
  return `\n${' '.repeat(column)}`;
}

function flowOpening(value: Value, style: 'flow' | 'json'): string {
  switch (value.kind) {
    case 'list':
      return '[$1]';
    case 'map':
    case 'object':
      return '{$1}';
    case 'string':
    case 'quantity':
      return style === 'json' ? '"$1"' : '';
    default:
      return '';
  }
}
