import { mapAt, mapsAt, scalarsOf } from '../../yaml/read.ts';
import { parallelFacts } from '../values/job.ts';
import { qosFacts } from '../values/qos.ts';
import type { Lines } from '../../say.ts';
import { containerPath, readNumber, type Spot } from './spot.ts';

/** What the resources of containers make of their Pod, and how many Pods a Job runs. */
export function podLead(spot: Spot): Lines {
  const { field, path } = spot;
  if (/^(?:Ephemeral)?Container#resources$/.test(field)) return qosLead(spot);
  if (field !== 'JobSpec#completions' && field !== 'JobSpec#parallelism') return [];
  const parent = path.slice(0, -1);
  const parallelism = readNumber(spot, [...parent, 'parallelism'], 1);
  const completions = readNumber(spot, [...parent, 'completions'], 0);
  return parallelism === undefined || completions === undefined
    ? []
    : parallelFacts(completions === 0 ? undefined : completions, parallelism);
}

function qosLead(spot: Spot): Lines {
  const { manifest } = spot;
  const { ast, templated } = manifest.document.source;
  const container = containerPath(spot);
  const spec = container?.slice(0, -2);
  if (!spec || templated) return [];
  // Resources of the whole Pod have a say too, in clusters that know them.
  if (mapAt(ast, manifest.root, [...spec, 'resources'])) return [];
  const containers = ['containers', 'initContainers'].flatMap((list) => mapsAt(ast, manifest.root, [...spec, list]));
  const read =
    (kind: string): ((node: (typeof containers)[number]) => ReadonlyMap<string, string>) =>
    (node) =>
      scalarsOf(ast, mapAt(ast, node, ['resources', kind]));
  const [requests, limits] = [read('requests'), read('limits')];
  return qosFacts(containers.map((node) => ({ requests: requests(node), limits: limits(node) })));
}
