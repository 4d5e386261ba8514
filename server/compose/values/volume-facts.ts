import type { Localized } from '../../locale.ts';
import { shown, type Lines } from '../../say.ts';

/** A mount, of the short or the long form. */
export interface Mount {
  readonly type: string;
  readonly source: string | undefined;
  readonly target: string;
  readonly options: readonly string[];
  readonly readOnly: boolean;
}

/**
 * Says what a mount puts where, and what its options do.
 * @param isCovered whether another mount of the service holds the path
 */
export function volumeFacts(mount: Mount, isCovered = false): Lines {
  return [whatGoesWhere(mount, isCovered), ...mount.options.flatMap((option) => optionFacts(option, mount.type))];
}

function whatGoesWhere({ type, source, target, readOnly }: Mount, isCovered: boolean): Localized {
  const to = shown(target);
  const mode = readOnly ? { ko: ' 읽기 전용입니다.', en: ' Read-only.' } : { ko: '', en: '' };
  if (source !== undefined && /(?:^|\/)docker\.sock$/.test(source))
    return {
      ko: `Docker의 소켓 → ${to}. 컨테이너가 호스트의 Docker를 마음대로 다룹니다. **호스트의 root와 같은 권한**입니다.`,
      en: `Docker’s socket → ${to}. The container commands the host’s Docker, which is **as good as root on the host**.`,
    };
  switch (type) {
    case 'bind':
      return source === undefined
        ? { ko: `호스트 경로 → ${to}.${mode.ko}`, en: `Host path → ${to}.${mode.en}` }
        : {
            ko: `호스트 ${shown(source)} → ${to}.${readOnly ? mode.ko : ' 컨테이너가 고치면 호스트의 파일도 바뀝니다.'}`,
            en: `Host ${shown(source)} → ${to}.${readOnly ? mode.en : ' What the container changes, changes on the host.'}`,
          };
    case 'tmpfs':
      return {
        ko: `메모리의 임시 파일 시스템 → ${to}. 컨테이너가 멈추면 사라집니다.`,
        en: `Temporary file system in memory → ${to}. Gone when the container stops.`,
      };
    case 'image':
      return {
        ko: `이미지 ${shown(source ?? '…')}의 파일 → ${to}, 읽기 전용`,
        en: `Files of the image ${shown(source ?? '…')} → ${to}, read-only`,
      };
    case 'npipe':
      return { ko: `Windows의 명명된 파이프 → ${to}`, en: `Named pipe of Windows → ${to}` };
    default:
      if (source !== undefined)
        return {
          ko: `이름 있는 볼륨 ${shown(source)} → ${to}.${mode.ko} 컨테이너를 지워도 데이터가 남습니다.`,
          en: `Named volume ${shown(source)} → ${to}.${mode.en} Its data survives the container.`,
        };
      return isCovered
        ? {
            ko: `이름 없는 볼륨 → ${to}. 바깥 경로의 마운트가 이 디렉터리를 가리지 못하게 합니다.`,
            en: `Anonymous volume → ${to}. It keeps the mount above from hiding this directory.`,
          }
        : {
            ko: `이름 없는 볼륨 → ${to}. 이름이 없어 나중에 다시 찾기 어렵습니다.`,
            en: `Anonymous volume → ${to}. Without a name it is hard to find again.`,
          };
  }
}

const options: Readonly<Record<string, Localized>> = {
  ro: { ko: '읽기 전용. 컨테이너가 쓸 수 없습니다.', en: 'read-only: the container cannot write' },
  rw: { ko: '읽고 쓰기. 적지 않아도 같습니다.', en: 'read and write, the default' },
  z: { ko: 'SELinux: 여러 컨테이너가 함께 쓰도록 레이블을 붙입니다.', en: 'SELinux: relabelled to be shared by containers' },
  Z: {
    ko: 'SELinux: 이 컨테이너만 쓰도록 레이블을 붙입니다. 시스템 경로에는 쓰지 마세요.',
    en: 'SELinux: relabelled for this container alone; never for system paths',
  },
  nocopy: { ko: '빈 볼륨에 이미지의 파일을 복사하지 않습니다.', en: 'does not copy the image’s files into an empty volume' },
  cached: { ko: '예전 Docker Desktop의 옵션이며, 이제 효과가 없습니다.', en: 'of old Docker Desktop, without effect today' },
  delegated: { ko: '예전 Docker Desktop의 옵션이며, 이제 효과가 없습니다.', en: 'of old Docker Desktop, without effect today' },
  consistent: { ko: '예전 Docker Desktop의 옵션이며, 이제 효과가 없습니다.', en: 'of old Docker Desktop, without effect today' },
  rshared: { ko: '안팎에서 생긴 마운트가 서로 보입니다.', en: 'mounts made inside and outside see each other' },
  rslave: { ko: '호스트에서 생긴 마운트가 안에서도 보입니다.', en: 'mounts made on the host show up inside' },
  rprivate: { ko: '나중에 생긴 마운트는 서로 보이지 않습니다. 기본값입니다.', en: 'later mounts do not see each other; the default' },
};

function optionFacts(option: string, type: string): Lines {
  const meaning = Object.hasOwn(options, option) ? options[option] : undefined;
  // What the first line says already.
  if (!meaning || (option === 'ro' && (type === 'bind' || type === 'volume'))) return [];
  return [{ ko: `${shown(option)} — ${meaning.ko}`, en: `${shown(option)} — ${meaning.en}` }];
}
