/** Recovers integers and formats, which TypeScript cannot say, by validating values that are wrong on purpose. */
import { pathToFileURL } from 'node:url';
import type { ScalarKind, TypeId, Value } from '../types.ts';
import type { Declaration, DeclaredField } from './declarations.mts';
import { mapScalar } from './refine.mts';

/** What the validators of kubernetes-models throw: one entry for every mistake. */
interface ValidationError {
  readonly errors: readonly {
    /** `/spec/ports/0`: the place of the wrong value. */
    readonly instancePath: string;
    readonly keyword: string;
    readonly params: { readonly type?: string; readonly format?: string };
  }[];
}

interface Model {
  validate(): void;
}

/** For each kind that TypeScript can say, values that are right for it and wrong for what it may stand for. */
const PROBES: Partial<Record<ScalarKind, readonly (string | number)[]>> = {
  // No integer; an integer, but beyond int32 and int64.
  number: [1.5, 1e30],
  // Neither base64 nor a date.
  string: ['\u0000'],
};

/** The declaration with `number` narrowed to `integer` where it is one, and with the formats of its fields. */
export async function withFormats(declaration: Declaration): Promise<Declaration> {
  const { id, module } = declaration;
  const probed = [...declaration.fields].filter(([, { value }]) => probesOf(value).length > 0);
  if (module === undefined || probed.length === 0) return declaration;

  const validate = await validatorOf(id, module);
  const fields = new Map<string, DeclaredField>(declaration.fields);
  for (const round of [0, 1]) {
    const sample = probed.map(([name, { value }]): [string, unknown] => [name, sampleOf(value, round)]);
    for (const { instancePath, keyword, params } of validate(Object.fromEntries<unknown>(sample))) {
      const name = instancePath.split('/')[1] ?? '';
      const field = fields.get(name);
      if (!field) continue;
      const { format } = params;
      if (keyword === 'type' && params.type === 'integer') {
        fields.set(name, {
          ...field,
          value: mapScalar(field.value, (scalar) => ({ ...scalar, kind: 'integer' })),
        });
      } else if (keyword === 'format' && format !== undefined) {
        fields.set(name, { ...field, value: mapScalar(field.value, (scalar) => ({ ...scalar, format })) });
      }
    }
  }
  return { ...declaration, fields };
}

function probesOf(value: Value): readonly (string | number)[] {
  if (value.kind === 'list') return probesOf(value.items);
  if (value.kind === 'map') return probesOf(value.values);
  return value.kind === 'object' || value.enum ? [] : (PROBES[value.kind] ?? []);
}

function sampleOf(value: Value, round: number): unknown {
  if (value.kind === 'list') return [sampleOf(value.items, round)];
  if (value.kind === 'map') return { key: sampleOf(value.values, round) };
  return probesOf(value)[round];
}

async function validatorOf(id: TypeId, module: string): Promise<(sample: object) => ValidationError['errors']> {
  const name = id.slice(id.lastIndexOf('/') + 1);
  const models = (await import(pathToFileURL(module).href)) as Record<string, (new (data: object) => Model) | undefined>;
  const Class = models[name];
  if (!Class) throw new Error(`${module}: no class ${name}`);
  return (sample) => {
    try {
      new Class(sample).validate();
      return [];
    } catch (error) {
      return (error as ValidationError).errors;
    }
  };
}
