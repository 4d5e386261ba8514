import { shown, type Lines } from '../../say.ts';

/** Says what a user or group id of a security context means. @param field `runAsUser`, `runAsGroup`, `fsGroup`, `supplementalGroups` */
export function idFacts(field: string, text: string): Lines {
  if (!/^\d{1,10}$/.test(text)) return [];
  const isRoot = Number(text) === 0;
  switch (field) {
    case 'runAsUser':
      return isRoot
        ? [
            {
              ko: '**root(UID 0)로 실행**합니다. `runAsNonRoot: true`와 함께면 시작하지 못합니다.',
              en: '**Runs as root** (user id 0). With `runAsNonRoot: true` it does not start.',
            },
          ]
        : [
            {
              ko: `실행하는 사용자는 UID ${shown(text)}입니다. 이미지의 \`USER\`보다 먼저이고, \`/etc/passwd\`에 없어도 됩니다.`,
              en: `Runs as user id ${shown(text)}, whatever the image’s \`USER\`; \`/etc/passwd\` need not know it.`,
            },
          ];
    case 'runAsGroup':
      return isRoot
        ? [{ ko: '주 그룹이 root(GID 0)입니다.', en: 'Its primary group is root (group id 0).' }]
        : [{ ko: `주 그룹이 GID ${shown(text)}입니다.`, en: `Its primary group has the id ${shown(text)}.` }];
    case 'fsGroup':
      return [
        {
          ko: `볼륨 파일의 그룹은 GID ${shown(text)}이고, 모든 컨테이너가 그 그룹에 듭니다.`,
          en: `Files of volumes belong to group id ${shown(text)}, and all containers are in that group.`,
        },
      ];
    default:
      return isRoot ? [{ ko: 'root 그룹(GID 0)에 넣습니다.', en: 'Puts it into the root group (group id 0).' }] : [];
  }
}
