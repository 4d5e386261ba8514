/** What is needed of a diagnostic to tell whether two say the same. */
export interface ToldFinding {
  readonly range: { readonly start: { readonly line: number }; readonly end: { readonly line: number } };
  readonly source?: string | undefined;
  readonly code?: string | number | { readonly value: string | number } | undefined;
  /** Of Mulgil’s own: the ids of the same rule in other tools, as `{ equivalents }`. */
  readonly data?: unknown;
}

/** Rules that find what a schema of the file or YAML itself does not allow; whoever validates YAML with a schema finds the same. */
const schemaRules: ReadonlySet<string> = new Set([
  'compose/allowed-values',
  'compose/known-keys',
  'compose/no-duplicate-keys',
  'compose/required-keys',
  'compose/value-types',
  'compose/yaml-syntax',
  'kubernetes/allowed-values',
  'kubernetes/field-types',
  'kubernetes/known-fields',
  'kubernetes/no-duplicate-keys',
  'kubernetes/required-fields',
  'kubernetes/yaml-syntax',
]);

/** Rules on what the language server for Dockerfiles in Docker’s and Microsoft’s extensions says too. It names its findings by numbers. */
const dockerfileRules: ReadonlySet<string> = new Set([
  'dockerfile/absolute-workdir',
  'dockerfile/argument-count',
  'dockerfile/consistent-instruction-case',
  'dockerfile/directory-destination',
  'dockerfile/from-first',
  'dockerfile/known-flag',
  'dockerfile/known-instruction',
  'dockerfile/no-empty-continuation',
  'dockerfile/no-maintainer',
  'dockerfile/no-onbuild-trigger',
  'dockerfile/no-overridden-instruction',
  'dockerfile/unique-stage-names',
  'dockerfile/valid-directive',
  'dockerfile/valid-flag-value',
  'dockerfile/valid-healthcheck',
  'dockerfile/valid-json-form',
  'dockerfile/valid-key-value',
  'dockerfile/valid-port',
  'dockerfile/valid-reference',
  'dockerfile/valid-signal',
]);

/** Every rule that another extension may know without an id that says so. */
export const sharedRules: ReadonlySet<string> = new Set([...schemaRules, ...dockerfileRules]);

/** Whether another extension’s diagnostic says of the same lines what one of Mulgil’s does. */
export function isToldBy(own: ToldFinding, other: ToldFinding): boolean {
  if (own.range.start.line > other.range.end.line || other.range.start.line > own.range.end.line) return false;
  const rule = String(codeOf(own));
  const source = (other.source ?? '').toLowerCase();
  const isSameStart = own.range.start.line === other.range.start.line;
  // The YAML extension names itself, or the schema: `YAML`, `yaml-schema: Kubernetes`.
  if (source.startsWith('yaml')) return isSameStart && schemaRules.has(rule);
  if (source === 'dockerfile-utils') return isSameStart && dockerfileRules.has(rule);
  const code = codeOf(other);
  return equivalentsOf(own).some((id) => id.slice(id.indexOf(':') + 1) === code);
}

function codeOf({ code }: ToldFinding): string | number | undefined {
  return typeof code === 'object' ? code.value : code;
}

function equivalentsOf({ data }: ToldFinding): readonly string[] {
  const ids = typeof data === 'object' && data !== null && 'equivalents' in data ? data.equivalents : undefined;
  return Array.isArray(ids) ? ids.filter((id) => typeof id === 'string') : [];
}
