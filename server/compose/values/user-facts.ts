import { shown, type Lines } from '../../say.ts';

/** Says as whom a container runs: `1000`, `1000:1000`, `node`, `root`. */
export function userFacts(text: string): Lines {
  const [user = '', group] = text.split(':', 2);
  if (user === '' || /[\s$]/.test(text)) return [];
  const isNumber = /^\d{1,10}$/.test(user);
  const isRoot = user === 'root' || (isNumber && Number(user) === 0);
  const name = isNumber ? `UID ${shown(user)}` : shown(user);
  const of = group === undefined || group === '' ? '' : /^\d+$/.test(group) ? `, GID ${shown(group)}` : `, ${shown(group)}`;
  if (isRoot)
    return [
      {
        ko: `**root로 실행**합니다${of === '' ? '' : `(${of.slice(2)})`}. 컨테이너를 벗어나면 호스트의 root이기도 합니다.`,
        en: `**Runs as root**${of === '' ? '' : ` (${of.slice(2)})`}, who is root on the host too, once out of the container.`,
      },
    ];
  return [
    isNumber
      ? {
          ko: `실행하는 사용자: ${name}${of}. 이미지의 \`/etc/passwd\`에 없어도 되지만, 마운트한 파일의 주인과 맞아야 합니다.`,
          en: `Runs as ${name}${of}. The image’s \`/etc/passwd\` need not know it, but mounted files must let it in.`,
        }
      : {
          ko: `실행하는 사용자: ${name}${of}. 이미지의 \`/etc/passwd\`에 이 이름이 있어야 합니다.`,
          en: `Runs as ${name}${of}. The image’s \`/etc/passwd\` must have that name.`,
        },
  ];
}
