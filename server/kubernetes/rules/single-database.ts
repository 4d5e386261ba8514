import type { YAMLMap } from 'yaml';
import { parseImage } from '../../image.ts';
import { defineRule, type Fix } from '../../rule.ts';
import { deletePair, insertEntry, insertFirst, replaceText } from '../../yaml/edit.ts';
import { spanOfNode } from '../../yaml/parse.ts';
import { mapAt, nodeAt, pairOf, stringAt, textAt } from '../../yaml/read.ts';
import { perManifest } from '../check.ts';
import { isOfKind, type KubernetesModel, type Manifest } from '../model.ts';
import { ownerSpan } from '../owner.ts';
import { containersOf, sharesVolume } from '../workload.ts';

/** Images of programs that keep their data directory to themselves, by the last part of their names. */
const databases: ReadonlySet<string> = new Set(
  (
    'mysql mysql-server mariadb percona percona-server postgres postgresql postgis timescaledb mongo mongodb mongodb-community-server ' +
    'redis valkey redis-stack-server elasticsearch opensearch cassandra scylla couchdb couchbase influxdb neo4j cockroach ' +
    'clickhouse clickhouse-server rabbitmq kafka cp-kafka zookeeper etcd arangodb rethinkdb'
  ).split(' '),
);

export const singleDatabase = defineRule<KubernetesModel>({
  id: 'kubernetes/single-database',
  severity: 'warning',
  presets: ['recommended'],
  equivalents: [],
  message: {
    ko: '롤링 업데이트 동안 `{image}` Pod 둘이 한 볼륨을 함께 엽니다. StatefulSet으로 옮기거나 `strategy.type: Recreate`로 하세요.',
    en: 'During a rolling update two `{image}` Pods have the one volume open. Make it a StatefulSet, or use `strategy.type: Recreate`.',
  },
  variants: {
    replicas: {
      ko: '`{image}` Pod {replicas}개가 한 볼륨을 함께 씁니다. Pod마다 볼륨이 생기는 StatefulSet으로 옮기세요.',
      en: '{replicas} Pods of `{image}` share one volume. Make it a StatefulSet, which gives each Pod a volume of its own.',
    },
  },
  why: {
    ko: '데이터베이스는 데이터 디렉터리를 혼자 쓴다고 여깁니다. 둘이 함께 열면 새 Pod가 뜨지 못하거나 데이터가 망가집니다.',
    en: 'A database takes its data directory for its own. If two open it, the new Pod does not start, or the data are damaged.',
  },
  note: 'kubernetes/StatefulSet',
  check: perManifest((manifest, report) => {
    if (!isOfKind(manifest, 'Deployment', 'apps', 'extensions')) return;
    const { document, root } = manifest;
    const { ast } = document.source;
    const image = containersOf(manifest)
      .filter(({ role }) => role === 'main')
      .map(({ node }) => databaseOf(stringAt(ast, node, ['image']) ?? ''))
      .find((name) => name !== undefined);
    const spec = mapAt(ast, root, ['spec']);
    if (image === undefined || !sharesVolume(manifest) || !spec) return;
    const value = nodeAt(ast, spec, ['replicas']);
    const replicas = textAt(ast, spec, ['replicas']) ?? '1';
    const replicasAt = value && spanOfNode(document, value);
    const at = ownerSpan(manifest);
    if (Number(replicas) > 1 && replicasAt) report({ at: replicasAt, variant: 'replicas', data: { image, replicas } });
    else if (textAt(ast, spec, ['strategy', 'type']) !== 'Recreate' && at)
      report({ at, data: { image }, fix: () => recreate(manifest, spec) });
  }),
  examples: {
    bad: [
      {
        text: 'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: «db»\nspec:\n  replicas: 1 # 하나만\n  selector:\n    matchLabels: {app: db}\n  template:\n    spec:\n      containers:\n        - name: mysql\n          image: mysql:8.4\n      volumes:\n        - name: data\n          persistentVolumeClaim:\n            claimName: db\n',
        fixed:
          'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: db\nspec:\n  replicas: 1 # 하나만\n  strategy:\n    type: Recreate\n  selector:\n    matchLabels: {app: db}\n  template:\n    spec:\n      containers:\n        - name: mysql\n          image: mysql:8.4\n      volumes:\n        - name: data\n          persistentVolumeClaim:\n            claimName: db\n',
      },
      {
        text: 'apiVersion: apps/v1\r\nkind: Deployment\r\nmetadata:\r\n  name: «db»\r\nspec:\r\n  # 천천히\r\n  strategy:\r\n    type: RollingUpdate\r\n    rollingUpdate:\r\n      maxSurge: 1\r\n  template:\r\n    spec:\r\n      containers:\r\n        - name: db\r\n          image: registry.example.com/bitnami/postgresql:17\r\n      volumes:\r\n        - name: data\r\n          persistentVolumeClaim:\r\n            claimName: db\r\n',
        fixed:
          'apiVersion: apps/v1\r\nkind: Deployment\r\nmetadata:\r\n  name: db\r\nspec:\r\n  # 천천히\r\n  strategy:\r\n    type: Recreate\r\n  template:\r\n    spec:\r\n      containers:\r\n        - name: db\r\n          image: registry.example.com/bitnami/postgresql:17\r\n      volumes:\r\n        - name: data\r\n          persistentVolumeClaim:\r\n            claimName: db\r\n',
      },
      {
        text: 'apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: db}\nspec:\n  replicas: «2»\n  strategy: {type: Recreate}\n  template:\n    spec:\n      containers: [{name: db, image: "redis:8"}]\n      volumes: [{name: data, persistentVolumeClaim: {claimName: db}}]\n',
      },
    ],
    good: [
      'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: db\nspec:\n  strategy:\n    type: Recreate\n  template:\n    spec:\n      containers:\n        - name: mysql\n          image: mysql:8.4\n      volumes:\n        - name: data\n          persistentVolumeClaim:\n            claimName: db\n',
      // no data that stay
      'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: cache\nspec:\n  replicas: 3\n  template:\n    spec:\n      containers:\n        - name: redis\n          image: redis:8\n      volumes:\n        - name: data\n          emptyDir: {}\n',
      // no database, though its name begins like one
      'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: exporter\nspec:\n  replicas: 2\n  template:\n    spec:\n      containers:\n        - name: exporter\n          image: prom/mysqld-exporter:1.0\n      volumes:\n        - name: data\n          persistentVolumeClaim:\n            claimName: shared\n',
      'apiVersion: apps/v1\nkind: StatefulSet\nmetadata:\n  name: db\nspec:\n  template:\n    spec:\n      containers:\n        - name: mysql\n          image: mysql:8.4\n',
    ],
  },
});

function databaseOf(text: string): string | undefined {
  const repository = parseImage(text)?.repository;
  const name = repository?.slice(repository.lastIndexOf('/') + 1);
  return name !== undefined && databases.has(name) ? name : undefined;
}

/** Writes the strategy `Recreate`, which may not stand beside `rollingUpdate`. */
function recreate({ document, root }: Manifest, spec: YAMLMap): Fix | undefined {
  const title = { ko: '`Recreate` 전략 쓰기', en: 'Use the strategy `Recreate`' };
  const strategy = pairOf(spec, 'strategy');
  if (!strategy) {
    const specPair = pairOf(root, 'spec');
    const entry = ['strategy', [['type', 'Recreate']]] as const;
    const edit = pairOf(spec, 'replicas')
      ? insertEntry(document, spec, entry, 'replicas')
      : specPair && insertFirst(document, specPair, entry);
    return edit && { title, edits: [edit] };
  }
  const map = mapAt(document.source.ast, spec, ['strategy']);
  const type = map && pairOf(map, 'type');
  const rolling = map && pairOf(map, 'rollingUpdate');
  const typed = type && replaceText(document, type, 'Recreate');
  if (!map || !typed) return undefined;
  if (!rolling) return { title, edits: typed };
  const deleted = deletePair(document, map, rolling);
  return deleted && { title, edits: [...typed, deleted] };
}
