import { sourcesIn, choiceOf } from '../validation/relations/one-of.ts';
import type { SchemaType } from '../schema/types.ts';
import { unversioned } from '../wires/reach.ts';

/** Fields that do not go together with one of another row. */
const rivals: Readonly<Record<string, readonly (readonly string[])[]>> = {
  'core/EnvVar': [['value'], ['valueFrom']],
  'networking.k8s.io/NetworkPolicyPeer': [['ipBlock'], ['podSelector', 'namespaceSelector']],
  'networking.k8s.io/IngressBackend': [['service'], ['resource']],
  'rbac.authorization.k8s.io/PolicyRule': [['nonResourceURLs'], ['resources', 'apiGroups', 'resourceNames']],
};

/** Fields that only go with certain values of the field that says what the object is. */
const byValue: Readonly<Record<string, { readonly of: string; readonly fields: Readonly<Record<string, readonly string[]>> }>> = {
  'apps/DeploymentStrategy': { of: 'type', fields: { rollingUpdate: ['RollingUpdate'] } },
  'apps/StatefulSetUpdateStrategy': { of: 'type', fields: { rollingUpdate: ['RollingUpdate'] } },
  'apps/DaemonSetUpdateStrategy': { of: 'type', fields: { rollingUpdate: ['RollingUpdate'] } },
  'core/SeccompProfile': { of: 'type', fields: { localhostProfile: ['Localhost'] } },
  'core/AppArmorProfile': { of: 'type', fields: { localhostProfile: ['Localhost'] } },
  'core/Toleration': { of: 'operator', fields: { value: ['Equal', 'Gt', 'Lt'] } },
  'meta/LabelSelectorRequirement': { of: 'operator', fields: { values: ['In', 'NotIn'] } },
  'core/NodeSelectorRequirement': { of: 'operator', fields: { values: ['In', 'NotIn', 'Gt', 'Lt'] } },
  'autoscaling/MetricSpec': {
    of: 'type',
    fields: {
      resource: ['Resource'],
      containerResource: ['ContainerResource'],
      pods: ['Pods'],
      object: ['Object'],
      external: ['External'],
    },
  },
  'autoscaling/MetricTarget': {
    of: 'type',
    fields: { averageUtilization: ['Utilization'], averageValue: ['AverageValue'], value: ['Value'] },
  },
  'core/ServiceSpec': {
    of: 'type',
    fields: { externalName: ['ExternalName'], loadBalancerClass: ['LoadBalancer'], loadBalancerSourceRanges: ['LoadBalancer'] },
  },
};

/** The fields of an object that what stands in it already rules out. */
export function excludedBy(type: SchemaType, present: ReadonlyMap<string, string | undefined>): ReadonlySet<string> {
  const name = unversioned(type.id);
  const excluded = new Set<string>();
  const choice = choiceOf(name);
  const fields = choice === 'sources' ? sourcesIn(type) : (choice ?? []);
  if (fields.some((field) => present.has(field))) for (const field of fields) excluded.add(field);
  for (const row of own(rivals, name) ?? []) {
    if (row.some((field) => present.has(field)))
      for (const other of own(rivals, name) ?? []) if (other !== row) for (const field of other) excluded.add(field);
  }
  const rule = own(byValue, name);
  const value = rule && present.get(rule.of);
  if (value !== undefined)
    for (const [field, values] of Object.entries(rule?.fields ?? {})) if (!values.includes(value)) excluded.add(field);
  return excluded;
}

function own<T>(table: Readonly<Record<string, T>>, name: string): T | undefined {
  return Object.hasOwn(table, name) ? table[name] : undefined;
}
