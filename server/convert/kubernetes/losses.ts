import type { Localized } from '../../locale.ts';
import { asMap, asText, below } from '../plain.ts';
import { remark, type ServiceContext } from './context.ts';
import { say } from './texts.ts';

/** Keys that the other parts turn into something, or that say nothing of how a container runs. */
const converted: ReadonlySet<string> = new Set(
  (
    'image build command entrypoint environment env_file ports expose volumes tmpfs shm_size configs secrets healthcheck deploy scale ' +
    'mem_limit mem_reservation cpus gpus user group_add privileged read_only cap_add cap_drop security_opt sysctls working_dir stdin_open ' +
    'tty hostname extra_hosts dns dns_search dns_opt stop_grace_period platform pull_policy restart profiles labels annotations networks extends'
  ).split(' '),
);

const reasons: Readonly<Record<string, Localized>> = {
  depends_on: say.dependsOn,
  container_name: say.containerName,
  init: say.init,
  logging: say.logging,
  links: say.links,
  external_links: say.links,
  ulimits: say.ulimits,
  stop_signal: say.stopSignal,
  devices: say.devices,
  develop: say.develop,
  volumes_from: say.volumesFrom,
  cpu_shares: say.cpuShares,
  memswap_limit: say.swap,
  mem_swappiness: say.swap,
  pids_limit: say.pids,
  runtime: say.runtime,
  userns_mode: say.userns,
  mac_address: say.address,
  post_start: say.hooks,
  pre_stop: say.hooks,
  blkio_config: say.nodeSetting,
  cpuset: say.nodeSetting,
  oom_kill_disable: say.nodeSetting,
  oom_score_adj: say.nodeSetting,
  cgroup_parent: say.nodeSetting,
  cgroup: say.nodeSetting,
};

/** Tells of every key of a service that nothing was made of. */
export function tellLosses(context: ServiceContext): void {
  const { node } = context;
  for (const [key, value] of Object.entries(node)) {
    if (value === null || converted.has(key) || key.startsWith('x-')) continue;
    if (key === 'network_mode') {
      const mode = asText(value) ?? '';
      if (mode === 'host') remark(context, 'decide', key, say.hostNetwork);
      else if (mode === 'none') remark(context, 'lost', key, say.noNetwork);
      else if (mode !== 'bridge') remark(context, 'lost', key, say.otherNetwork, { mode: mode.slice(0, 80) });
    } else if (key === 'pid' || key === 'ipc') {
      if (value === 'host') remark(context, 'decide', key, say.hostNamespace);
      else remark(context, 'lost', key, say.otherNamespace);
    } else if (key === 'depends_on') remark(context, 'lost', key, say.dependsOn, { names: Object.keys(asMap(value) ?? {}).join(', ') });
    else remark(context, 'lost', key, reasons[key] ?? say.noField);
  }
  for (const [network, settings] of Object.entries(asMap(node['networks']) ?? {})) {
    const has = (key: string): boolean => asMap(settings)?.[key] !== undefined;
    if (has('ipv4_address') || has('ipv6_address') || has('mac_address')) remark(context, 'lost', `networks.${network}`, say.address);
  }
  if (node['hostname'] !== undefined && !/^[a-z\d-]{1,63}$/.test(asText(node['hostname']) ?? ''))
    remark(context, 'lost', 'hostname', say.hostname);
  const deploy = asMap(node['deploy']);
  for (const key of ['endpoint_mode', 'rollback_config', 'labels'])
    if (deploy?.[key] !== undefined) remark(context, 'lost', `deploy.${key}`, say.swarm);
  if (below(deploy, 'resources', 'limits', 'pids') !== undefined) remark(context, 'lost', 'deploy.resources.limits.pids', say.pids);
}
