import { isMap } from 'yaml';
import { defineRule } from '../../rule.ts';
import { perDocument } from '../../yaml/per-document.ts';
import { keyOf } from '../../yaml/path.ts';
import type { ComposeModel } from '../model.ts';
import { reportKeyOrder } from '../review/order.ts';

export const topLevelOrder = defineRule<ComposeModel, { readonly order: readonly string[] }>({
  id: 'compose/top-level-order',
  severity: 'hint',
  presets: [],
  equivalents: ['dclint:top-level-properties-order'],
  message: {
    ko: '최상위의 `{key}` 항목은 `{before}` 항목보다 앞에 두세요.',
    en: 'At the top level, put `{key}` before `{before}`.',
  },
  why: {
    ko: '이름과 공통 조각이 위에, 서비스가 그 아래, 볼륨과 네트워크가 끝에 있으면 처음 보는 사람도 파일을 차례로 읽습니다.',
    en: 'With the name and shared parts above, the services below and volumes and networks at the end, a newcomer reads the file from top to bottom.',
  },
  note: 'compose/compose',
  options: { order: ['version', 'name', 'include', 'services', 'networks', 'volumes', 'secrets', 'configs'] },
  check: perDocument((document, report, { order }) => {
    const root = document.source.ast.contents;
    if (!isMap(root)) return;
    const ranks = new Map(order.map((key, index) => [key, index]));
    // Shared parts (`x-…`) stand above the services, before or after the name.
    const shared = (ranks.get('services') ?? 0) - 0.5;
    const keys = root.items.map((pair) => keyOf(pair) ?? '');
    const below = keys.findIndex((key) => (ranks.get(key) ?? -1) > shared);
    const late = new Set(below < 0 ? [] : keys.slice(below).filter((key) => key.startsWith('x-')));
    reportKeyOrder(document, root, (key) => (late.has(key) ? shared : ranks.get(key)), report);
  }),
  examples: {
    bad: [
      {
        text: 'name: shop\n\nvolumes:\n  data:\n\n# 서비스\n«services»:\n  web:\n    image: nginx:1.29\n',
        fixed: 'name: shop\n\n# 서비스\nservices:\n  web:\n    image: nginx:1.29\n\nvolumes:\n  data:\n',
      },
      {
        text: 'services:\r\n  web:\r\n    image: nginx:1.29\r\n«x-team»: shop\r\n',
        fixed: 'x-team: shop\r\nservices:\r\n  web:\r\n    image: nginx:1.29\r\n',
      },
      // is the comment about the services or about the file?
      { text: '# 상점\nservices:\n  web:\n    image: nginx:1.29\n«name»: shop\n' },
      {
        text: 'services:\n  web:\n    image: nginx:1.29\nnetworks:\n  a:\n«volumes»:\n  b:\n',
        fixed: 'services:\n  web:\n    image: nginx:1.29\nvolumes:\n  b:\nnetworks:\n  a:\n',
        options: { order: ['name', 'services', 'volumes', 'networks'] },
      },
    ],
    good: [
      'name: shop\nx-logging: &logging {driver: local}\nservices:\n  web:\n    image: nginx:1.29\nnetworks:\n  a:\nvolumes:\n  b:\n',
      "x-b: 1\nx-a: 2\nversion: '3'\nservices:\n  web:\n    image: nginx:1.29\n",
      'services:\n  web:\n    image: nginx:1.29\nmodels:\n  llm: {model: ai/smollm2}\n',
    ],
  },
});
