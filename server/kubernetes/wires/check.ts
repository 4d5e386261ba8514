import type { Rule, RuleOptions, Violation } from '../../rule.ts';
import type { Place } from '../../workspace.ts';
import { onItsOwn, type YamlDocument } from '../../yaml/parse.ts';
import { createDocumentMemory, reportAll } from '../../yaml/per-document.ts';
import { isInChart } from '../chart.ts';
import type { KubernetesModel, Manifest } from '../model.ts';
import { manifestsIn } from '../parse.ts';
import { isPatch } from '../patch.ts';
import { createCluster, type Cluster } from './cluster.ts';
import { summarise } from './summary.ts';
import type { Resource } from './types.ts';

/** What a check of one resource may ask about the others. */
export interface WireContext<Options> {
  readonly options: Options;
  readonly cluster: Cluster;
  /** The file's path. */
  readonly path: string;
  /** The resource's manifest with its tree, in a document that stands at the top of its file, as marks count. */
  manifest(): Manifest | undefined;
}

/** A check of one resource and of what it is wired to. Marks count from the document's start: {@link spanOf}. The resource's name is filled in. */
export type WireCheck<Options> = (resource: Resource, report: (violation: Violation) => void, context: WireContext<Options>) => void;

/**
 * Makes a rule's check from one that looks at a resource and asks the cluster about others. What it said is remembered until the
 * document, the options or a kind that it asked about changes. Patches and charts are passed over: what they lack stands elsewhere.
 */
export function perResource<Options extends RuleOptions>(check: WireCheck<Options>): Rule<KubernetesModel, Options>['check'] {
  const memory = createDocumentMemory<Remembered>(() => true);
  return (model, report, { options, workspace, path }) => {
    const cluster = workspace.indexes?.complete ? clusterOf(model, { workspace, path }) : undefined;
    if (!cluster) return; // what is not found may stand in a file that nobody looked at
    if (isPatch({ workspace, path }) || isInChart({ workspace, path })) return;

    function ask(document: YamlDocument, known: Cluster): Remembered {
      const asked: Asked = new Map();
      const watched = watch(known, asked);
      const violations: Violation[] = [];
      const { resources, kustomization } = summarise(document);
      for (const resource of kustomization ? [] : resources) {
        const name = `${resource.kind}/${resource.name?.text ?? ''}`;
        const manifest = (): Manifest | undefined => manifestOf(document, resource);
        check(resource, (violation) => violations.push({ resource: name, ...violation }), { options, cluster: watched, path, manifest });
      }
      return { cluster: known, asked, violations };
    }

    const found = memory.recall(model.file, JSON.stringify([path, options]), (document) => ask(document, cluster));
    const last = confirmed.get(found);
    if (last?.cluster !== cluster || last.revision !== cluster.revision()) {
      for (const [source, remembered] of found) {
        if (remembered.cluster === cluster && holds(remembered)) continue;
        Object.assign(remembered, ask(onItsOwn(source), cluster));
      }
      confirmed.set(found, { cluster, revision: cluster.revision() });
    }
    reportAll(model.file, found, ({ violations }) => violations, report);
  };
}

/** The cluster, at the revision at which everything in a memory was last seen to hold. */
const confirmed = new WeakMap<object, { readonly cluster: Cluster; readonly revision: number }>();

/** The kinds that were asked about, with their revisions at that time; `undefined` stands for all kinds. */
type Asked = Map<string | undefined, number>;

interface Remembered {
  readonly cluster: Cluster;
  readonly asked: Asked;
  readonly violations: readonly Violation[];
}

function holds({ cluster, asked }: Remembered): boolean {
  for (const [topic, revision] of asked) if (cluster.revision(topic) !== revision) return false;
  return true;
}

/** The manifest that a resource was read from. */
function manifestOf({ source }: YamlDocument, { mark }: Resource): Manifest | undefined {
  return manifestsIn(onItsOwn(source)).find(({ root: { range } }) => range != null && range[0] <= mark.start && mark.end <= range[2]);
}

/** A view of the cluster that notes what is asked. */
function watch(cluster: Cluster, asked: Asked): Cluster {
  const note = (topic: string | undefined): void => void asked.set(topic, cluster.revision(topic));
  return {
    ...cluster,
    all: (kind) => (note(kind), cluster.all(kind)),
    named: (kind, name) => (note(kind), cluster.named(kind, name)),
    podMakers: () => (note('pods'), cluster.podMakers()),
    podMakersWith: (label, value) => (note('pods'), cluster.podMakersWith(label, value)),
    everything: () => (note(undefined), cluster.everything()),
  };
}

const alone = new WeakMap<KubernetesModel, Cluster>();

/** The cluster of a file's workspace; of a file alone where nobody indexes the workspace, or not this file. */
export function clusterOf(model: KubernetesModel, { workspace, path }: Place): Cluster {
  const indexed = workspace.indexes?.get('kubernetes') as Cluster | undefined;
  if (indexed) return indexed;
  let cluster = alone.get(model);
  if (!cluster) {
    const made = createCluster();
    made.update(path, model);
    alone.set(model, (cluster = made));
  }
  return cluster;
}
