import { isScalar, type Node, type Scalar } from 'yaml';
import { textOf } from '../../yaml/read.ts';

/** What a scalar is once kubectl has made JSON of it. `other` is what cannot be told: a tag of its own, text to be filled in later. */
export type JsonType = 'string' | 'integer' | 'float' | 'boolean' | 'null' | 'other';

/** Words that kubectl's YAML library reads as a boolean (https://yaml.org/type/bool.html), `y` and `off` included. */
const booleans = /^(?:y|Y|yes|Yes|YES|true|True|TRUE|on|On|ON|n|N|no|No|NO|false|False|FALSE|off|Off|OFF)$/;
const nulls = /^(?:~|null|Null|NULL|)$/;
const integers = /^[-+]?(?:0[xX][\da-fA-F]+|0[oO]?[0-7]+|0[bB][01]+|[1-9]\d*|0)$/;
const floats = /^[-+]?(?:\.\d+|\d+(?:\.\d*)?)(?:[eE][-+]?\d+)?$/;
const special = /^(?:[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))$/;

/** The JSON type of a scalar, by the YAML 1.1 rules of kubectl: unquoted `yes` is a boolean, `0777` a number. */
export function jsonTypeOf(scalar: Scalar): JsonType {
  if (isPlaceholder(scalar)) return 'other';
  if (scalar.tag !== undefined) return byTag[scalar.tag] ?? 'other';
  if (scalar.type !== 'PLAIN' && scalar.type !== undefined) return 'string';
  const text = textOf(scalar);
  if (scalar.value === null || nulls.test(text)) return 'null';
  if (booleans.test(text)) return 'boolean';
  if (text.length > 100) return 'string';
  const plain = text.replaceAll('_', '');
  if (/^[-+\d]/.test(text) && integers.test(plain)) return 'integer';
  return (/^[-+\d.]/.test(text) && floats.test(plain)) || special.test(text) ? 'float' : 'string';
}

const byTag: Readonly<Record<string, JsonType>> = {
  'tag:yaml.org,2002:str': 'string',
  'tag:yaml.org,2002:binary': 'string',
  'tag:yaml.org,2002:int': 'integer',
  'tag:yaml.org,2002:float': 'float',
  'tag:yaml.org,2002:bool': 'boolean',
  'tag:yaml.org,2002:null': 'null',
};

/** The string that the API server gets for a scalar; `undefined` when it gets none. */
export function stringOf(node: Node | undefined): string | undefined {
  return isScalar(node) && typeof node.value === 'string' && jsonTypeOf(node) === 'string' ? node.value : undefined;
}

/** The whole number that the API server gets; `undefined` when it gets none, or one too big to compare. */
export function integerOf(node: Node | undefined): number | undefined {
  if (!isScalar(node)) return undefined;
  const type = jsonTypeOf(node);
  if (type !== 'integer' && type !== 'float') return undefined;
  const text = textOf(node).replaceAll('_', '');
  const sign = text.startsWith('-') ? -1 : 1;
  const digits = text.replace(/^[-+]/, '');
  const number = sign * Number(type === 'integer' ? digits.replace(/^0(?=\d)/, '0o') : digits);
  return Number.isSafeInteger(number) ? number : undefined;
}

/** Whether a scalar is text that another program fills in before anybody reads it as a manifest: `${REPLICAS}`. */
export function isPlaceholder({ value, source }: Scalar): boolean {
  return /\$\{[^}\s]{1,200}\}/.test(typeof value === 'string' ? value : (source ?? ''));
}
