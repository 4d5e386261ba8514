import { fill, type Locale, type Localized } from '../../locale.ts';
import type { Remark, Remarks } from '../conversion.ts';
import type { PlainMap } from '../plain.ts';
import type { Project } from '../read/project.ts';
import { map, pair, type Pair, type YamlMap } from '../write/yaml.ts';
import { labelValue } from './names.ts';
import type { Secrets } from './secrets.ts';

/** What the parts of a conversion to Kubernetes share. */
export interface Context {
  readonly project: Project;
  readonly locale: Locale;
  readonly remarks: Remarks;
  readonly secrets: Secrets;
  /** The name of a service in Kubernetes. */
  nameOf(service: string): string;
  /** Where a secret value already lies, by what the file writes for it, so that no value has to be kept twice. */
  readonly kept: Map<string, { readonly secret: string; readonly key: string }>;
}

/** A service on its way. */
export interface ServiceContext extends Context {
  readonly service: string;
  readonly name: string;
  /** What the file says, its variables filled in, but for `environment`. */
  readonly node: PlainMap;
  readonly image: string;
}

/** A sentence in the content language. */
export function tell({ locale }: Pick<Context, 'locale'>, text: Localized, values: Readonly<Record<string, string>> = {}): string {
  return fill(text[locale], values);
}

/** Notes something about a key of the service. */
export function remark(
  { remarks, service }: Pick<ServiceContext, 'remarks' | 'service'>,
  kind: Remark['kind'],
  key: string,
  text: Localized,
  values?: Readonly<Record<string, string>>,
): void {
  remarks.add(kind, `services.${service}`, key, text, values);
}

/** A manifest. @param comment stands above it */
export function manifest(
  apiVersion: string,
  kind: string,
  metadata: YamlMap,
  comment: string | readonly string[],
  ...rest: readonly (Pair | undefined)[]
): YamlMap {
  return map(
    { key: 'apiVersion', value: apiVersion, comment },
    { key: 'kind', value: kind },
    { key: 'metadata', value: metadata },
    ...rest,
  );
}

/** Name and labels of what belongs to a service. */
export function metadataOf(context: ServiceContext, name: string = context.name): YamlMap {
  return map(pair('name', name), pair('labels', labelsOf(context)));
}

/** The label by which the Pods of a service are chosen. */
export function selectorOf({ name }: Pick<ServiceContext, 'name'>): YamlMap {
  return map(pair('app.kubernetes.io/name', name));
}

export function labelsOf(context: ServiceContext, ...more: readonly (Pair | undefined)[]): YamlMap {
  const project = labelValue(context.project.name ?? '');
  const [profile] = profilesOf(context);
  return map(
    pair('app.kubernetes.io/name', context.name),
    pair('app.kubernetes.io/part-of', project === '' ? undefined : project),
    pair('profile', profile === undefined ? undefined : labelValue(profile) || undefined),
    ...more,
  );
}

/** The profiles of a service. */
export function profilesOf({ node }: Pick<ServiceContext, 'node'>): readonly string[] {
  const { profiles } = node;
  return Array.isArray(profiles) ? profiles.filter((profile) => typeof profile === 'string') : [];
}
