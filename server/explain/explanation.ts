import type { KubernetesSchema } from '../kubernetes/schema/schema.ts';
import type { Locale } from '../locale.ts';
import type { Library } from '../notes.ts';
import type { Rule } from '../rule.ts';

/** Where explanations are looked for. */
export interface ExplainContext {
  readonly library: Library;
  readonly schema: KubernetesSchema;
  readonly rules: ReadonlyMap<string, Rule>;
  readonly locale: Locale;
}

/** What was found for a topic. */
export type Explanation =
  | { readonly kind: 'rule'; readonly rule: Rule }
  /** `facts` are Markdown; `also` are other topics of the same name. */
  | { readonly kind: 'note'; readonly id: string; readonly facts: readonly string[]; readonly also: readonly string[] }
  /** A Kubernetes type or field that has no note; `fields` are what stands below it. */
  | { readonly kind: 'schema'; readonly title: string; readonly facts: readonly string[]; readonly fields: readonly string[] }
  /** Several things have this name; each is a topic itself, the likeliest first. */
  | { readonly kind: 'choices'; readonly topics: readonly string[] }
  | { readonly kind: 'unknown'; readonly nearest: readonly string[] };

/** A note as an explanation. */
export function note(id: string, also: readonly string[] = []): Explanation {
  return { kind: 'note', id, facts: [], also };
}
