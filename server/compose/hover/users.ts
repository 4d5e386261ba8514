import { isMap, isSeq } from 'yaml';
import type { Localized } from '../../locale.ts';
import { shown, shownList, type Lines } from '../../say.ts';
import { baseName, folderOf } from '../../text/path.ts';
import { isEmpty, nodeAt, pairsOf, resolve } from '../../yaml/read.ts';
import { servicesOf } from '../services.ts';
import { parseBoolean } from '../values/numbers.ts';
import { mountAt } from './mounts.ts';
import { inService, readText, type Spot } from './spot.ts';

/** Most services that are listed. */
const userLimit = 4;

/** Says which services mount a named volume, and what Docker calls it. */
export function volumeUsers(spot: Spot, volume: string): Lines {
  const { ast } = spot.document.source;
  const users = servicesOf(spot.document).flatMap(({ name }) => {
    const list = inService(spot, name, ['volumes']);
    const mounts = isSeq(list) ? list.items.flatMap((item) => mountAt(spot, resolve(ast, item)) ?? []) : [];
    return mounts
      .filter(({ type, source }) => type === 'volume' && source === volume)
      .map(({ target }) => `${shown(name)} (${shown(target)})`);
  });
  const listed = users.slice(0, userLimit).join(', ') + (users.length > userLimit ? ' …' : '');
  const lines: Localized[] = [
    users.length === 0
      ? { ko: '이 파일에서 마운트하는 서비스가 없습니다.', en: 'No service of this file mounts it.' }
      : { ko: `마운트하는 서비스: ${listed}`, en: `Mounted by ${listed}` },
  ];
  return [...lines, ...realName(spot, 'volumes', volume)];
}

/** Says which services a network joins. */
export function networkUsers(spot: Spot, network: string): Lines {
  const users = servicesOf(spot.document)
    .map(({ name }) => name)
    .filter((name) => networksOf(spot, name).includes(network));
  return [
    users.length === 0
      ? { ko: '이 파일에서 쓰는 서비스가 없습니다.', en: 'No service of this file joins it.' }
      : users.length === 1
        ? { ko: `쓰는 서비스: ${shownList(users)}`, en: `Joined by ${shownList(users)} alone` }
        : {
            ko: `서로 이름으로 접속하는 서비스: ${shownList(users, 6)}`,
            en: `Services that reach each other by name: ${shownList(users, 6)}`,
          },
    ...realName(spot, 'networks', network),
  ];
}

/** Says which services get a secret or config. */
export function grantUsers(spot: Spot, section: 'secrets' | 'configs', name: string): Lines {
  const { ast } = spot.document.source;
  const users = servicesOf(spot.document)
    .map((service) => service.name)
    .filter((service) => {
      const list = inService(spot, service, [section]);
      if (!isSeq(list)) return false;
      return list.items.some((item) => {
        const node = resolve(ast, item);
        return readText(spot, isMap(node) ? nodeAt(ast, node, ['source']) : node) === name;
      });
    });
  if (users.length === 0) return [{ ko: '이 파일에서 받는 서비스가 없습니다.', en: 'No service of this file gets it.' }];
  return [{ ko: `받는 서비스: ${shownList(users)}`, en: `Given to ${shownList(users)}` }];
}

/** Says where the container finds a secret or config, and where its content comes from. */
export function grantFacts(spot: Spot, section: 'secrets' | 'configs', name: string, target: string | undefined): Lines {
  const { ast } = spot.document.source;
  const folder = section === 'secrets' ? '/run/secrets/' : '/';
  const place = target?.startsWith('/') ? target : `${folder}${target ?? name}`;
  const read = (key: string): string | undefined => readText(spot, nodeAt(ast, ast.contents, [section, name, key]));
  const [file, variable] = [read('file'), read('environment')];
  const from =
    file !== undefined
      ? { ko: `파일 ${shown(file)} → `, en: `File ${shown(file)} → ` }
      : variable !== undefined
        ? { ko: `호스트의 환경 변수 ${shown(variable)} → `, en: `Variable ${shown(variable)} of the host → ` }
        : { ko: '', en: '' };
  return [{ ko: `${from.ko}컨테이너의 ${shown(place)}`, en: `${from.en}${shown(place)} in the container` }];
}

/** The networks that a service joins. */
function networksOf(spot: Spot, name: string): readonly string[] {
  const { ast } = spot.document.source;
  if (!isEmpty(inService(spot, name, ['network_mode']))) return [];
  const node = inService(spot, name, ['networks']);
  if (isMap(node)) return [...pairsOf(ast, node).keys()];
  if (isSeq(node) && node.items.length > 0) return node.items.map((item) => readText(spot, resolve(ast, item)) ?? '');
  return ['default'];
}

/** The name that Docker knows it by, where the project's is certain. */
function realName(spot: Spot, section: 'volumes' | 'networks', name: string): Lines {
  const { ast } = spot.document.source;
  const read = (key: string): string | undefined => readText(spot, nodeAt(ast, ast.contents, [section, name, key]));
  if (read('name') !== undefined || parseBoolean(read('external') ?? '') === true) return [];
  const written = nodeAt(ast, ast.contents, ['name']);
  const project = written ? readText(spot, written) : projectOf(spot.file.path);
  if (project === undefined || project === '') return [];
  const real = shown(`${project}_${name}`);
  return [{ ko: `Docker에서의 이름: ${real}`, en: `Docker calls it ${real}` }];
}

/** The project is called after the file's folder. */
function projectOf(path: string): string {
  return baseName(folderOf(path).replace(/\/$/, ''))
    .toLowerCase()
    .replace(/[^a-z\d_-]/g, '')
    .replace(/^[_-]+/, '');
}
