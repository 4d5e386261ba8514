import type { Localized } from '../locale.ts';
import { exitCodeMeaning } from './exit-codes.ts';
import { argument, type Say, type Seen } from './seen.ts';
import type { OutputTable } from './table.ts';

/** The columns by which a table of containers is known, of `docker ps` and of `docker compose ps`. */
export const containerColumns = ['IMAGE', 'COMMAND', 'CREATED', 'STATUS'];

const words = {
  restarting: {
    ko: '끝날 때마다 다시 시작하고 있습니다. 로그에서 마지막 오류를 보세요.',
    en: 'It ends and is started again and again; its log has the last error.',
  },
  unhealthy: {
    ko: '실행 중이지만 헬스체크가 실패합니다.',
    en: 'It runs, but its health check fails.',
  },
  starting: { ko: '헬스체크가 아직 시작 단계입니다.', en: 'Its health check is still in its start period.' },
  created: {
    ko: '만들어졌지만 시작하지 않았습니다. 시작하다 실패했거나(포트, 마운트), 아직 `docker start`를 하지 않은 것입니다.',
    en: 'It was created but not started: starting failed (a port, a mount), or `docker start` has not been run.',
  },
  paused: { ko: '일시 중지되었습니다. `docker unpause`로 다시 실행합니다.', en: 'It is paused; `docker unpause` lets it go on.' },
  dead: {
    ko: '지우다가 만 컨테이너입니다. 다시 시작할 수 없으니 `docker rm`으로 지웁니다.',
    en: 'Its removal was left half done; it cannot be started, so remove it with `docker rm`.',
  },
} satisfies Record<string, Localized>;

/** The containers of a table of `docker ps -a` or `docker compose ps -a`. */
export function containersOf({ rows, columns }: OutputTable, say: Say): readonly Seen[] {
  return rows.flatMap((row) => {
    const status = row('STATUS');
    const name = row(columns.includes('NAMES') ? 'NAMES' : 'NAME') || row('CONTAINER ID');
    if (name === '' || status === '') return [];
    const { isFine, about, signs } = stateOf(status, say);
    const target = argument(name, 'container');
    const commands = [
      ...(/unhealthy/.test(status) ? [`docker inspect --format '{{json .State.Health}}' ${target}`] : []),
      ...(/^Exited \(137\)/.test(status) ? [`docker inspect --format '{{.State.OOMKilled}}' ${target}`] : []),
      `docker logs --tail 50 ${target}`,
    ];
    return [{ kind: 'container', name, state: stateName(status), isFine, about, signs, commands: isFine ? [] : commands }];
  });
}

/** Without the time, so that containers in the same state are told of together. */
function stateName(status: string): string {
  return /^(?:Exited|Restarting) \(\d+\)/.exec(status)?.[0] ?? (/unhealthy/.test(status) ? 'unhealthy' : status.replace(/^Up .*/, 'Up'));
}

function stateOf(status: string, say: Say): Pick<Seen, 'isFine' | 'about' | 'signs'> {
  const [, how = '', digits = ''] = /^(Exited|Restarting) \((\d{1,3})\)/.exec(status) ?? [];
  if (how !== '') {
    const code = Number(digits);
    const means = exitCodeMeaning(code);
    const restarts = how === 'Restarting';
    return {
      isFine: !restarts && code === 0,
      about: [`exited with code ${digits}`],
      signs: [...(restarts ? [say(words.restarting)] : []), ...(means ? [say(means)] : [])],
    };
  }
  if (/\(unhealthy\)/.test(status)) return { isFine: false, about: ['(unhealthy)'], signs: [say(words.unhealthy)] };
  if (/\(health: starting\)/.test(status)) return { isFine: false, about: [], signs: [say(words.starting)] };
  if (/\(Paused\)/.test(status)) return { isFine: false, about: [], signs: [say(words.paused)] };
  if (status === 'Created') return { isFine: false, about: ['Created'], signs: [say(words.created)] };
  if (status === 'Dead') return { isFine: false, about: ['Dead'], signs: [say(words.dead)] };
  return { isFine: /^Up\b/.test(status), about: [status], signs: [] };
}
