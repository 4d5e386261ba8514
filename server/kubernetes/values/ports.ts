import { knownPorts } from '../../facts/ports.ts';
import { shown, shownList, type Lines } from '../../say.ts';

/** A port that a container declares. */
export interface DeclaredPort {
  /** The container's name, or the workload that makes it: `Deployment/web`. */
  readonly owner: string;
  /** Whether `owner` is a container. */
  readonly isContainer?: boolean;
  readonly name: string | undefined;
  readonly port: string;
}

/** Says which programs usually listen on a port. */
export function portFacts(text: string): Lines {
  const programs = /^\d{1,5}$/.test(text) ? knownPorts.get(Number(text)) : undefined;
  return programs === undefined ? [] : [{ ko: `${shown(text)} — 흔히 쓰는 곳: ${programs}`, en: `${shown(text)} — usually ${programs}` }];
}

/**
 * Says which port of a container a name stands for, or whose port a number is.
 * @param declared the ports of the containers in question; none when nobody knows which containers they are
 */
export function targetFacts(text: string, declared: readonly DeclaredPort[]): Lines {
  const isNumber = /^\d+$/.test(text);
  const found = declared.filter(({ name, port }) => (isNumber ? port : name) === text);
  if (found.length > 0) {
    const names = shownList([...new Set(found.map(({ owner }) => owner))]);
    const owners = found[0]?.isContainer ? { ko: `컨테이너 ${names}`, en: `container ${names}` } : { ko: names, en: names };
    if (isNumber) return [{ ko: `${owners.ko}의 포트 ${shown(text)}`, en: `Port ${shown(text)} of ${owners.en}` }];
    const ports = shownList([...new Set(found.map(({ port }) => port))]);
    return [{ ko: `${shown(text)} = ${owners.ko}의 포트 ${ports}`, en: `${shown(text)} = port ${ports} of ${owners.en}` }];
  }
  if (isNumber || declared.length === 0) return [];
  const names = shownList([...new Set(declared.flatMap(({ name }) => name ?? []))]);
  return [
    {
      ko: `그런 이름의 컨테이너 포트가 없습니다.${names === '' ? '' : ` 있는 이름: ${names}`}`,
      en: `No container port has that name.${names === '' ? '' : ` There is ${names}.`}`,
    },
  ];
}

/** Says what is odd about a port that every node opens. */
export function nodePortFacts(text: string): Lines {
  if (!/^\d{1,5}$/.test(text)) return [];
  const inRange = Number(text) >= 30000 && Number(text) <= 32767;
  return inRange
    ? [{ ko: `모든 노드의 \`<노드 IP>:${text}\`에서 받습니다.`, en: `Taken at \`<node IP>:${text}\` of every node.` }]
    : [
        {
          ko: '기본 범위 30000–32767을 벗어나, API 서버의 설정을 바꾸지 않았다면 거부됩니다.',
          en: 'Outside of 30000–32767: refused unless the API server is set up otherwise.',
        },
      ];
}
