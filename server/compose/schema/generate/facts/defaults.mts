/**
 * What holds when a key is left out, as a file would write it, where the official pages say it.
 * https://docs.docker.com/reference/compose-file/services/, …/build/, …/deploy/, …/networks/
 */
export const defaults: Readonly<Record<string, string>> = {
  'service.attach': 'true',
  'service.build.dockerfile': 'Dockerfile',
  'service.restart': 'no',
  'service.stop_grace_period': '10s',
  'service.stop_signal': 'SIGTERM',
  'service.scale': '1',
  'service.ports[].protocol': 'tcp',
  'service.ports[].mode': 'ingress',
  'service.pull_policy': 'missing',
  'service.depends_on.*.required': 'true',
  'service.env_file[].required': 'true',
  'healthcheck.interval': '30s',
  'healthcheck.timeout': '30s',
  'healthcheck.retries': '3',
  'healthcheck.start_period': '0s',
  'healthcheck.start_interval': '5s',
  'deploy.mode': 'replicated',
  'deploy.replicas': '1',
  'deploy.endpoint_mode': 'vip',
  'deploy.restart_policy.condition': 'any',
  'deploy.update_config.order': 'stop-first',
  'deploy.rollback_config.order': 'stop-first',
  'network.driver': 'bridge',
  'network.enable_ipv4': 'true',
  'volume.driver': 'local',
};
