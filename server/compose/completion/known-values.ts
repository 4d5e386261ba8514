import type { Format } from '../schema/schema.ts';

/** The value of several that is meant most, or that is the safe one, by map and key. */
const first: Readonly<Record<string, string>> = {
  'service#restart': 'unless-stopped',
  'depends_on#condition': 'service_healthy',
  'volumes#type': 'volume',
  'service#network_mode': 'host',
  'deploy.restart_policy#condition': 'on-failure',
  'deploy.update_config#order': 'start-first',
  'develop.watch#action': 'sync',
  'service#read_only': 'true',
  'network#internal': 'true',
};

/** Puts the value first that is meant most. @param field the map and the key */
export function inOrder(field: string, values: readonly string[]): readonly string[] {
  const best = Object.hasOwn(first, field) ? first[field] : undefined;
  return best !== undefined && values.includes(best) ? [best, ...values.filter((value) => value !== best)] : values;
}

/** Values that people write where any may stand, by map and key. They do not come up for what somebody types on their own. */
const examples: Readonly<Record<string, readonly string[]>> = {
  'healthcheck#interval': ['10s', '30s', '1m'],
  'healthcheck#timeout': ['3s', '5s', '10s'],
  'healthcheck#start_period': ['10s', '30s', '60s'],
  'healthcheck#start_interval': ['1s', '2s', '5s'],
  'healthcheck#retries': ['3', '5', '10'],
  'service#stop_grace_period': ['10s', '30s', '1m'],
  'deploy#replicas': ['2', '3'],
  'service#scale': ['2', '3'],
  'service#user': ['1000:1000', '10001:10001', '65532:65532'],
  'service#working_dir': ['/app', '/workspace', '/usr/src/app'],
  'service#pids_limit': ['100', '200'],
  'deploy.resources.limits#pids': ['100', '200'],
  'service#shm_size': ['128m', '256m', '1gb'],
  'network.ipam.config#subnet': ['172.28.0.0/16', '10.5.0.0/16'],
};

/** The same by the way in which a text is written. */
const byFormat: Readonly<Partial<Record<Format, readonly string[]>>> = {
  bytes: ['128M', '256M', '512M', '1G', '2G'],
  cpus: ['0.25', '0.5', '1.0', '2.0'],
  duration: ['5s', '10s', '30s', '1m'],
  tmpfs: ['/tmp', '/run', '/var/cache'],
  platform: ['linux/amd64', 'linux/arm64'],
};

/** Typical values of a key that takes any. */
export function typicalValues(field: string, format: Format | undefined): readonly string[] {
  return (Object.hasOwn(examples, field) ? examples[field] : undefined) ?? (format && byFormat[format]) ?? [];
}

/** Words that are items of lists which take any text. */
const items: Readonly<Record<string, readonly string[]>> = {
  'services.*.security_opt[]': ['no-new-privileges:true', 'seccomp=unconfined', 'apparmor=unconfined'],
  'services.*.extra_hosts[]': ['host.docker.internal:host-gateway'],
  'services.*.build.extra_hosts[]': ['host.docker.internal:host-gateway'],
  'services.*.cap_drop[]': ['ALL', 'NET_RAW', 'SETUID', 'SETGID', 'CHOWN', 'DAC_OVERRIDE'],
  'services.*.cap_add[]': [
    'NET_BIND_SERVICE',
    'CHOWN',
    'SETUID',
    'SETGID',
    'DAC_OVERRIDE',
    'NET_ADMIN',
    'SYS_PTRACE',
    'IPC_LOCK',
    'SYS_TIME',
  ],
  'services.*.dns[]': ['1.1.1.1', '8.8.8.8'],
  'services.*.build.ssh[]': ['default'],
  'services.*.deploy.placement.constraints[]': ['node.role == worker', 'node.role == manager'],
  'services.*.deploy.resources.reservations.devices[].capabilities[]': ['gpu'],
};

/** Words that may be items of a list. @param place as the schema calls it */
export function knownItems(place: string): readonly string[] {
  return Object.hasOwn(items, place) ? (items[place] ?? []) : [];
}
