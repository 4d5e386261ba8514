import assert from 'node:assert/strict';
import { parse } from 'yaml';
import { extendSchema, readDefinition } from '../../../server/kubernetes/schema/crd.ts';
import { createDescriptions } from '../../../server/kubernetes/schema/descriptions.ts';
import type { KubernetesSchema } from '../../../server/kubernetes/schema/schema.ts';
import { schema } from '../../../server/kubernetes/schema.ts';

const DATABASE = `
apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata:
  name: databases.example.com
spec:
  group: example.com
  scope: Namespaced
  names: { kind: Database, plural: databases, singular: database }
  versions:
    - name: v1
      served: true
      storage: true
      schema:
        openAPIV3Schema:
          type: object
          description: A database.
          required: [spec]
          properties:
            apiVersion: { type: string }
            kind: { type: string }
            metadata: { type: object }
            spec:
              type: object
              description: What is wanted.
              required: [engine]
              properties:
                engine: { type: string, enum: [postgres, mysql], default: postgres, description: 'Which one: *bold*' }
                replicas: { type: integer, format: int32, default: 1, enum: [1, 3] }
                port: { x-kubernetes-int-or-string: true, anyOf: [{ type: integer }, { type: string }] }
                memory:
                  anyOf: [{ type: integer }, { type: string }]
                  pattern: ^(\\+|-)?(([0-9]+(\\.[0-9]*)?)|(\\.[0-9]+))(([KMGTPE]i)|[numkMGTPE]|([eE](\\+|-)?(([0-9]+(\\.[0-9]*)?)|(\\.[0-9]+))))?$
                  x-kubernetes-int-or-string: true
                users:
                  type: array
                  x-kubernetes-list-type: map
                  x-kubernetes-list-map-keys: [name]
                  items:
                    type: object
                    required: [name]
                    properties:
                      name: { type: string }
                      roles: { type: array, x-kubernetes-list-type: set, items: { type: string } }
                settings: { type: object, additionalProperties: { type: string } }
                pools:
                  type: object
                  additionalProperties: { type: object, properties: { size: { type: integer } } }
                free: { type: object, x-kubernetes-preserve-unknown-fields: true }
                half: { type: object, x-kubernetes-preserve-unknown-fields: true, properties: { known: { type: boolean } } }
                job: { type: object, x-kubernetes-embedded-resource: true, x-kubernetes-preserve-unknown-fields: true }
            status: { type: object, properties: { ready: { type: boolean } } }
    - name: v1alpha1
      served: false
      schema: { openAPIV3Schema: { type: object } }
    - name: v1beta1
      served: true
      schema: { openAPIV3Schema: { type: object, properties: { spec: { type: object, properties: { old: { type: string } } } } } }
`;

function withDefinitions(...definitions: unknown[]): KubernetesSchema {
  return extendSchema(
    schema,
    definitions.map(readDefinition).filter((definition) => definition !== undefined),
  );
}

const extended = withDefinitions(parse(DATABASE));
const at = (...path: (string | number)[]) => extended.resolve('example.com/v1', 'Database', path);

/** A definition with a schema. */
const definitionOf = (openAPIV3Schema: unknown, group = 'example.com', kind = 'Thing', version = 'v1') => ({
  apiVersion: 'apiextensions.k8s.io/v1',
  kind: 'CustomResourceDefinition',
  spec: {
    group,
    scope: 'Cluster',
    names: { kind, plural: 'things' },
    versions: [{ name: version, served: true, schema: { openAPIV3Schema } }],
  },
});

describe('kubernetes custom resource definitions', () => {
  it('add a kind for each served version, and its list', () => {
    assert.deepEqual(extended.resourceKind('example.com/v1', 'Database'), {
      apiVersion: 'example.com/v1',
      kind: 'Database',
      type: 'example.com/v1/Database',
      plural: 'databases',
      scope: 'Namespaced',
    });
    assert.equal(extended.resourceKind('example.com/v1beta1', 'Database')?.kind, 'Database');
    assert.equal(extended.resourceKind('example.com/v1alpha1', 'Database'), undefined);
    assert.equal(extended.resourceKind('example.com/v1', 'DatabaseList')?.list, true);
    assert.equal(extended.resolve('example.com/v1', 'DatabaseList', ['items', 0, 'spec', 'engine'])?.value.kind, 'string');
    assert.equal(extended.resolve('example.com/v1beta1', 'Database', ['spec', 'engine']), undefined);
    assert.equal(extended.resolve('example.com/v1beta1', 'Database', ['spec', 'old'])?.value.kind, 'string');
  });

  it('leave what is built in as it is', () => {
    assert.equal(extended.version(), schema.version());
    assert.equal(extended.resolve('v1', 'Pod', ['spec', 'nodeName'])?.owner.name, 'PodSpec');
    assert.equal(extended.kindsOf().length, schema.kindsOf().length + 4);
    assert.equal(extendSchema(schema, []), schema);
    const own = withDefinitions(definitionOf({ type: 'object', properties: { mine: { type: 'string' } } }, 'apps', 'Deployment'));
    assert.equal(own.resolve('apps/v1', 'Deployment', ['mine']), undefined);
    assert.ok(own.resolve('apps/v1', 'Deployment', ['spec', 'replicas']));
  });

  it('say what a cluster has of an add-on', () => {
    const own = withDefinitions(
      definitionOf(
        { type: 'object', properties: { spec: { type: 'object', properties: { mine: { type: 'string' } } } } },
        'gateway.networking.k8s.io',
        'Gateway',
      ),
    );
    assert.ok(own.resolve('gateway.networking.k8s.io/v1', 'Gateway', ['spec', 'mine']));
    assert.equal(own.resolve('gateway.networking.k8s.io/v1', 'Gateway', ['spec', 'listeners']), undefined);
    assert.ok(own.resolve('gateway.networking.k8s.io/v1', 'HTTPRoute', ['spec', 'hostnames']));
    assert.equal(
      own.kindsOf().filter(({ apiVersion, kind }) => apiVersion === 'gateway.networking.k8s.io/v1' && kind === 'Gateway').length,
      1,
    );
  });

  it('have what every resource has', () => {
    const root = extended.resourceType('example.com/v1', 'Database');
    assert.ok(root);
    assert.deepEqual([...root.fields.keys()], ['apiVersion', 'kind', 'metadata', 'spec', 'status']);
    assert.deepEqual(
      [root.fields.get('kind')?.required, root.fields.get('spec')?.required, root.fields.get('status')?.required],
      [true, true, false],
    );
    assert.equal(at('metadata', 'labels', 'app')?.owner.name, 'ObjectMeta');
  });

  it('say what fields hold', () => {
    assert.deepEqual(at('spec', 'engine')?.value, { kind: 'string', enum: ['mysql', 'postgres'] });
    assert.equal(at('spec', 'engine')?.fieldInfo?.required, true);
    assert.equal(at('spec', 'engine')?.fieldInfo?.default, 'postgres');
    assert.deepEqual(at('spec', 'replicas')?.value, { kind: 'integer', enum: ['1', '3'], format: 'int32' });
    assert.equal(at('spec', 'replicas')?.fieldInfo?.default, '1');
    assert.deepEqual(at('spec', 'port')?.value, { kind: 'int-or-string' });
    assert.deepEqual(at('spec', 'memory')?.value, { kind: 'quantity' });
    assert.deepEqual(at('spec', 'settings', 'any')?.value, { kind: 'string' });
    assert.deepEqual(at('spec', 'pools', 'a', 'size')?.value, { kind: 'integer' });
    assert.deepEqual(at('spec', 'free')?.value, { kind: 'any' });
    assert.equal(at('spec', 'nothing'), undefined);
  });

  it('know lists with keys and sets', () => {
    const users = at('spec', 'users')?.value;
    assert.deepEqual(users?.kind === 'list' && users.keys, ['name']);
    const roles = at('spec', 'users', 0, 'roles')?.value;
    assert.deepEqual(roles?.kind === 'list' && roles.unique, true);
  });

  it('know where more fields may stand', () => {
    const half = at('spec', 'half')?.value;
    assert.ok(half?.kind === 'object');
    assert.equal(extended.type(half.type)?.open, true);
    assert.equal(at('spec', 'half', 'known')?.value.kind, 'boolean');
    const spec = at('spec')?.value;
    assert.equal(spec?.kind === 'object' && extended.type(spec.type)?.open, undefined);
  });

  it('know resources inside', () => {
    const job = at('spec', 'job')?.value;
    assert.ok(job?.kind === 'object');
    const type = extended.type(job.type);
    assert.equal(type?.open, true);
    assert.equal(type.fields.get('kind')?.required, true);
    assert.equal(at('spec', 'job', 'metadata', 'name')?.owner.name, 'ObjectMeta');
  });

  it('bring their own texts', () => {
    const descriptionOf = createDescriptions(() => assert.fail('no text of Kubernetes is needed'));
    const text = (...path: string[]) => {
      const resolution = at(...path);
      return resolution && descriptionOf(resolution);
    };
    assert.deepEqual(
      [text(), text('spec'), text('spec', 'engine'), text('spec', 'port')],
      ['A database.', 'What is wanted.', 'Which one: *bold*', undefined],
    );
  });

  it('do not have the names of built-in types, which have notes', () => {
    const knative = withDefinitions(definitionOf({ type: 'object' }, 'serving.knative.dev', 'Service'));
    assert.equal(knative.resourceType('serving.knative.dev/v1', 'Service')?.name, 'Service.serving.knative.dev');
    assert.equal(at('spec', 'engine')?.owner.name, 'Database.spec');
  });

  it('take anything without a schema', () => {
    const own = withDefinitions(definitionOf(undefined));
    assert.equal(own.resourceType('example.com/v1', 'Thing')?.open, true);
    assert.ok(own.resolve('example.com/v1', 'Thing', ['metadata', 'name']));
  });

  it('are nothing else', () => {
    for (const other of [
      undefined,
      null,
      3,
      'text',
      [],
      {},
      { kind: 'CustomResourceDefinition' },
      { ...definitionOf({}), spec: null },
      parse('{kind: Pod}'),
    ]) {
      assert.equal(readDefinition(other), undefined);
    }
    for (const names of [null, [], { kind: 3 }, { kind: '' }]) {
      assert.equal(readDefinition({ ...definitionOf({}), spec: { group: 'a.b', names, versions: [] } }), undefined);
    }
  });

  describe('that are hostile', () => {
    /** Asks for every type that can be reached, up to a number. */
    function walk(own: KubernetesSchema, most: number): number {
      const seen = new Set<string>();
      const queue = own
        .kindsOf()
        .filter(({ apiVersion }) => apiVersion.startsWith('example.com/'))
        .map(({ type }) => type);
      for (let id = queue.pop(); id !== undefined && seen.size < most; id = queue.pop()) {
        if (seen.has(id)) continue;
        seen.add(id);
        for (const field of own.type(id)?.fields.values() ?? []) {
          const value = own.valueOf(field);
          if (value.kind === 'object') queue.push(value.type);
        }
      }
      return seen.size;
    }

    it('may hold themselves', () => {
      const node: Record<string, unknown> = { type: 'object' };
      node.properties = { again: node, list: { type: 'array', items: node } };
      const own = withDefinitions(definitionOf(node));
      assert.equal(own.resolve('example.com/v1', 'Thing', ['again', 'again', 'list', 0, 'again'])?.field, 'again');
      assert.ok(walk(own, 100_000) <= 20_100);
      const list: Record<string, unknown> = { type: 'array' };
      list.items = list;
      assert.ok(withDefinitions(definitionOf({ type: 'object', properties: { list } })).resolve('example.com/v1', 'Thing', ['list', 0, 0]));
    });

    it('may be deep and wide', () => {
      let deep: unknown = { type: 'string' };
      let lists: unknown = { type: 'string' };
      for (let depth = 0; depth < 50_000; depth++) {
        deep = { type: 'object', properties: { a: deep } };
        lists = depth % 2 ? { type: 'array', items: lists } : { type: 'object', additionalProperties: lists };
      }
      const wide = Object.fromEntries(
        Array.from({ length: 50_000 }, (_, index) => [`field${String(index)}`, { type: 'object', properties: { a: {} } }]),
      );
      const own = withDefinitions(
        definitionOf({ type: 'object', properties: { deep, lists, wide: { type: 'object', properties: wide } } }),
      );
      assert.ok(own.resolve('example.com/v1', 'Thing', ['deep', 'a', 'a']));
      assert.ok(walk(own, 200_000) <= 20_100);
    });

    it('may be wrong in every part', () => {
      const junk = [null, 3, '', 'text', [], [null], {}, { type: [] }, { type: 'object', properties: [] }, { enum: 3 }, { items: 'x' }];
      for (const part of junk) {
        for (const key of [
          'type',
          'properties',
          'items',
          'enum',
          'required',
          'description',
          'default',
          'format',
          'additionalProperties',
          'x-kubernetes-list-map-keys',
        ]) {
          const own = withDefinitions(
            definitionOf({
              type: 'object',
              properties: { a: { type: 'array', items: {}, [key]: part }, b: part, c: { [key]: part } },
              [key]: part,
            }),
          );
          walk(own, 1000);
          own.resolve('example.com/v1', 'Thing', ['a', 0, 'b']);
        }
        for (const key of ['group', 'names', 'scope', 'versions']) {
          const definition = definitionOf({ type: 'object' });
          withDefinitions(
            { ...definition, spec: { ...definition.spec, [key]: part } },
            { ...definition, spec: { ...definition.spec, versions: [part] } },
          );
        }
      }
    });

    it('may use the names that every object has', () => {
      const properties = JSON.parse(
        '{"__proto__": {"type": "string"}, "constructor": {"type": "object", "properties": {"a": {}}}}',
      ) as unknown;
      const own = withDefinitions(definitionOf({ type: 'object', properties }));
      assert.equal(own.resolve('example.com/v1', 'Thing', ['toString']), undefined);
      assert.ok(own.resolve('example.com/v1', 'Thing', ['constructor', 'a']));
      assert.equal(withDefinitions(definitionOf({}, '__proto__', 'constructor')).resourceKind('__proto__/v1', 'toString'), undefined);
    });

    it('may have names with dots and slashes', () => {
      const part = (name: string) => ({
        type: 'object',
        properties: { [name]: { type: 'object', properties: { here: { type: 'string' } } } },
      });
      const own = withDefinitions(definitionOf({ type: 'object', properties: { 'a.b': part('c'), a: part('b.c'), 'x/y.z': part('w') } }));
      assert.ok(own.resolve('example.com/v1', 'Thing', ['a.b', 'c', 'here']));
      assert.ok(own.resolve('example.com/v1', 'Thing', ['a', 'b.c', 'here']));
      assert.ok(own.resolve('example.com/v1', 'Thing', ['x/y.z', 'w', 'here']));
      assert.ok(
        withDefinitions(definitionOf({ type: 'object', properties: { a: part('b') } }, 'example.com', 'A.B/C')).resolve(
          'example.com/v1',
          'A.B/C',
          ['a', 'b', 'here'],
        ),
      );
    });
  });
});
