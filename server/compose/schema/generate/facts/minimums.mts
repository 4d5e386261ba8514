/** Least numbers at places where the schema names none, and Compose takes no negative ones. */
export const minimums: Readonly<Record<string, number>> = {
  'service.scale': 0,
  'service.blkio_config.weight': 0,
  'healthcheck.retries': 0,
  'deploy.replicas': 0,
  'deploy.restart_policy.max_attempts': 0,
  'deploy.rollback_config.parallelism': 0,
  'deploy.update_config.parallelism': 0,
  'deploy.placement.max_replicas_per_node': 0,
};
