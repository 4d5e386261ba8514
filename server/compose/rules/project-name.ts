import { isMap } from 'yaml';
import { defineRule, type Fix } from '../../rule.ts';
import { baseName, folderOf } from '../../text/path.ts';
import { lineAt, lineBreakOf, nextLineStart } from '../../text/lines.ts';
import { spanOfKey } from '../../yaml/parse.ts';
import { isCheckable } from '../../yaml/per-document.ts';
import { pairOf } from '../../yaml/read.ts';
import type { ComposeModel } from '../model.ts';
import { isPartial } from '../project/files.ts';

export const projectName = defineRule<ComposeModel>({
  id: 'compose/project-name',
  severity: 'hint',
  presets: [],
  equivalents: ['dclint:require-project-name-field'],
  message: {
    ko: '프로젝트 이름이 없어 폴더 이름을 씁니다. 맨 위에 `name`을 적으세요.',
    en: 'Without a project name, the name of the folder is taken. Write `name` at the top.',
  },
  why: {
    ko: '컨테이너, 네트워크, 볼륨의 이름이 프로젝트 이름으로 시작합니다. 폴더를 옮기거나 다른 폴더 이름으로 받으면 새 볼륨이 생겨 데이터가 사라진 것처럼 보입니다.',
    en: 'Containers, networks and volumes are named after the project. In a folder of another name they are new ones, and the data seem lost.',
  },
  note: 'compose/compose#name',
  check: ({ file }, report, place) => {
    const documents = file.documents.filter(({ source }) => isMap(source.ast.contents));
    const roots = documents.map(({ source }) => source.ast.contents);
    const [first] = documents;
    const root = first?.source.ast.contents;
    if (!first || !isMap(root) || !isCheckable(first) || isPartial(place) || roots.some((map) => isMap(map) && pairOf(map, 'name'))) return;
    const services = pairOf(root, 'services') ?? root.items[0];
    const at = services && spanOfKey(first, services);
    if (!at) return;
    report({ at, fix: () => nameIt(first.span.start, file.text, root.flow === true, place.path) });
  },
  examples: {
    bad: [
      { text: '«services»:\n  web:\n    image: nginx:1.29\n' },
      { text: '# 상점\r\nx-team: shop\r\n«services»:\r\n  web:\r\n    image: nginx:1.29\r\n' },
    ],
    good: [
      'name: shop\nservices:\n  web:\n    image: nginx:1.29\n',
      'services:\n  web:\n    image: nginx:1.29\nname: shop\n',
      'services:\n  web:\n    image: nginx:1.29\n---\nname: shop\nservices: {}\n',
      'services:\n  web:\n    image: nginx:{{ version }}\n',
    ],
  },
});

/** Writes down the name that Compose takes now: that of the folder. Of a file at the workspace's root the folder is not known. */
function nameIt(start: number, text: string, isFlow: boolean, path: string): Fix | undefined {
  const folder = baseName(folderOf(path).slice(0, -1));
  // What Compose makes of a folder's name.
  const name = folder
    .toLowerCase()
    .replace(/[^a-z0-9_-]/g, '')
    .replace(/^[_-]+/, '');
  if (name === '' || isFlow || start > 0 || /^(?:\uFEFF|%|---)/.test(text)) return undefined;
  // Below the comment at the top of the file.
  let top = 0;
  for (
    let line = lineAt(text, 0);
    /^[ \t]*(?:#|$)/.test(text.slice(line.start, line.end)) && line.end < text.length;
    line = lineAt(text, top)
  )
    top = nextLineStart(text, line.end);
  const lineBreak = lineBreakOf(text);
  const plain = /^[a-z][a-z0-9_-]*$/.test(name) && !/^(?:y|yes|n|no|true|false|on|off|null)$/.test(name);
  return {
    title: { ko: `\`name: ${name}\` 적기`, en: `Write \`name: ${name}\`` },
    edits: [{ span: { start: top, end: top }, newText: `name: ${plain ? name : `"${name}"`}${lineBreak}${lineBreak}` }],
  };
}
