import { isMap } from 'yaml';
import { defineRule } from '../../rule.ts';
import { deletePair } from '../../yaml/edit.ts';
import { spanOfKey } from '../../yaml/parse.ts';
import { perDocument } from '../../yaml/per-document.ts';
import { pairOf } from '../../yaml/read.ts';
import type { ComposeModel } from '../model.ts';

export const noVersionField = defineRule<ComposeModel>({
  id: 'compose/no-version-field',
  severity: 'info',
  presets: ['recommended'],
  equivalents: ['dclint:no-version-field'],
  message: {
    ko: '`version`은 이제 쓰이지 않습니다. 지우세요.',
    en: '`version` is obsolete. Delete it.',
  },
  why: {
    ko: 'Compose는 이 값과 상관없이 최신 명세로 파일을 읽고, 실행할 때마다 경고를 냅니다.',
    en: 'Compose reads every file by the latest specification, whatever stands here, and prints a warning each time.',
  },
  note: 'compose/compose#version',
  check: perDocument((document, report) => {
    const root = document.source.ast.contents;
    const pair = isMap(root) ? pairOf(root, 'version') : undefined;
    const at = pair && spanOfKey(document, pair);
    if (!isMap(root) || !pair || !at) return;
    report({
      at,
      fix: () => {
        const edit = deletePair(document, root, pair);
        return edit && { title: { ko: '`version` 지우기', en: 'Delete `version`' }, edits: [edit], isPreferred: true };
      },
    });
  }),
  examples: {
    bad: [
      { text: "«version»: '3.8'\n\nservices:\n  web:\n    image: nginx:1.29\n", fixed: 'services:\n  web:\n    image: nginx:1.29\n' },
      {
        text: '# 상점\n«version»: "3"\nservices:\n  web:\n    image: nginx:1.29\n',
        fixed: '# 상점\nservices:\n  web:\n    image: nginx:1.29\n',
      },
      // a comment is kept
      { text: '«version»: 3.8 # old Swarm\nservices: {}\n', fixed: '# old Swarm\nservices: {}\n' },
      {
        text: "services:\r\n  web:\r\n    image: nginx:1.29\r\n\r\n«version»: '3'\r\n",
        fixed: 'services:\r\n  web:\r\n    image: nginx:1.29\r\n\r\n',
      },
      { text: "services:\n  web:\n    image: nginx:1.29\n«version»: '3'", fixed: 'services:\n  web:\n    image: nginx:1.29\n' },
      // used elsewhere
      { text: "«version»: &v '3'\nservices:\n  web:\n    image: nginx:1.29\n    labels:\n      v: *v\n" },
      // flow style
      { text: "{«version»: '3', services: {web: {image: 'nginx:1.29'}}}\n" },
    ],
    good: [
      'services:\n  web:\n    image: nginx:1.29\n',
      "services:\n  web:\n    image: nginx:1.29\n    labels:\n      version: '3'\n",
      'version: {{ v }}\nservices: {}\n',
    ],
  },
});
