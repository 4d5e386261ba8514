import type { Locale, Localized } from './locale.ts';
import type { EquivalentData, Library } from './notes.ts';
import { codeSpan } from './text/markdown.ts';

/** What counterparts are asked for: a place of a Compose file, or a field of a Kubernetes type. */
export type Asked =
  /** As the Compose schema writes places: `services.*.healthcheck.interval`. */
  | { readonly compose: string }
  /** By the name of its type: `Container#livenessProbe`; or a kind: `Ingress`. */
  | { readonly kubernetes: string };

const words = {
  same: { ko: '같은 뜻', en: 'The same elsewhere' },
} satisfies Record<string, Localized>;

/** Most entries that are told of one field: some mean much at once. */
const entryLimit = 3;

/**
 * What means the same in the other languages, in one line of Markdown that is safe to show:
 * “The same elsewhere: `docker run --publish` · Kubernetes `Service.spec.ports` — a remark”. `undefined` where nothing does.
 */
export function counterparts(library: Library, asked: Asked, locale: Locale): string | undefined {
  const all = library.equivalents();
  if ('compose' in asked) {
    const entry = all.find(({ compose }) => compose.includes(asked.compose));
    if (!entry) return undefined;
    return line([...runOf(entry), ...kubernetesOf(entry)], entry.remark?.[locale], locale);
  }
  const entries = all.filter(({ kubernetes }) => kubernetes?.includes(asked.kubernetes)).slice(0, entryLimit);
  if (entries.length === 0) return undefined;
  const compose = entries.flatMap((entry) => entry.compose).map((place) => codeSpan(place.replace(/^services\.\*\./, '')));
  const remark = entries.length === 1 ? entries[0]?.remark?.[locale] : undefined;
  return line([`Compose ${[...new Set(compose)].join(', ')}`, ...[...new Set(entries.flatMap(runOf))]], remark, locale);
}

function line(parts: readonly string[], remark: string | undefined, locale: Locale): string {
  const said = [parts.join(' · '), remark ?? ''].filter((part) => part !== '').join(' — ');
  return `${words.same[locale]}: ${said}`;
}

function runOf({ run = [] }: EquivalentData): readonly string[] {
  return run.length === 0 ? [] : [run.map((flag) => codeSpan(`docker run ${flag}`)).join(', ')];
}

function kubernetesOf({ kubernetes = [] }: EquivalentData): readonly string[] {
  return kubernetes.length === 0 ? [] : [`Kubernetes ${kubernetes.map((field) => codeSpan(fieldPath(field))).join(', ')}`];
}

/** A field as people write it: `ServiceSpec#ports` is `Service.spec.ports`. */
function fieldPath(field: string): string {
  const [type = '', name] = field.split('#', 2);
  return name === undefined ? type : `${type.replace(/^(.+)Spec$/, '$1.spec')}.${name}`;
}
