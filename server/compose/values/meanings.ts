import type { Localized } from '../../locale.ts';
import { shown, type Lines } from '../../say.ts';
import { networkMeanings } from './meanings/networks.ts';
import { serviceMeanings } from './meanings/services.ts';
import { parseRestart } from './restart.ts';

type Table = Readonly<Record<string, Readonly<Record<string, Localized>>>>;

/** Says what a word means that a key knows. @param key the map and the key as the schema calls them: `service#restart`, `network#driver` */
export function meaningFacts(key: string, value: string): Lines {
  const [word, more] = key === 'service#restart' ? restartParts(value) : [value, undefined];
  const meaning = find(serviceMeanings, key, word) ?? find(networkMeanings, key, word);
  if (!meaning) return prefixed(key, value);
  const lines: Localized[] = [{ ko: `${shown(value)} — ${meaning.ko}`, en: `${shown(value)} — ${meaning.en}` }];
  if (more !== undefined) lines.push({ ko: `최대 ${more}번까지 다시 시작합니다.`, en: `At most ${more} restarts.` });
  return lines;
}

function restartParts(value: string): readonly [string, number | undefined] {
  const policy = parseRestart(value);
  return [policy?.policy ?? value, policy?.maximum];
}

/** `service:web` and `container:name` in the places that take them. */
function prefixed(key: string, value: string): Lines {
  const match = /^(service|container):(.+)$/.exec(value);
  const what = Object.hasOwn(shared, key) ? shared[key] : undefined;
  if (!match || !what) return [];
  const name = shown(match[2] ?? '');
  const owner =
    match[1] === 'service' ? { ko: `서비스 ${name}`, en: `the service ${name}` } : { ko: `컨테이너 ${name}`, en: `the container ${name}` };
  return [{ ko: `${owner.ko}의 ${what.ko} 함께 씁니다.`, en: `Shares ${what.en} of ${owner.en}.` }];
}

const shared: Readonly<Record<string, Localized>> = {
  'service#network_mode': { ko: '네트워크를 그대로', en: 'the network' },
  'service#ipc': { ko: 'IPC 네임스페이스를', en: 'the IPC namespace' },
  'service#pid': { ko: '프로세스 네임스페이스를', en: 'the process namespace' },
};

function find(table: Table, key: string, value: string): Localized | undefined {
  const values = Object.hasOwn(table, key) ? table[key] : undefined;
  return values && Object.hasOwn(values, value) ? values[value] : undefined;
}
