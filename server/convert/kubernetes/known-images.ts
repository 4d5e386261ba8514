import { parseImage } from '../../image.ts';
import { baseName } from '../../text/path.ts';

/** What is known of a program that keeps data or answers other protocols than HTTP. Source: the documentation of the official images. */
export interface KnownImage {
  readonly port: number;
  readonly portName: string;
  /** Where it keeps its data. */
  readonly data: readonly string[];
  /** It refuses a data directory that is not empty: a new disk may hold `lost+found`. */
  readonly wantsEmptyFolder?: true;
}

const mysql: KnownImage = { port: 3306, portName: 'mysql', data: ['/var/lib/mysql'], wantsEmptyFolder: true };
const postgres: KnownImage = { port: 5432, portName: 'postgres', data: ['/var/lib/postgresql'], wantsEmptyFolder: true };
const redis: KnownImage = { port: 6379, portName: 'redis', data: ['/data'] };
const elastic: KnownImage = { port: 9200, portName: 'http', data: ['/usr/share/elasticsearch/data', '/usr/share/opensearch/data'] };
const kafka: KnownImage = { port: 9092, portName: 'kafka', data: ['/var/lib/kafka/data', '/bitnami/kafka', '/tmp/kraft-combined-logs'] };

const images: ReadonlyMap<string, KnownImage> = new Map([
  ['mysql', mysql],
  ['mariadb', mysql],
  ['percona', mysql],
  ['postgres', postgres],
  ['postgresql', postgres],
  ['postgis', postgres],
  ['timescaledb', postgres],
  ['pgvector', postgres],
  ['redis', redis],
  ['valkey', redis],
  ['mongo', { port: 27_017, portName: 'mongodb', data: ['/data/db', '/data/configdb'] }],
  ['rabbitmq', { port: 5672, portName: 'amqp', data: ['/var/lib/rabbitmq'] }],
  ['kafka', kafka],
  ['cp-kafka', kafka],
  ['zookeeper', { port: 2181, portName: 'zookeeper', data: ['/data', '/datalog'] }],
  ['nats', { port: 4222, portName: 'nats', data: ['/data'] }],
  ['memcached', { port: 11_211, portName: 'memcached', data: [] }],
  ['elasticsearch', elastic],
  ['opensearch', elastic],
  ['cassandra', { port: 9042, portName: 'cql', data: ['/var/lib/cassandra'] }],
  ['influxdb', { port: 8086, portName: 'http', data: ['/var/lib/influxdb2', '/var/lib/influxdb'] }],
  ['clickhouse-server', { port: 8123, portName: 'http', data: ['/var/lib/clickhouse'] }],
  ['etcd', { port: 2379, portName: 'etcd', data: ['/etcd-data'] }],
  ['minio', { port: 9000, portName: 's3', data: ['/data'] }],
]);

/** What is known of an image by the last part of its name. */
export function knownImage(image: string): KnownImage | undefined {
  return images.get(baseName(parseImage(image)?.repository ?? ''));
}

/** Folders in which programs keep what must not be lost. */
const dataFolders = /^\/(?:var\/lib\/|bitnami\/|data(?:\/|$)|usr\/share\/(?:elastic|open)search\/data)|\/data$/;

/** Whether a program with this image keeps its data at a place. */
export function isDataFolder(target: string, known: KnownImage | undefined): boolean {
  return dataFolders.test(target) || (known?.data.some((folder) => target === folder || target.startsWith(`${folder}/`)) ?? false);
}

const portNames: ReadonlyMap<number, string> = new Map([
  [80, 'http'],
  [443, 'https'],
  [8443, 'https'],
  [22, 'ssh'],
  [25, 'smtp'],
  [1025, 'smtp'],
  [53, 'dns'],
  [9090, 'http'],
  [15_672, 'management'],
  [50_051, 'grpc'],
  [3306, 'mysql'],
  [5432, 'postgres'],
  [6379, 'redis'],
  [27_017, 'mongodb'],
  [5672, 'amqp'],
  [9092, 'kafka'],
]);

/** Ports on which programs usually speak HTTP. */
const webPorts: ReadonlySet<number> = new Set([
  80, 3000, 3001, 4000, 4173, 4200, 5000, 5001, 5173, 5601, 7000, 8000, 8001, 8008, 8025, 8080, 8081, 8082, 8088, 8090, 8501, 8888, 9001,
  9090, 15_672,
]);

export function isWebPort(port: number): boolean {
  return webPorts.has(port);
}

/** A name for a port, such as `http`; `undefined` where none is usual. */
export function usualPortName(port: number): string | undefined {
  return portNames.get(port) ?? (isWebPort(port) ? 'http' : undefined);
}
