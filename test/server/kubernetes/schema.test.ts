import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createSchema, type Resolution } from '../../../server/kubernetes/schema/schema.ts';

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
      assert.equal(fieldOf('apps/v1/Deployment', 'kind')?.required, false);
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
      for (const { type } of schema.kindsOf()) visit(type, new Set());

      function visit(id: string, seen: Set<string>): void {
        if (seen.has(id)) return;
        seen.add(id);
        const type = schema.type(id);
        assert.ok(type, id);
        for (const field of schema.fieldsOf(type)) {
          const value = schema.valueOf(field);
          if (value.kind === 'object') visit(value.type, seen);
        }
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
