import { shown, type Lines } from '../../say.ts';
import { bytesFacts } from './bytes-facts.ts';
import { parseTmpfs } from './tmpfs.ts';

/** Says where a file system in memory is mounted, and how large it may grow. */
export function tmpfsFacts(text: string): Lines {
  const { target, options } = parseTmpfs(text);
  if (!target.startsWith('/')) return [];
  const size = options.find((option) => option.startsWith('size='))?.slice('size='.length);
  const limit =
    size === undefined
      ? {
          ko: '크기를 적지 않아 호스트 메모리의 절반까지 커질 수 있습니다.',
          en: 'Without a size it may grow to half of the host’s memory.',
        }
      : { ko: `최대 ${shown(size)}.`, en: `At most ${shown(size)}.` };
  return [
    {
      ko: `메모리의 임시 파일 시스템 → ${shown(target)}. ${limit.ko}`,
      en: `Temporary file system in memory → ${shown(target)}. ${limit.en}`,
    },
    ...(size === undefined ? [] : bytesFacts(size)),
  ];
}
