import { imageName, parseImage } from '../image.ts';

/** A program that keeps data: what its official image is like. Source: the images' own documentation. */
export interface Store {
  /** What it is called. */
  readonly name: string;
  /** `cache` where losing the data costs time only, `queue` where messages wait, `database` where the data are what counts. */
  readonly kind: 'database' | 'queue' | 'cache';
  /** The port that clients connect to. */
  readonly port: number;
  /** Where the image keeps its data, the usual place first; none where that depends on the settings. */
  readonly directories: readonly string[];
  /** A health check that really asks the server; absent where that depends on the settings. `$$` is a dollar sign in Compose. */
  readonly check?: string | undefined;
}

/** The version of PostgreSQL from which its image keeps the data in a folder by version, below `/var/lib/postgresql`. */
const movedPostgres = 18;

/** The first version of MongoDB whose image brings `mongosh` along. */
const oldMongo = 5;

const mysql: Store = {
  name: 'MySQL',
  kind: 'database',
  port: 3306,
  directories: ['/var/lib/mysql'],
  check: 'MYSQL_PWD="$$MYSQL_ROOT_PASSWORD" mysql --host=127.0.0.1 --user=root --execute="SELECT 1"',
};
const mariadb: Store = {
  name: 'MariaDB',
  kind: 'database',
  port: 3306,
  directories: ['/var/lib/mysql'],
  check: 'healthcheck.sh --connect --innodb_initialized',
};
const postgres: Store = {
  name: 'PostgreSQL',
  kind: 'database',
  port: 5432,
  directories: ['/var/lib/postgresql/data'],
  check: 'pg_isready --host=127.0.0.1 --username="$${POSTGRES_USER:-postgres}"',
};
const mongo: Store = {
  name: 'MongoDB',
  kind: 'database',
  port: 27017,
  directories: ['/data/db'],
  check: `mongosh --quiet --eval "db.adminCommand('ping').ok" | grep -q 1`,
};
const redis: Store = { name: 'Redis', kind: 'cache', port: 6379, directories: ['/data'], check: 'redis-cli ping | grep -q PONG' };
const valkey: Store = { name: 'Valkey', kind: 'cache', port: 6379, directories: ['/data'], check: 'valkey-cli ping | grep -q PONG' };
const rabbitmq: Store = {
  name: 'RabbitMQ',
  kind: 'queue',
  port: 5672,
  directories: ['/var/lib/rabbitmq'],
  check: 'rabbitmq-diagnostics -q check_port_connectivity',
};
const kafka: Store = { name: 'Kafka', kind: 'queue', port: 9092, directories: [] };

const stores: ReadonlyMap<string, Store> = new Map<string, Store>([
  ['mysql', mysql],
  ['mysql/mysql-server', mysql],
  ['container-registry.oracle.com/mysql/community-server', mysql],
  ['percona', { ...mysql, name: 'Percona Server' }],
  ['percona/percona-server', { ...mysql, name: 'Percona Server' }],
  ['mariadb', mariadb],
  ['postgres', postgres],
  ['postgis/postgis', postgres],
  ['pgvector/pgvector', postgres],
  ['timescale/timescaledb', postgres],
  ['mongo', mongo],
  ['redis', redis],
  ['redis/redis-stack-server', redis],
  ['valkey/valkey', valkey],
  ['memcached', { name: 'Memcached', kind: 'cache', port: 11211, directories: [] }],
  ['rabbitmq', rabbitmq],
  ['apache/kafka', kafka],
  ['confluentinc/cp-kafka', kafka],
  ['confluentinc/confluent-local', kafka],
  ['cassandra', { name: 'Cassandra', kind: 'database', port: 9042, directories: ['/var/lib/cassandra'] }],
  ['couchdb', { name: 'CouchDB', kind: 'database', port: 5984, directories: ['/opt/couchdb/data'] }],
  ['neo4j', { name: 'Neo4j', kind: 'database', port: 7687, directories: ['/data'] }],
  ['elasticsearch', { name: 'Elasticsearch', kind: 'database', port: 9200, directories: ['/usr/share/elasticsearch/data'] }],
  [
    'docker.elastic.co/elasticsearch/elasticsearch',
    { name: 'Elasticsearch', kind: 'database', port: 9200, directories: ['/usr/share/elasticsearch/data'] },
  ],
  ['opensearchproject/opensearch', { name: 'OpenSearch', kind: 'database', port: 9200, directories: ['/usr/share/opensearch/data'] }],
  ['clickhouse/clickhouse-server', { name: 'ClickHouse', kind: 'database', port: 8123, directories: ['/var/lib/clickhouse'] }],
  ['influxdb', { name: 'InfluxDB', kind: 'database', port: 8086, directories: ['/var/lib/influxdb2', '/var/lib/influxdb'] }],
  ['mcr.microsoft.com/mssql/server', { name: 'SQL Server', kind: 'database', port: 1433, directories: ['/var/opt/mssql'] }],
  ['gvenzl/oracle-free', { name: 'Oracle Database', kind: 'database', port: 1521, directories: ['/opt/oracle/oradata'] }],
  ['gvenzl/oracle-xe', { name: 'Oracle Database', kind: 'database', port: 1521, directories: ['/opt/oracle/oradata'] }],
]);

/** The store that an image holds; `undefined` for other images. Only images are listed whose documentation says where they keep data. */
export function storeOf(image: string): Store | undefined {
  // A version may come from a variable: the name stands before it.
  const reference = parseImage(image.replace(/:\$.*$/, ''));
  const store = reference && stores.get(imageName(reference));
  if (store === mongo && Number(/^\d+/.exec(reference?.tag ?? '')?.[0] ?? oldMongo) < oldMongo) return { ...mongo, check: undefined };
  if (store !== postgres || !reference) return store;
  const isKnown = imageName(reference) === 'postgres' && !image.includes('$');
  if (!isKnown) return { ...store, directories: ['/var/lib/postgresql/data', '/var/lib/postgresql'] };
  const major = /^(\d+)/.exec(reference.tag ?? 'latest')?.[1];
  const isMoved =
    major === undefined ? /^(?:latest|alpine|bookworm|trixie)/.test(reference.tag ?? 'latest') : Number(major) >= movedPostgres;
  return isMoved ? { ...store, directories: ['/var/lib/postgresql'] } : store;
}

/** Images by the last part of their names, whoever builds them, with the port they listen on. */
const portsByName: ReadonlyMap<string, number> = new Map(
  [...stores]
    .map(([name, { port }]): readonly [string, number] => [name.slice(name.lastIndexOf('/') + 1), port])
    .concat([
      ['postgresql', 5432],
      ['mongodb', 27017],
      ['mongodb-community-server', 27017],
      ['cp-server', 9092],
      ['kafka', 9092],
    ]),
);

/** The port that clients of an image connect to, where it is a database, queue or cache. */
export function storePort(image: string): number | undefined {
  const reference = parseImage(image.replace(/:\$.*$/, ''));
  if (!reference) return undefined;
  const name = imageName(reference);
  if (/(?:^|\/)server$/.test(name) && name !== 'mcr.microsoft.com/mssql/server') return undefined;
  return portsByName.get(name.slice(name.lastIndexOf('/') + 1));
}
