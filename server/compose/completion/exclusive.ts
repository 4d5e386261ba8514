/** Keys of which a map has one at most, or only keys of the same row. */
const rivals: Readonly<Record<string, readonly (readonly string[])[]>> = {
  service: [['network_mode'], ['networks']],
  build: [['dockerfile'], ['dockerfile_inline']],
  healthcheck: [['disable'], ['test', 'interval', 'timeout', 'retries', 'start_period', 'start_interval']],
  config: [['file'], ['content'], ['environment'], ['external', 'name']],
  secret: [['file'], ['environment'], ['external', 'name']],
  volume: [['external'], ['driver', 'driver_opts', 'labels']],
  network: [['external'], ['driver', 'driver_opts', 'ipam', 'internal', 'attachable', 'enable_ipv4', 'enable_ipv6', 'labels']],
};

/** Keys that only go with some types of a mount. */
const mounts: Readonly<Record<string, readonly string[]>> = {
  bind: ['bind'],
  volume: ['volume', 'cluster'],
  tmpfs: ['tmpfs'],
  image: ['image'],
};

/** The keys of a map that what stands in it already rules out. @param name the map, as the schema calls it */
export function excludedBy(name: string, present: ReadonlyMap<string, string | undefined>): ReadonlySet<string> {
  const excluded = new Set<string>();
  const rows = Object.hasOwn(rivals, name) ? (rivals[name] ?? []) : [];
  for (const row of rows) {
    if (!row.some((key) => present.has(key))) continue;
    for (const other of rows) if (other !== row) for (const key of other) if (!row.includes(key)) excluded.add(key);
  }
  const type = name === 'volumes' ? present.get('type') : undefined;
  if (type !== undefined) for (const [key, types] of Object.entries(mounts)) if (!types.includes(type)) excluded.add(key);
  return excluded;
}
