import { soundsSecret } from '../../secret-names.ts';
import type { Lines } from '../../say.ts';
import { shown } from '../../say.ts';
import type { Place } from '../../workspace.ts';
import { folderOf } from '../../text/path.ts';
import { environmentName } from '../project/files.ts';
import { valuesIn } from '../values/env-file.ts';
import { substitute, variablesIn } from '../values/interpolation.ts';
import { passedFacts, variableFacts, withoutPassword, type Known } from '../values/variable-facts.ts';

/** Shorter values are no secrets that could be told from other words. */
const shortestSecret = 4;

/** Most variables of one value that are told. */
const variableLimit = 3;

/** What the file of variables beside a Compose file says of a variable. The shell's are never known. */
function lookUpIn({ workspace, path }: Place): (name: string) => Known {
  const text = workspace.read(folderOf(path) + environmentName);
  if (text === undefined) return () => ({ state: 'unknown' });
  const values = valuesIn(text ?? '');
  // A variable may take its value from a secret one above it.
  const secrets = [...values].flatMap(([name, value]) => (value.length >= shortestSecret && soundsSecret(name) ? [value] : []));
  return (name) => {
    const value = values.get(name);
    if (value === undefined) return { state: 'unset' };
    return { state: 'set', value, isSecret: secrets.some((secret) => withoutPassword(value).includes(secret)) };
  };
}

/** A text with its variables filled in; `undefined` where nobody knows one of them, or it is a secret. */
export function settledText(text: string, file: Place): string | undefined {
  const uses = variablesIn(text);
  if (uses.length === 0) return text.includes('$$') ? text.replaceAll('$$', '$') : text;
  const lookUp = lookUpIn(file);
  if (uses.some(({ name }) => soundsSecret(name) || isSecret(lookUp(name)))) return undefined;
  const {
    text: settled,
    unset,
    missing,
  } = substitute(text, (name) => {
    const known = lookUp(name);
    return known.state === 'set' ? known.value : undefined;
  });
  return unset.length > 0 || missing.length > 0 ? undefined : settled;
}

function isSecret(known: Known): boolean {
  return known.state === 'set' && known.isSecret === true;
}

/**
 * What the variables of a value come to, and the value with them.
 * @param hidesAll whether the value must not be shown, whatever its variables are called
 */
export function variableLead(text: string, file: Place, hidesAll: boolean): Lines {
  if (!text.includes('$')) return [];
  const uses = variablesIn(text);
  const lookUp = lookUpIn(file);
  const told = new Set<string>();
  const lines = uses
    .filter(({ name }) => !told.has(name) && told.add(name))
    .slice(0, variableLimit)
    .flatMap((use) => variableFacts(use, lookUp(use.name), hidesAll));
  const settled = hidesAll ? undefined : settledText(text, file);
  const isWhole = uses.length === 1 && uses[0]?.span.start === 0 && uses[0].span.end === text.length;
  const dollars = text.includes('$$')
    ? [{ ko: '`$$`는 컨테이너에 `$` 하나로 전해집니다.', en: 'The container gets `$$` as a single `$`.' }]
    : [];
  if (settled === undefined || isWhole || uses.length === 0) return [...lines, ...dollars];
  const whole = shown(withoutPassword(settled));
  return [...lines, { ko: `→ ${whole}`, en: `→ ${whole}` }, ...dollars];
}

/** Where a variable comes from that has no value here. */
export function passedLead(key: string, file: Place): Lines {
  return key === '' ? [] : passedFacts(key, lookUpIn(file)(key));
}
