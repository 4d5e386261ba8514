/**
 * What is kept of a resource so that others can refer to it: names and where they stand, without the text or its tree.
 * A wire is a name in one resource that stands for another resource, or a selector that chooses some.
 */
import type { Mark, Name } from '../../yaml/marks.ts';

export type { Mark, Name };

/** A kind whatever its version: the API group, empty for core, and the kind: `/Service`, `apps/Deployment`. */
export type KindKey = string;

/** A name that stands for another resource, or for a part of one. */
export interface Reference {
  /** The schema type and field that hold the name, without the version: `core/ConfigMapKeySelector#name`. */
  readonly place: string;
  readonly target: KindKey;
  readonly name: Name;
  /** The namespace that is written beside the name, for the few references that may leave their own. */
  readonly namespace: string | undefined;
  /** Whether the manifest says that the target may be missing. */
  readonly optional: boolean;
  /** Keys of a ConfigMap or Secret, or ports of a Service, that are named along with it. */
  readonly parts: readonly Part[];
}

/** A key or a port of what is referred to. A port is named or numbered. */
export interface Part extends Name {
  readonly kind: 'key' | 'port name' | 'port number';
}

/** A condition of a label selector: a label with its value (`equals`), or an expression. */
export interface Condition {
  readonly key: string;
  readonly operator: string;
  /** One value for `equals`. */
  readonly values: readonly string[];
  readonly mark: Mark;
}

/** A selector that chooses Pods. */
export interface Selection {
  /** As in {@link Reference.place}: `core/ServiceSpec#selector`. */
  readonly place: string;
  /** Where it stands: its key. */
  readonly mark: Mark;
  /** None chooses every Pod. */
  readonly conditions: readonly Condition[];
  /** Whether it looks into other namespaces than its own. */
  readonly everywhere: boolean;
}

/** A label as it is written on Pods, on the resource itself, or as a condition `key: value`. */
export interface LabelUse {
  readonly key: string;
  readonly value: Name;
  readonly where: 'pods' | 'resource' | 'selector';
}

/** A name that only counts inside its Pod: volumes with their mounts, ports with the probes that ask them. */
export interface Local {
  readonly space: 'volume' | 'port';
  readonly role: 'definition' | 'use';
  readonly name: Name;
}

/** A port of a container. */
export interface ContainerPort {
  readonly name: Name | undefined;
  readonly number: number | undefined;
  readonly mark: Mark;
  readonly protocol: string;
}

/** The Pods that a resource makes. */
export interface PodsMade {
  readonly labels: ReadonlyMap<string, string>;
  readonly ports: readonly ContainerPort[];
  /** The images that they run. No other resource depends on these. */
  readonly images: readonly string[];
}

/** A port of a Service. `target` is what it leads to: a number, a container port's name, or its own number when left out. */
export interface ServicePort {
  readonly name: Name | undefined;
  readonly number: number | undefined;
  readonly mark: Mark;
  readonly target: Name | undefined;
  readonly protocol: string;
}

/** One resource. */
export interface Resource {
  readonly apiVersion: string;
  readonly kind: string;
  readonly key: KindKey;
  readonly name: Name | undefined;
  /** As it is written; without one, whoever applies the manifest decides. */
  readonly namespace: string | undefined;
  /** Where to point at when the whole is meant: the name, or the kind. */
  readonly mark: Mark;
  readonly labels: ReadonlyMap<string, string>;
  readonly pods: PodsMade | undefined;
  /** Keys of a ConfigMap or Secret; `undefined` for other kinds, and where they are not written here. */
  readonly keys: readonly Name[] | undefined;
  /** Ports of a Service. */
  readonly ports: readonly ServicePort[];
  readonly references: readonly Reference[];
  readonly selections: readonly Selection[];
  readonly labelUses: readonly LabelUse[];
  readonly locals: readonly Local[];
  /** The manifest as plain data, without Pod templates and the contents of ConfigMaps and Secrets. Of unknown shape: read it with care. */
  readonly object: unknown;
}

/** What is kept of a `kustomization.yaml`. Paths are as they are written, from the file's own folder. */
export interface Kustomization {
  readonly patches: readonly string[];
  readonly resources: readonly Name[];
  readonly namespace: string | undefined;
}

/** What is kept of one YAML document. */
export interface DocumentSummary {
  readonly resources: readonly Resource[];
  readonly kustomization: Kustomization | undefined;
  /** Lines of the document, so that those after it know where they start. */
  readonly lines: number;
}
