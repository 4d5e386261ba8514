import { isMap, isScalar } from 'yaml';
import { shown, type Lines } from '../../say.ts';
import { soundsSecret } from '../../secret-names.ts';
import { folderOf, joinPath } from '../../text/path.ts';
import { isEmpty } from '../../yaml/read.ts';
import { hostsIn } from '../names/hosts.ts';
import { servicesOf } from '../services.ts';
import { readEnvFile } from '../values/env-file.ts';
import { parseAssignment } from '../values/environment.ts';
import { localhostFacts, localhostPort } from '../values/localhost-facts.ts';
import { publishedBesides } from './published.ts';
import { serviceFacts } from './services.ts';
import { serviceName, settledValue, writtenText, type Spot } from './spot.ts';
import { passedLead, variableLead } from './variables.ts';

/** A variable of `environment`, in either form; the value is absent where it comes from outside. */
export interface Variable {
  readonly key: string;
  readonly value: string | undefined;
}

/** The variable that a spot is. */
export function variableAt(spot: Spot): Variable | undefined {
  const { place, path, node } = spot;
  if (!/^services\.\*\.environment(?:\.\*|\[\])$/.test(place.place) || isMap(node)) return undefined;
  if (place.place.endsWith('[]')) {
    const text = writtenText(spot, node);
    return text === undefined ? undefined : { value: undefined, ...parseAssignment(text) };
  }
  const key = String(path.at(-1));
  const value = isEmpty(node) ? undefined : writtenText(spot, node);
  return value === undefined && !isEmpty(node) ? undefined : { key, value };
}

/** What a variable of a service's environment comes to. */
export function environmentLead(spot: Spot): Lines {
  const variable = variableAt(spot);
  if (!variable) return [];
  const { key, value } = variable;
  // `KEY: ""` sets an empty text, `KEY:` passes the one from outside on.
  if (value === undefined || (value === '' && !isScalar(spot.node))) return passedLead(key, spot.file);
  const isSecret = soundsSecret(key);
  const settled = settledValue(spot, value) ?? value;
  return [...variableLead(value, spot.file, isSecret), ...hostLead(spot, settled, key)];
}

/** Which services the value names as hosts, and that `localhost` is none of them. */
function hostLead(spot: Spot, value: string, key: string): Lines {
  const own = serviceName(spot);
  const hosts = hostsIn(value, key).map(({ start, end }) => value.slice(start, end));
  const named = servicesOf(spot.document)
    .map(({ name }) => name)
    .filter((name) => hosts.includes(name));
  const lines = named.slice(0, 2).flatMap((name) => serviceFacts(spot, name));
  return localhostPort(value) === undefined ? lines : [...lines, ...localhostFacts(value, publishedBesides(spot, own))];
}

/** Which variables a file of them sets; their values are not told. */
export function envFileLead({ file }: Spot, written: string): Lines {
  const path = joinPath(folderOf(file.path), written);
  const text = path === undefined ? undefined : file.workspace.read(path);
  if (text === undefined) return [];
  if (text === null) return [{ ko: `${shown(written)} 파일이 없습니다.`, en: `There is no file ${shown(written)}.` }];
  const names = [...new Set(readEnvFile(text).map(({ name }) => name))];
  if (names.length === 0) return [{ ko: '변수가 없는 파일입니다.', en: 'The file sets no variables.' }];
  const listed = names.slice(0, 6).map(shown).join(', ') + (names.length > 6 ? ' …' : '');
  return [{ ko: `변수 ${names.length}개: ${listed}`, en: `${names.length} variable${names.length === 1 ? '' : 's'}: ${listed}` }];
}
