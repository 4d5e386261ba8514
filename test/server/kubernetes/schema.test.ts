import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createSchema, valueOf, type Resolution } from '../../../server/kubernetes/schema/schema.ts';
import type { Field, SchemaType } from '../../../server/kubernetes/schema/types.ts';

// The generated file, seen from the project's root, where the tests run.
const json = readFileSync('server/kubernetes/schema/structure.json', 'utf8');
const schema = createSchema(() => json);

const NAMES_OF_OBJECT_PROTOTYPE = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf'];

/** Resolves and says in short what came out: `owner.field[mapKey]: value`. */
function resolved(apiVersion: string, kind: string, ...path: (string | number)[]): string | undefined {
  const resolution = schema.resolve(apiVersion, kind, path);
  return resolution && inShort(resolution);
}

function inShort({ owner, field, mapKey, value }: Resolution): string {
  const key = mapKey === undefined ? '' : `[${mapKey}]`;
  return `${owner.name}.${field ?? ''}${key}: ${value.kind}`;
}

/** Every field of every type that a manifest can hold. */
function allFields(): (readonly [SchemaType, Field])[] {
  const types = new Map<string, SchemaType>();
  const visit = (type: SchemaType | undefined): void => {
    if (!type || types.has(type.id)) return;
    types.set(type.id, type);
    for (const field of type.fields.values()) visit(schema.typeOf(field));
  };
  for (const { type } of schema.kindsOf()) visit(schema.type(type));
  return [...types.values()].flatMap((type) => [...type.fields.values()].map((field) => [type, field] as const));
}

describe('kubernetes schema', () => {
  describe('kinds', () => {
    it('knows a resource by apiVersion and kind', () => {
      const deployment = schema.resourceType('apps/v1', 'Deployment');
      assert.equal(deployment?.id, 'apps/v1/Deployment');
      assert.equal(deployment.name, 'Deployment');
      assert.equal(schema.resourceType('v1', 'Pod')?.id, 'core/v1/Pod');
      assert.equal(schema.resourceType('networking.k8s.io/v1', 'Ingress')?.id, 'networking.k8s.io/v1/Ingress');
    });

    it('lists every kind with plural and scope', () => {
      const kinds = schema.kindsOf();
      const deployment = kinds.find(({ apiVersion, kind }) => apiVersion === 'apps/v1' && kind === 'Deployment');
      assert.deepEqual(deployment, {
        apiVersion: 'apps/v1',
        kind: 'Deployment',
        type: 'apps/v1/Deployment',
        plural: 'deployments',
        scope: 'Namespaced',
        since: '1.9',
      });
      assert.equal(schema.resourceKind('v1', 'Node')?.scope, 'Cluster');
      assert.equal(schema.resourceKind('v1', 'PodList')?.list, true);
      for (const { type } of kinds) assert.ok(schema.type(type), type);
    });

    it('keeps the kinds that Kubernetes has removed, and says so', () => {
      const ingress = schema.resourceKind('extensions/v1beta1', 'Ingress');
      assert.deepEqual([ingress?.removed, ingress?.plural, ingress?.scope], [true, 'ingresses', 'Namespaced']);
      assert.equal(schema.resourceKind('policy/v1beta1', 'PodSecurityPolicy')?.removed, true);
      assert.equal(schema.resourceKind('flowcontrol.apiserver.k8s.io/v1beta3', 'FlowSchema')?.removed, true);
      assert.equal(schema.resourceKind('networking.k8s.io/v1', 'Ingress')?.removed, undefined);
      assert.equal(schema.resourceKind('policy/v1', 'Eviction')?.removed, undefined);
    });

    it('says when kinds come and go, and what replaces them', () => {
      assert.deepEqual(schema.resourceKind('extensions/v1beta1', 'Ingress'), {
        apiVersion: 'extensions/v1beta1',
        kind: 'Ingress',
        type: 'extensions/v1beta1/Ingress',
        plural: 'ingresses',
        scope: 'Namespaced',
        removed: true,
        since: '1.1',
        deprecatedIn: '1.14',
        removedIn: '1.22',
        replacement: { apiVersion: 'networking.k8s.io/v1', kind: 'Ingress' },
      });
      const replacement = (apiVersion: string, kind: string) => schema.resourceKind(apiVersion, kind)?.replacement?.apiVersion;
      assert.equal(replacement('apps/v1beta1', 'Deployment'), 'apps/v1');
      assert.equal(replacement('autoscaling/v2beta2', 'HorizontalPodAutoscaler'), 'autoscaling/v2');
      assert.equal(replacement('flowcontrol.apiserver.k8s.io/v1beta1', 'FlowSchema'), 'flowcontrol.apiserver.k8s.io/v1');
      assert.equal(replacement('batch/v2alpha1', 'CronJob'), 'batch/v1');
      assert.equal(replacement('coordination.k8s.io/v1alpha2', 'LeaseCandidate'), 'coordination.k8s.io/v1beta1');
      assert.equal(replacement('policy/v1beta1', 'PodSecurityPolicy'), undefined);
      assert.equal(replacement('apps/v1', 'Deployment'), undefined);
      assert.equal(schema.resourceKind('batch/v1beta1', 'CronJobList')?.replacement?.kind, 'CronJobList');
    });

    it('has every kind that is gone as removed, and none that is replaced by one that is gone', () => {
      const order = (version: string) => Number(version.split('.')[1]);
      for (const kind of schema.kindsOf()) {
        const name = `${kind.apiVersion} ${kind.kind}`;
        if (kind.removedIn !== undefined) assert.equal(order(kind.removedIn) <= order(schema.version()), kind.removed ?? false, name);
        if (!kind.replacement) continue;
        const replacement = schema.resourceKind(kind.replacement.apiVersion, kind.replacement.kind);
        assert.ok(replacement && !replacement.removed, name);
      }
    });

    it('has the alpha and beta kinds that are still served', () => {
      for (const [apiVersion, kind] of [
        ['admissionregistration.k8s.io/v1beta1', 'MutatingAdmissionPolicy'],
        ['certificates.k8s.io/v1beta1', 'PodCertificateRequest'],
        ['resource.k8s.io/v1beta2', 'ResourceSlice'],
        ['scheduling.k8s.io/v1alpha2', 'Workload'],
        ['storagemigration.k8s.io/v1beta1', 'StorageVersionMigration'],
      ] as const) {
        const known = schema.resourceKind(apiVersion, kind);
        assert.ok(known && known.removed === undefined && known.plural !== undefined, kind);
      }
      // The models of the client call it `_default` and a string.
      assert.deepEqual(
        schema.resolve('resource.k8s.io/v1beta2', 'ResourceSlice', ['spec', 'devices', 0, 'capacity', 'memory', 'value'])?.value,
        {
          kind: 'quantity',
        },
      );
      assert.ok(schema.type('resource.k8s.io/v1beta2/CapacityRequestPolicy')?.fields.has('default'));
    });

    it('has the kinds of the Gateway API, which clusters have to be given', () => {
      assert.deepEqual(schema.resourceKind('gateway.networking.k8s.io/v1', 'GatewayClass'), {
        apiVersion: 'gateway.networking.k8s.io/v1',
        kind: 'GatewayClass',
        type: 'gateway.networking.k8s.io/v1/GatewayClass',
        plural: 'gatewayclasses',
        scope: 'Cluster',
        addOn: true,
      });
      const backend = ['spec', 'rules', 0, 'backendRefs', 0];
      assert.equal(resolved('gateway.networking.k8s.io/v1', 'HTTPRoute', ...backend, 'port'), 'HTTPBackendRef.port: integer');
      assert.equal(resolved('gateway.networking.k8s.io/v1beta1', 'HTTPRoute', ...backend, 'name'), 'HTTPBackendRef.name: string');
      assert.equal(resolved('gateway.networking.k8s.io/v1alpha2', 'TCPRoute', ...backend, 'weight'), 'BackendRef.weight: integer');
      assert.equal(resolved('gateway.networking.k8s.io/v1', 'Gateway', 'spec', 'listeners', 0, 'hostname'), 'Listener.hostname: string');
      for (const kind of schema.kindsOf().filter(({ addOn, list }) => addOn && !list)) assert.ok(kind.plural !== undefined, kind.kind);
    });

    it('has the List of kubectl', () => {
      assert.equal(schema.resourceKind('v1', 'List')?.list, true);
      assert.deepEqual(schema.resolve('v1', 'List', ['items'])?.value, { kind: 'list', items: { kind: 'any' } });
    });

    it('says which Kubernetes it describes', () => {
      assert.match(schema.version(), /^1\.\d+$/);
    });

    it('does not know anything else', () => {
      assert.equal(schema.resourceType('apps/v1', 'Pod'), undefined);
      assert.equal(schema.resourceType('apps', 'v1/Deployment'), undefined);
      assert.equal(schema.resourceType('', ''), undefined);
      for (const name of NAMES_OF_OBJECT_PROTOTYPE) {
        assert.equal(schema.resourceType(name, name), undefined);
        assert.equal(schema.resourceKind('v1', name), undefined);
        assert.equal(schema.type(name), undefined);
      }
    });
  });

  describe('fields', () => {
    const container = schema.type('core/v1/Container');
    assert.ok(container);
    const fieldOf = (id: string, name: string) => {
      const type = schema.type(id);
      return type && schema.field(type, name);
    };

    it('come sorted by name', () => {
      const names = schema.fieldsOf(container).map((field) => field.name);
      assert.deepEqual(names.slice(0, 3), ['args', 'command', 'env']);
      assert.deepEqual(names, [...names].sort());
    });

    it('say whether they are required', () => {
      assert.equal(schema.field(container, 'name')?.required, true);
      assert.equal(schema.field(container, 'image')?.required, false);
      assert.equal(fieldOf('apps/v1/Deployment', 'kind')?.required, true);
      assert.equal(fieldOf('apps/v1/Deployment', 'apiVersion')?.required, true);
      assert.equal(fieldOf('apps/v1/DeploymentSpec', 'selector')?.required, true);
    });

    it('say what they hold', () => {
      assert.deepEqual(schema.field(container, 'imagePullPolicy')?.value, {
        kind: 'string',
        enum: ['Always', 'IfNotPresent', 'Never'],
      });
      assert.deepEqual(fieldOf('core/v1/ContainerPort', 'containerPort')?.value, {
        kind: 'integer',
        format: 'int32',
      });
      assert.deepEqual(fieldOf('core/v1/EmptyDirVolumeSource', 'sizeLimit')?.value, { kind: 'quantity' });
      assert.deepEqual(fieldOf('apps/v1/RollingUpdateDeployment', 'maxSurge')?.value, {
        kind: 'int-or-string',
      });
      assert.deepEqual(fieldOf('core/v1/Secret', 'data')?.value, {
        kind: 'map',
        values: { kind: 'string', format: 'byte' },
      });
      assert.deepEqual(fieldOf('meta/v1/ObjectMeta', 'creationTimestamp')?.value, {
        kind: 'string',
        format: 'date-time',
      });
      assert.deepEqual(fieldOf('networking.k8s.io/v1/NetworkPolicySpec', 'policyTypes')?.value.kind, 'list');
      assert.deepEqual(fieldOf('apps/v1/ControllerRevision', 'data')?.value, { kind: 'any' });
      assert.deepEqual(fieldOf('authentication.k8s.io/v1/UserInfo', 'extra')?.value, {
        kind: 'map',
        values: { kind: 'list', items: { kind: 'string' } },
      });
    });

    it('have the values that only the API server knows', () => {
      const allowed = (id: string, name: string) => {
        const value = valueOf(fieldOf(id, name) ?? { value: { kind: 'any' } });
        return value.kind === 'object' ? undefined : value.enum;
      };
      assert.deepEqual(allowed('autoscaling/v2/MetricSpec', 'type'), ['ContainerResource', 'External', 'Object', 'Pods', 'Resource']);
      assert.deepEqual(allowed('rbac.authorization.k8s.io/v1/RoleRef', 'kind'), ['ClusterRole', 'Role']);
      assert.deepEqual(allowed('rbac.authorization.k8s.io/v1/Subject', 'kind'), ['Group', 'ServiceAccount', 'User']);
      assert.deepEqual(allowed('meta/v1/LabelSelectorRequirement', 'operator'), ['DoesNotExist', 'Exists', 'In', 'NotIn']);
      assert.deepEqual(allowed('storage.k8s.io/v1/StorageClass', 'reclaimPolicy'), ['Delete', 'Retain']);
      assert.deepEqual(allowed('core/v1/ServiceSpec', 'ipFamilies'), ['IPv4', 'IPv6']);
      assert.deepEqual(allowed('gateway.networking.k8s.io/v1/HTTPPathMatch', 'type'), ['Exact', 'PathPrefix', 'RegularExpression']);
      assert.deepEqual(allowed('gateway.networking.k8s.io/v1/HTTPRequestRedirectFilter', 'statusCode'), [
        '301',
        '302',
        '303',
        '307',
        '308',
      ]);
      // Beta types take over what the stable ones have.
      assert.deepEqual(allowed('admissionregistration.k8s.io/v1beta1/MutatingAdmissionPolicySpec', 'failurePolicy'), ['Fail', 'Ignore']);
    });

    it('have their defaults', () => {
      assert.equal(fieldOf('core/v1/Probe', 'periodSeconds')?.default, '10');
      assert.equal(fieldOf('core/v1/PodSpec', 'restartPolicy')?.default, 'Always');
      assert.equal(fieldOf('apps/v1/RollingUpdateDeployment', 'maxSurge')?.default, '25%');
      assert.equal(fieldOf('core/v1/Container', 'image')?.default, undefined);
      // A default is a value that the field takes.
      for (const [type, field] of allFields()) {
        const value = valueOf(field);
        assert.ok(field.default === undefined || !field.required, `${type.id}#${field.name}`);
        if (field.default === undefined || value.kind === 'object' || !value.enum) continue;
        assert.ok(value.enum.includes(field.default.replace('""', '')), `${type.id}#${field.name}`);
      }
    });

    it('know what tells the items of a list apart', () => {
      const list = (id: string, name: string) => {
        const value = fieldOf(id, name)?.value;
        return value?.kind === 'list' ? { keys: value.keys, unique: value.unique, lenient: value.lenient } : undefined;
      };
      const strict = { unique: undefined, lenient: undefined };
      assert.deepEqual(list('core/v1/PodSpec', 'containers'), { ...strict, keys: ['name'] });
      assert.deepEqual(list('core/v1/ServiceSpec', 'ports'), { ...strict, keys: ['port', 'protocol'] });
      assert.deepEqual(list('core/v1/Container', 'volumeMounts'), { ...strict, keys: ['mountPath'] });
      assert.deepEqual(list('core/v1/Container', 'env'), { ...strict, keys: ['name'], lenient: true });
      assert.deepEqual(list('core/v1/PodSpec', 'topologySpreadConstraints'), { ...strict, keys: ['topologyKey', 'whenUnsatisfiable'] });
      assert.deepEqual(list('meta/v1/ObjectMeta', 'finalizers'), { keys: undefined, unique: true, lenient: true });
      assert.deepEqual(list('core/v1/Container', 'args'), { ...strict, keys: undefined });
      assert.deepEqual(list('gateway.networking.k8s.io/v1/GatewaySpec', 'listeners'), { ...strict, keys: ['name'] });
    });

    it('know keys that the items have', () => {
      for (const [type, field] of allFields()) {
        if (field.value.kind !== 'list') continue;
        const items = schema.typeOf(field);
        for (const key of field.value.keys ?? []) assert.ok(items?.fields.has(key), `${type.id}#${field.name}: ${key}`);
      }
    });

    it('say whether a resource inside another may leave its names out', () => {
      assert.deepEqual(schema.resolve('apps/v1', 'StatefulSet', ['spec', 'volumeClaimTemplates', 0])?.value, {
        kind: 'object',
        type: 'core/v1/PersistentVolumeClaim',
        embedded: true,
      });
      assert.deepEqual(schema.resolve('apps/v1', 'StatefulSet', ['spec', 'template'])?.value, {
        kind: 'object',
        type: 'core/v1/PodTemplateSpec',
      });
    });

    it('are unwrapped from lists and maps', () => {
      const ports = schema.field(container, 'ports');
      assert.ok(ports);
      assert.deepEqual(schema.valueOf(ports), { kind: 'object', type: 'core/v1/ContainerPort' });
      assert.equal(schema.typeOf(ports)?.name, 'ContainerPort');
      const extra = fieldOf('authentication.k8s.io/v1/UserInfo', 'extra');
      assert.ok(extra);
      assert.deepEqual(schema.valueOf(extra), { kind: 'string' });
      assert.equal(schema.typeOf(extra), undefined);
    });

    it('do not include the names that every object has', () => {
      for (const name of NAMES_OF_OBJECT_PROTOTYPE) assert.equal(schema.field(container, name), undefined);
    });

    it('only hold types that exist', () => {
      for (const [type, field] of allFields()) {
        const value = schema.valueOf(field);
        if (value.kind === 'object') assert.ok(schema.type(value.type), `${type.id}#${field.name}`);
      }
    });
  });

  describe('resolve', () => {
    it('finds the owner of a field through objects and lists', () => {
      const path = ['spec', 'template', 'spec', 'containers', 0, 'livenessProbe', 'httpGet', 'port'];
      const resolution = schema.resolve('apps/v1', 'Deployment', path);
      assert.equal(resolution?.owner.id, 'core/v1/HTTPGetAction');
      assert.equal(resolution.field, 'port');
      assert.equal(resolution.fieldInfo?.required, true);
      assert.deepEqual(resolution.value, { kind: 'int-or-string' });
      assert.equal('mapKey' in resolution, false);
    });

    it('finds what common resources are made of', () => {
      assert.equal(resolved('v1', 'Service', 'spec', 'ports'), 'ServiceSpec.ports: list');
      assert.equal(resolved('v1', 'Service', 'spec', 'ports', 2), 'ServiceSpec.ports: object');
      assert.equal(resolved('v1', 'Service', 'spec', 'ports', 2, 'targetPort'), 'ServicePort.targetPort: int-or-string');
      assert.equal(
        resolved('networking.k8s.io/v1', 'Ingress', 'spec', 'rules', 0, 'http', 'paths', 0, 'pathType'),
        'HTTPIngressPath.pathType: string',
      );
      assert.equal(
        resolved('apps/v1', 'StatefulSet', 'spec', 'volumeClaimTemplates', 0, 'spec', 'storageClassName'),
        'PersistentVolumeClaimSpec.storageClassName: string',
      );
      assert.equal(
        resolved('batch/v1', 'CronJob', 'spec', 'jobTemplate', 'spec', 'template', 'spec', 'restartPolicy'),
        'PodSpec.restartPolicy: string',
      );
    });

    it('gives the field that holds a map, and the key', () => {
      assert.equal(resolved('v1', 'Pod', 'metadata', 'labels'), 'ObjectMeta.labels: map');
      assert.equal(resolved('v1', 'Pod', 'metadata', 'labels', 'app'), 'ObjectMeta.labels[app]: string');
      assert.equal(
        resolved('v1', 'PersistentVolumeClaim', 'spec', 'resources', 'requests', 'storage'),
        'VolumeResourceRequirements.requests[storage]: quantity',
      );
    });

    it('follows objects and lists inside a map', () => {
      const schemaOfVersion = ['spec', 'versions', 0, 'schema', 'openAPIV3Schema'];
      const crd = (...path: (string | number)[]) =>
        resolved('apiextensions.k8s.io/v1', 'CustomResourceDefinition', ...schemaOfVersion, ...path);
      assert.equal(crd('properties', 'spec'), 'JSONSchemaProps.properties[spec]: object');
      assert.equal(crd('properties', 'spec', 'type'), 'JSONSchemaProps.type: string');
      assert.equal(
        resolved('authentication.k8s.io/v1', 'TokenReview', 'status', 'user', 'extra', 'scopes', 0),
        'UserInfo.extra[scopes]: string',
      );
    });

    it('gives the resource itself for the empty path', () => {
      const resolution = schema.resolve('v1', 'Pod', []);
      assert.equal(resolution?.owner.id, 'core/v1/Pod');
      assert.deepEqual(resolution.value, { kind: 'object', type: 'core/v1/Pod' });
      assert.equal('field' in resolution, false);
    });

    it('is undefined where the schema has nothing', () => {
      assert.equal(resolved('v1', 'Deployment', 'spec'), undefined);
      assert.equal(resolved('example.com/v1', 'Database', 'spec'), undefined);
      assert.equal(resolved('v1', 'Pod', 'spec', 'container'), undefined);
      assert.equal(resolved('v1', 'Pod', 'spec', 'nodeName', 'further'), undefined);
      assert.equal(resolved('apps/v1', 'ControllerRevision', 'data', 'inside', 'any'), undefined);
    });

    it('is undefined where an index and a name are mixed up', () => {
      assert.equal(resolved('v1', 'Pod', 'spec', 'containers', 'name'), undefined);
      assert.equal(resolved('v1', 'Pod', 'spec', 'containers', '0'), undefined);
      assert.equal(resolved('v1', 'Pod', 'spec', 0), undefined);
      assert.equal(resolved('v1', 'Pod', 'metadata', 'labels', 0), undefined);
      for (const index of [-1, 0.5, NaN, Infinity]) {
        assert.equal(resolved('v1', 'Pod', 'spec', 'containers', index), undefined);
      }
    });

    it('takes the names that every object has for keys, but not for fields', () => {
      for (const name of NAMES_OF_OBJECT_PROTOTYPE) {
        assert.equal(resolved('v1', 'Pod', name), undefined);
        assert.equal(resolved('v1', 'Pod', 'spec', name, name), undefined);
        assert.equal(resolved(name, name, name), undefined);
        assert.equal(resolved('v1', 'Pod', 'metadata', 'labels', name), `ObjectMeta.labels[${name}]: string`);
      }
    });
  });

  describe('createSchema', () => {
    it('parses only when it is asked', () => {
      const broken = createSchema(() => 'no JSON');
      assert.throws(() => broken.kindsOf(), SyntaxError);
    });
  });
});
