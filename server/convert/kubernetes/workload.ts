import { asMap, asText, below } from '../plain.ts';
import { list, map, pair, type Pair, type YamlMap } from '../write/yaml.ts';
import { manifest, metadataOf, remark, selectorOf, tell, type ServiceContext } from './context.ts';
import { say } from './texts.ts';

export type WorkloadKind = 'Deployment' | 'StatefulSet' | 'DaemonSet' | 'Job';

/** What decides which kind runs a service. */
export interface Traits {
  readonly isAwaited: boolean;
  readonly hasClaims: boolean;
  readonly listens: boolean;
}

/**
 * Which kind runs a service.
 * @param isAwaited whether another service waits for it to end
 * @param listens whether it has ports
 */
export function kindOf(context: ServiceContext, { isAwaited, hasClaims, listens }: Traits): WorkloadKind {
  const { restart, healthcheck } = context.node;
  const endsByItself = (restart === 'no' || restart === false) && !listens && healthcheck === undefined;
  const mode = asText(below(context.node['deploy'], 'mode'));
  if (isAwaited || endsByItself || mode === 'replicated-job' || mode === 'global-job') return 'Job';
  if (hasClaims) return 'StatefulSet';
  return mode === 'global' ? 'DaemonSet' : 'Deployment';
}

/** The manifest that runs the Pods of a service. */
export function workloadManifest(
  context: ServiceContext,
  kind: WorkloadKind,
  template: YamlMap,
  claims: readonly YamlMap[],
  isExclusive: boolean,
): YamlMap {
  const { service, node } = context;
  const replicas = Number(asText(below(node['deploy'], 'replicas')) ?? asText(node['scale']) ?? 1);
  const count = Number.isInteger(replicas) && replicas >= 0 && replicas <= 10_000 ? replicas : 1;
  if (kind !== 'Job') restartRemarks(context);
  const values = { service, volumes: claims.length > 0 ? context.service : '' };
  const spec = map(
    pair('replicas', kind === 'Deployment' || kind === 'StatefulSet' ? (isExclusive ? Math.min(count, 1) : count) : undefined),
    pair('serviceName', kind === 'StatefulSet' ? context.name : undefined),
    pair('backoffLimit', kind === 'Job' ? 6 : undefined),
    pair('selector', kind === 'Job' ? undefined : map(pair('matchLabels', selectorOf(context)))),
    kind === 'Deployment' ? strategy(context, isExclusive) : undefined,
    pair('template', template),
    pair('volumeClaimTemplates', list(claims)),
  );
  return manifest(kind === 'Job' ? 'batch/v1' : 'apps/v1', kind, metadataOf(context), tell(context, say[kind], values), pair('spec', spec));
}

function strategy(context: ServiceContext, isExclusive: boolean): Pair | undefined {
  if (isExclusive) return pair('strategy', map(pair('type', 'Recreate')), tell(context, say.recreate));
  const update = asMap(below(context.node['deploy'], 'update_config'));
  if (!update) return undefined;
  const parallel = Number(asText(update['parallelism']) ?? 1);
  const count = Number.isInteger(parallel) && parallel > 0 && parallel < 1000 ? parallel : 1;
  const startsFirst = asText(update['order']) === 'start-first';
  const rolling = map(pair('maxSurge', startsFirst ? count : 0), pair('maxUnavailable', startsFirst ? 0 : count));
  return pair('strategy', map(pair('type', 'RollingUpdate'), pair('rollingUpdate', rolling)), tell(context, say.updateConfig));
}

function restartRemarks(context: ServiceContext): void {
  const written = context.node['restart'];
  const restart = written === false ? 'no' : asText(written);
  if (restart === 'no') remark(context, 'changed', 'restart', say.restartNo);
  else if (restart?.startsWith('on-failure')) remark(context, 'changed', 'restart', say.restartOnFailure);
}
