import type { Rule, RuleContext, RuleOptions, Violation } from '../rule.ts';
import type { YamlFile } from '../yaml/parse.ts';
import type { KubernetesModel } from './model.ts';
import { clusterOf } from './wires/check.ts';
import type { Cluster, Placed } from './wires/cluster.ts';
import { selects } from './wires/match.ts';
import { plainText } from './wires/plain.ts';
import { hpaKey, scalersOf } from './wires/scaling.ts';
import { summarise } from './wires/summary.ts';
import { seemToMeet, type Standing } from './wires/together.ts';

/** A check of a whole file, as rules have it. */
type Check<Options extends RuleOptions> = Rule<KubernetesModel, Options>['check'];

/**
 * Takes these ids of other linters off the findings of a check unless a Service sends traffic to the Pods: those linters look
 * only then.
 */
export function whenServed<Options extends RuleOptions>(equivalents: readonly string[], check: Check<Options>): Check<Options> {
  return (model, report, context) => {
    const pass = (violation: Violation): void => {
      const ids = violation.equivalents;
      if (!ids?.some((id) => equivalents.includes(id))) return report(violation);
      const own = standing(model, violation, context);
      if (own && isServed(clusterOf(model, context), own)) return report(violation);
      report({ ...violation, equivalents: ids.filter((id) => !equivalents.includes(id)) });
    };
    check(model, pass, context);
  };
}

/** Leaves out what a check says about workloads that an autoscaler scales: the number of their Pods is not written in them. */
export function unlessScaled<Options extends RuleOptions>(check: Check<Options>): Check<Options> {
  return (model, report, context) => {
    const pass = (violation: Violation): void => {
      const own = standing(model, violation, context);
      if (!own || !isScaled(clusterOf(model, context), own)) report(violation);
    };
    check(model, pass, context);
  };
}

const labelled = new WeakMap<readonly Placed[], ReadonlyMap<string, readonly Placed[]>>();

/** Whether a Service sends traffic to the Pods of a workload. */
function isServed(cluster: Cluster, own: Standing): boolean {
  const labels = own.resource.pods?.labels ?? new Map<string, string>();
  const services = remembered(labelled, cluster.all('/Service'), byFirstLabel);
  return [...labels].some(([key, value]) =>
    services
      .get(`${key}=${value}`)
      ?.some((service) => seemToMeet(service, own) && service.resource.selections.some(({ conditions }) => selects(conditions, labels))),
  );
}

/** Services by the first label that they ask for: what they choose has that one at least. */
function byFirstLabel(services: readonly Placed[]): ReadonlyMap<string, readonly Placed[]> {
  const found = new Map<string, Placed[]>();
  for (const service of services) {
    const [first] = service.resource.selections[0]?.conditions ?? [];
    if (!first) continue;
    const label = `${first.key}=${first.values[0] ?? ''}`;
    const others = found.get(label);
    if (others) others.push(service);
    else found.set(label, [service]);
  }
  return found;
}

const targeted = new WeakMap<readonly Placed[], ReadonlySet<string>>();

/** Whether an autoscaler scales a workload. Most are not named by any, which is looked up first. */
function isScaled(cluster: Cluster, own: Standing): boolean {
  const name = own.resource.name?.text ?? '';
  return (
    [hpaKey, 'keda.sh/ScaledObject'].some((key) => remembered(targeted, cluster.all(key), targetsOf).has(name)) &&
    scalersOf(cluster, own).length > 0
  );
}

function targetsOf(scalers: readonly Placed[]): ReadonlySet<string> {
  return new Set(scalers.map(({ resource }) => plainText(resource.object, ['spec', 'scaleTargetRef', 'name']) ?? ''));
}

/** What is made of a list of the cluster, which is the same list as long as nothing in it changed. */
function remembered<T>(known: WeakMap<readonly Placed[], T>, list: readonly Placed[], make: (list: readonly Placed[]) => T): T {
  const found = known.get(list) ?? make(list);
  known.set(list, found);
  return found;
}

/** The resource that a violation is about. */
function standing({ file }: KubernetesModel, { at, resource }: Violation, { path }: RuleContext<unknown>): Standing | undefined {
  const document = documentAt(file, at.start);
  const found = document && summarise(document).resources.find(({ kind, name }) => `${kind}/${name?.text ?? ''}` === resource);
  return found && { resource: found, path };
}

/** The document that an offset lies in. There may be hundreds, and as many violations. */
function documentAt({ documents }: YamlFile, offset: number): YamlFile['documents'][number] | undefined {
  let low = 0;
  for (let high = documents.length; low < high;) {
    const middle = (low + high) >> 1;
    if ((documents[middle]?.span.start ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return documents[low - 1];
}
