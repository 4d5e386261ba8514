import type { Combination } from '../combination.ts';
import { has, keyAt, type Place } from '../place.ts';
import type { SchemaType } from '../../schema/types.ts';
import { groupAndName } from '../type-name.ts';

/** Fields of which an object may have one; with `needed` it must have one. */
interface Choice {
  readonly fields: readonly string[] | 'sources';
  readonly needed: boolean;
}

/** https://kubernetes.io/docs/reference/kubernetes-api/ describes each of these types. */
const choices: Readonly<Record<string, Choice>> = {
  // https://kubernetes.io/docs/concepts/workloads/pods/probes/#check-mechanisms
  'core/Probe': { fields: ['exec', 'httpGet', 'tcpSocket', 'grpc'], needed: true },
  // https://kubernetes.io/docs/concepts/containers/container-lifecycle-hooks/
  'core/LifecycleHandler': { fields: ['exec', 'httpGet', 'tcpSocket', 'sleep'], needed: true },
  'core/EnvVarSource': { fields: ['configMapKeyRef', 'fieldRef', 'fileKeyRef', 'resourceFieldRef', 'secretKeyRef'], needed: true },
  'core/EnvFromSource': { fields: ['configMapRef', 'secretRef'], needed: true },
  // https://kubernetes.io/docs/concepts/storage/volumes/
  'core/Volume': { fields: 'sources', needed: false },
  'core/PersistentVolumeSpec': { fields: 'sources', needed: true },
  'core/VolumeProjection': {
    fields: ['clusterTrustBundle', 'configMap', 'downwardAPI', 'podCertificate', 'secret', 'serviceAccountToken'],
    needed: true,
  },
  'core/DownwardAPIVolumeFile': { fields: ['fieldRef', 'resourceFieldRef'], needed: true },
  'core/VolumeMount': { fields: ['subPath', 'subPathExpr'], needed: false },
  'core/PodResourceClaim': { fields: ['resourceClaimName', 'resourceClaimTemplateName'], needed: true },
  // https://kubernetes.io/docs/concepts/services-networking/ingress/
  'networking.k8s.io/IngressBackend': { fields: ['service', 'resource'], needed: true },
  'networking.k8s.io/ServiceBackendPort': { fields: ['name', 'number'], needed: true },
  // https://kubernetes.io/docs/tasks/run-application/configure-pdb/
  'policy/PodDisruptionBudgetSpec': { fields: ['minAvailable', 'maxUnavailable'], needed: false },
  // https://kubernetes.io/docs/reference/access-authn-authz/extensible-admission-controllers/#contacting-the-webhook
  'admissionregistration.k8s.io/WebhookClientConfig': { fields: ['url', 'service'], needed: true },
};

export const oneOf: readonly Combination[] = [
  {
    id: 'one-of-several',
    on: Object.keys(choices),
    message: {
      ko: '{fields} 가운데 하나만 쓸 수 있습니다. 하나만 남기세요.',
      en: 'Only one of {fields} may be set here. Keep one of them.',
    },
    check: (place) => {
      const [first, second, ...others] = given(place);
      if (first === undefined || second === undefined) return undefined;
      return { at: keyAt(place, second), data: { fields: inCode([first, second, ...others]) } };
    },
  },
  {
    id: 'one-of-none',
    on: Object.entries(choices).flatMap(([type, { needed }]) => (needed ? [type] : [])),
    message: {
      ko: '{fields} 가운데 하나가 있어야 합니다.',
      en: 'One of {fields} must be set here.',
    },
    check: (place) => {
      // A field that does not exist is reported already, and was probably meant to be the one.
      if (given(place).length > 0 || [...place.pairs.keys()].some((field) => !place.type.fields.has(field))) return undefined;
      const fields = choices[groupAndName(place.type.id)]?.fields;
      // An earlier version of the type may have other fields.
      if (fields !== undefined && fields !== 'sources' && !fields.every((field) => place.type.fields.has(field) || isNew(field)))
        return undefined;
      const names = fields === 'sources' || fields === undefined ? ['hostPath', 'nfs', 'csi', 'local', '…'] : fields;
      return { at: place.owner, whole: true, data: { fields: inCode(names) } };
    },
  },
];

/** Fields that came later than the others, so that an earlier version of the type lacks them. */
function isNew(field: string): boolean {
  return ['fileKeyRef', 'sleep', 'grpc', 'podCertificate', 'clusterTrustBundle'].includes(field);
}

/** The fields of which a type may have one only; `sources` stands for those of {@link sourcesIn}. The type is named without its version. */
export function choiceOf(type: string): Choice['fields'] | undefined {
  return Object.hasOwn(choices, type) ? choices[type]?.fields : undefined;
}

function given(place: Place): readonly string[] {
  const fields = choices[groupAndName(place.type.id)]?.fields ?? [];
  const candidates = fields === 'sources' ? sourcesOf(place) : fields;
  return [...place.pairs.keys()].filter((field) => candidates.includes(field) && has(place, field));
}

/** The fields of a volume that say where its data lies. */
function sourcesOf({ type }: Place): readonly string[] {
  return sourcesIn(type);
}

/** See {@link sourcesOf}. */
export function sourcesIn(type: SchemaType): readonly string[] {
  return [...type.fields.values()]
    .filter(({ value }) => value.kind === 'object' && /VolumeSource$/.test(value.type))
    .map(({ name }) => name);
}

function inCode(names: readonly string[]): string {
  return names.map((name) => (name === '…' ? name : `\`${name}\``)).join(', ');
}
