/** How a flag of `docker run` and a key of a Compose service say the same. */
export interface Flag {
  /** Without the dashes. */
  readonly name: string;
  readonly short?: string;
  /** `truth` takes no value; `list` and `map` may stand several times, `map` with `KEY=VALUE`. */
  readonly kind: 'truth' | 'text' | 'number' | 'list' | 'map';
  /** The key of a service that says the same; absent where none does, or where more than a key is needed. */
  readonly key?: string;
  /** Other names of the flag. */
  readonly aliases?: readonly string[];
}

const text = (name: string, key?: string, short?: string): Flag => flag('text', name, key, short);
const list = (name: string, key?: string, short?: string): Flag => flag('list', name, key, short);
const pairs = (name: string, key?: string, short?: string): Flag => flag('map', name, key, short);
const truth = (name: string, key?: string, short?: string): Flag => flag('truth', name, key, short);
const number = (name: string, key?: string, short?: string): Flag => flag('number', name, key, short);

function flag(kind: Flag['kind'], name: string, key: string | undefined, short: string | undefined): Flag {
  return { name, kind, ...(key === undefined ? {} : { key }), ...(short === undefined ? {} : { short }) };
}

/**
 * Every flag of `docker run`, in the order in which a command names them.
 * Source: the reference of `docker container run` and of the Compose file's services.
 */
export const flags: readonly Flag[] = [
  truth('detach', undefined, 'd'),
  truth('interactive', 'stdin_open', 'i'),
  truth('tty', 'tty', 't'),
  truth('rm'),
  truth('init', 'init'),
  text('name', 'container_name'),
  text('hostname', 'hostname', 'h'),
  text('domainname', 'domainname'),
  text('restart', 'restart'),
  text('pull', 'pull_policy'),
  text('platform', 'platform'),
  text('runtime', 'runtime'),
  { ...text('network'), aliases: ['net'] },
  { ...list('network-alias'), aliases: ['net-alias'] },
  text('ip'),
  text('ip6'),
  list('link-local-ip'),
  text('mac-address', 'mac_address'),
  list('link', 'links'),
  list('add-host', 'extra_hosts'),
  list('dns', 'dns'),
  { ...list('dns-opt', 'dns_opt'), aliases: ['dns-option'] },
  list('dns-search', 'dns_search'),
  list('publish', 'ports', 'p'),
  truth('publish-all', undefined, 'P'),
  list('expose', 'expose'),
  list('env-file', 'env_file'),
  pairs('env', 'environment', 'e'),
  list('volume', 'volumes', 'v'),
  list('mount'),
  list('tmpfs', 'tmpfs'),
  list('volumes-from', 'volumes_from'),
  text('volume-driver'),
  text('shm-size', 'shm_size'),
  text('user', 'user', 'u'),
  list('group-add', 'group_add'),
  text('workdir', 'working_dir', 'w'),
  truth('read-only', 'read_only'),
  truth('privileged', 'privileged'),
  list('cap-add', 'cap_add'),
  list('cap-drop', 'cap_drop'),
  list('security-opt', 'security_opt'),
  text('userns', 'userns_mode'),
  text('pid', 'pid'),
  text('ipc', 'ipc'),
  text('uts', 'uts'),
  text('cgroupns', 'cgroup'),
  text('cgroup-parent', 'cgroup_parent'),
  text('isolation', 'isolation'),
  list('device', 'devices'),
  list('device-cgroup-rule', 'device_cgroup_rules'),
  text('gpus'),
  pairs('sysctl', 'sysctls'),
  list('ulimit'),
  pairs('storage-opt', 'storage_opt'),
  text('memory', 'mem_limit', 'm'),
  text('memory-reservation', 'mem_reservation'),
  text('memory-swap', 'memswap_limit'),
  number('memory-swappiness', 'mem_swappiness'),
  text('kernel-memory'),
  number('cpus', 'cpus'),
  number('cpu-shares', 'cpu_shares', 'c'),
  number('cpu-quota', 'cpu_quota'),
  number('cpu-period', 'cpu_period'),
  number('cpu-rt-period', 'cpu_rt_period'),
  number('cpu-rt-runtime', 'cpu_rt_runtime'),
  number('cpu-count', 'cpu_count'),
  number('cpu-percent', 'cpu_percent'),
  text('cpuset-cpus', 'cpuset'),
  text('cpuset-mems'),
  number('blkio-weight'),
  list('blkio-weight-device'),
  list('device-read-bps'),
  list('device-read-iops'),
  list('device-write-bps'),
  list('device-write-iops'),
  text('io-maxbandwidth'),
  number('io-maxiops'),
  number('pids-limit', 'pids_limit'),
  truth('oom-kill-disable', 'oom_kill_disable'),
  number('oom-score-adj', 'oom_score_adj'),
  text('health-cmd'),
  text('health-interval'),
  text('health-timeout'),
  number('health-retries'),
  text('health-start-period'),
  text('health-start-interval'),
  truth('no-healthcheck'),
  text('stop-signal', 'stop_signal'),
  number('stop-timeout'),
  text('log-driver'),
  pairs('log-opt'),
  pairs('label', 'labels', 'l'),
  list('label-file', 'label_file'),
  pairs('annotation', 'annotations'),
  list('attach', undefined, 'a'),
  text('cidfile'),
  text('detach-keys'),
  truth('disable-content-trust'),
  truth('sig-proxy'),
  truth('quiet', undefined, 'q'),
  truth('use-api-socket', 'use_api_socket'),
  truth('help'),
  text('entrypoint'),
];

const byName = new Map(flags.flatMap((each) => [each.name, ...(each.aliases ?? [])].map((name) => [name, each] as const)));
const byShort = new Map(flags.flatMap((each) => (each.short === undefined ? [] : [[each.short, each] as const])));

/** The flag with a name, `publish` or a former name of it. */
export function flagNamed(name: string): Flag | undefined {
  return byName.get(name);
}

/** The flag with a letter: `p`. */
export function flagOfLetter(letter: string): Flag | undefined {
  return byShort.get(letter);
}
