import { isMap } from 'yaml';
import { defineRule, type Fix } from '../../rule.ts';
import { insertEntry, mergeEntries } from '../../yaml/edit.ts';
import { spanOfKey, spanOfNode } from '../../yaml/parse.ts';
import { pairOf } from '../../yaml/read.ts';
import type { ComposeModel } from '../model.ts';
import { has, isWhole, perService, scalarAt, valueAt, type Reviewed } from '../review/service.ts';

export const rotateLogs = defineRule<ComposeModel>({
  id: 'compose/rotate-logs',
  severity: 'info',
  presets: [],
  equivalents: [],
  message: {
    ko: '로그 파일이 끝없이 커집니다. `logging`에 `max-size`와 `max-file`을 적으세요.',
    en: 'The log file grows without end. Write `max-size` and `max-file` below `logging`.',
  },
  why: {
    ko: '기본 드라이버 `json-file`은 로그를 돌리지 않습니다. 말이 많은 컨테이너 하나가 디스크를 채우면 다른 컨테이너도 함께 멈춥니다.',
    en: 'The usual driver, `json-file`, does not rotate logs. One talkative container fills the disk, and all others stop with it.',
  },
  note: 'compose/logging#options.max-size',
  check: perService((service, report) => {
    if (!isWhole(service)) return;
    const driver = valueAt(service, ['logging', 'driver']);
    // What the daemon's settings say counts where no driver is named, and is not known here.
    if ((driver !== undefined && driver !== 'json-file') || has(service, ['logging', 'options', 'max-size'])) return;
    const node = scalarAt(service, ['logging', 'driver']);
    const at = (node && spanOfNode(service.document, node)) ?? spanOfKey(service.document, service.pair);
    if (at) report({ at, fix: () => rotate(service) });
  }),
  examples: {
    bad: [
      {
        text: 'services:\n  «web»:\n    image: nginx:1.29 # 프록시\n\n  db:\n    image: postgres:17\n    logging: {driver: local}\n',
        fixed:
          'services:\n  web:\n    image: nginx:1.29 # 프록시\n    logging:\n      driver: json-file\n      options:\n        max-size: 10m\n        max-file: "3"\n\n  db:\n    image: postgres:17\n    logging: {driver: local}\n',
      },
      {
        text: 'services:\r\n    web:\r\n        build: .\r\n        logging:\r\n            driver: «json-file»\r\n            options:\r\n                tag: web\r\n',
        fixed:
          'services:\r\n    web:\r\n        build: .\r\n        logging:\r\n            driver: json-file\r\n            options:\r\n                tag: web\r\n                max-size: 10m\r\n                max-file: "3"\r\n',
      },
      { text: 'services: {«web»: {image: "nginx:1.29"}}\n' },
    ],
    good: [
      'x-logging: &logging\n  driver: json-file\n  options: {max-size: 10m, max-file: "3"}\nservices:\n  web:\n    image: nginx:1.29\n    logging: *logging\n',
      'services:\n  web:\n    image: nginx:1.29\n    logging:\n      driver: ${LOG_DRIVER:-local}\n  api:\n    build: .\n    logging: {driver: none}\n',
      // adds to another definition
      'services:\n  web:\n    ports: ["80:80"]\n  api:\n    extends: {service: base}\n    image: a:1\n',
    ],
  },
});

function rotate({ document, node }: Reviewed): Fix | undefined {
  const title = { ko: '로그를 10 MB 파일 세 개까지만 남기기', en: 'Keep no more than three log files of 10 MB' };
  const options = [
    ['max-size', '10m'],
    ['max-file', '3'],
  ] as const;
  const logging = pairOf(node, 'logging');
  if (!logging) {
    const edit = insertEntry(document, node, [
      'logging',
      [
        ['driver', 'json-file'],
        ['options', options],
      ],
    ]);
    return edit && { title, edits: [edit] };
  }
  if (!isMap(logging.value)) return undefined;
  const edits = mergeEntries(document, logging, [['options', options]]);
  return edits && { title, edits };
}
