import { isMap, isScalar, isSeq, type Node } from 'yaml';
import { storeOf, type Store } from '../../facts/stores.ts';
import { defineRule, type Fix } from '../../rule.ts';
import type { TextEdit } from '../../text/edit.ts';
import { lineBreakOf } from '../../text/lines.ts';
import { insertEntry, mergeEntries } from '../../yaml/edit.ts';
import { appendItem } from '../../yaml/items.ts';
import { spanOfNode } from '../../yaml/parse.ts';
import { isCheckable } from '../../yaml/per-document.ts';
import { pairOf } from '../../yaml/read.ts';
import type { ComposeModel } from '../model.ts';
import { soundsTransient } from '../review/file.ts';
import { isWithin, mountsOf, type Mount } from '../review/mounts.ts';
import { has, isWhole, pulledImage, scalarAt, writtenAt, type Reviewed } from '../review/service.ts';
import { variablesAt } from '../review/variables.ts';
import { resourceOf, servicesOf } from '../services.ts';

export const keepDatabaseData = defineRule<ComposeModel, { readonly queues: boolean }>({
  id: 'compose/keep-database-data',
  severity: 'warning',
  presets: ['recommended'],
  equivalents: [],
  message: {
    ko: '{store}의 데이터가 컨테이너와 함께 사라집니다. 이름 있는 볼륨을 `{directory}`에 마운트하세요.',
    en: 'The data of {store} go with the container. Mount a named volume at `{directory}`.',
  },
  variants: {
    unnamed: {
      ko: '`{directory}`의 볼륨에 이름이 없어 컨테이너를 지우면 다시 찾기 어렵습니다. 이름을 붙이세요.',
      en: 'The volume at `{directory}` has no name: once the container is gone, nothing leads back to it. Give it one.',
    },
    moved: {
      ko: '{store} 18부터는 `{directory}`에 마운트해야 합니다. `{target}`에 마운트한 볼륨은 쓰이지 않거나 시작을 막습니다.',
      en: 'From {store} 18 on, mount at `{directory}`. A volume at `{target}` is not used, or keeps the server from starting.',
    },
  },
  why: {
    ko: '`docker compose down`이나 이미지 업데이트는 컨테이너를 새로 만듭니다. 데이터 디렉터리가 이름 있는 볼륨에 있어야 그대로 이어집니다.',
    en: '`docker compose down` and new images replace the container. Only what lies in a named volume is there again afterwards.',
  },
  note: 'compose/service#volumes',
  options: { queues: false },
  optionsInAll: { queues: true },
  check: ({ file }, report, { options, path }) => {
    if (soundsTransient(path)) return;
    for (const document of file.documents) {
      if (!isCheckable(document)) continue;
      const seen = new Set<Node>();
      for (const found of servicesOf(document)) {
        const service: Reviewed = { ...found, document };
        const image = scalarAt(service, ['image']);
        const at = image && spanOfNode(document, image);
        const store = storeOf(pulledImage(service) ?? '');
        if (
          !at ||
          !store ||
          seen.has(image) ||
          isExempt(service) ||
          (store.kind !== 'database' && !(options.queues && store.kind === 'queue'))
        )
          continue;
        seen.add(image);
        const directories = dataOf(service, store);
        const [directory] = directories;
        if (directory === undefined) continue;
        const mounts = mountsOf(service);
        const holding = mounts.find(({ target }) => directories.some((data) => isWithin(data, target)));
        const resource = resourceOf(service);
        const data = { store: store.name, directory };
        if (holding) {
          const place = spanOfNode(document, holding.node);
          if (holding.type === 'volume' && holding.source === undefined && place)
            report({ at: place, variant: 'unnamed', data, resource, fix: () => nameVolume(service, holding) });
          continue;
        }
        const below = mounts.find(({ target }) => isWithin(target, directory));
        const place = below && spanOfNode(document, below.node);
        // PostgreSQL before 18 kept its data one folder deeper.
        if (below?.target === `${directory}/data` && store.name === 'PostgreSQL' && place)
          report({
            at: place,
            variant: 'moved',
            data: { ...data, target: below.target },
            resource,
            fix: () => retarget(service, below, directory),
          });
        else if (!below) report({ at, data, resource, fix: () => addVolume(service, directory) });
      }
    }
  },
  examples: {
    bad: [
      {
        text: 'services:\n  db:\n    image: «postgres:17» # 주문\n    environment:\n      POSTGRES_DB: shop\n\n  web:\n    build: .\n',
        fixed:
          'services:\n  db:\n    image: postgres:17 # 주문\n    environment:\n      POSTGRES_DB: shop\n    volumes:\n      - db-data:/var/lib/postgresql/data\n\n  web:\n    build: .\n\nvolumes:\n  db-data:\n',
      },
      {
        text: 'services:\r\n  db:\r\n    image: «mysql:8.4»\r\n    volumes:\r\n    - ./init.sql:/docker-entrypoint-initdb.d/init.sql:ro\r\nvolumes:\r\n  # 세션\r\n  cache:\r\n',
        fixed:
          'services:\r\n  db:\r\n    image: mysql:8.4\r\n    volumes:\r\n    - ./init.sql:/docker-entrypoint-initdb.d/init.sql:ro\r\n    - db-data:/var/lib/mysql\r\nvolumes:\r\n  # 세션\r\n  cache:\r\n  db-data:\r\n',
      },
      // from 18 on the volume belongs one folder higher
      {
        text: 'services:\n  db:\n    image: postgres:18-alpine\n    volumes:\n      - «pg:/var/lib/postgresql/data»\nvolumes:\n  pg:\n',
        fixed: 'services:\n  db:\n    image: postgres:18-alpine\n    volumes:\n      - pg:/var/lib/postgresql\nvolumes:\n  pg:\n',
      },
      {
        text: 'services:\n  db:\n    image: mongo:8\n    volumes:\n      - «/data/db»\n',
        fixed: 'services:\n  db:\n    image: mongo:8\n    volumes:\n      - db-data:/data/db\n\nvolumes:\n  db-data:\n',
      },
      {
        text: 'services:\n  db:\n    image: «postgres:17»\n    expose:\n      - "5432" ',
        fixed:
          'services:\n  db:\n    image: postgres:17\n    expose:\n      - "5432" \n    volumes:\n      - db-data:/var/lib/postgresql/data\n\nvolumes:\n  db-data:',
      },
      { text: 'services: {db: {image: «"mariadb:11"»}}\n' },
      {
        text: 'services:\n  mq:\n    image: «rabbitmq:4»\n',
        fixed: 'services:\n  mq:\n    image: rabbitmq:4\n    volumes:\n      - mq-data:/var/lib/rabbitmq\n\nvolumes:\n  mq-data:\n',
        options: { queues: true },
      },
    ],
    good: [
      'services:\n  db:\n    image: postgres:17\n    volumes:\n      - pg:/var/lib/postgresql/data\n  mysql:\n    image: mysql:8.4\n    volumes:\n      - ./data:/var/lib/mysql/\n  cache:\n    image: redis:8\nvolumes:\n  pg:\n',
      // a data directory of its own, another definition, memory on purpose
      'services:\n  db:\n    image: postgres:18\n    environment:\n      PGDATA: /data\n    volumes:\n      - pg:/data\n  other:\n    extends: {file: common.yaml, service: db}\n    image: postgres:17\n  fast:\n    image: mysql:8.4\n    tmpfs: /var/lib/mysql\nvolumes:\n  pg:\n',
      // tests keep nothing
      'services:\n  test-db:\n    image: postgres:17\n  db:\n    image: postgres:17\n    profiles: [test]\n',
      'services:\n  db:\n    image: postgres:${PG}\n    volumes:\n      - type: volume\n        source: pg\n        target: /var/lib/postgresql\n  mongo:\n    image: mongo:8\n    volumes:\n      - mongo:/data\nvolumes:\n  pg:\n  mongo:\n',
    ],
  },
});

function isExempt(service: Reviewed): boolean {
  const profiles = pairOf(service.node, 'profiles')?.value;
  const names = [service.name, ...(isSeq(profiles) ? profiles.items.map((item) => (isScalar(item) ? String(item.value) : '')) : [])];
  return !isWhole(service) || names.some(soundsTransient) || has(service, ['volumes_from']);
}

/** Where the data lie: where the settings say so, or else where the image has them. */
function dataOf(service: Reviewed, { directories, name }: Store): readonly string[] {
  const own = name === 'PostgreSQL' ? variablesAt(service, ['environment']).find((variable) => variable.name === 'PGDATA') : undefined;
  if (own) return own.value.startsWith('/') ? [own.value.replace(/\/$/, '')] : [];
  // A command may name another directory.
  return /--datadir|--dbpath|data_directory/.test(writtenAt(service, 'command')) ? [] : directories;
}

const title = { ko: '이름 있는 볼륨에 저장하기', en: 'Keep the data in a named volume' };

function addVolume(service: Reviewed, directory: string): Fix | undefined {
  const { document, node } = service;
  const name = freeName(service);
  const volumes = pairOf(node, 'volumes');
  const entry = `${name}:${directory}`;
  const mount = !volumes
    ? insertEntry(document, node, ['volumes', { items: [entry] }])
    : isSeq(volumes.value)
      ? appendItem(document, volumes.value, entry)
      : undefined;
  return withDeclaration(service, name, mount);
}

function nameVolume(service: Reviewed, mount: Mount): Fix | undefined {
  const { document } = service;
  const name = freeName(service);
  if (isMap(mount.node)) return withDeclaration(service, name, insertEntry(document, mount.node, ['source', name], 'type'));
  const at = spanOfNode(document, mount.node);
  if (!at || !isScalar(mount.node) || mount.node.anchor !== undefined) return undefined;
  const inner = at.start + (mount.node.type === 'PLAIN' ? 0 : 1);
  return withDeclaration(service, name, { span: { start: inner, end: inner }, newText: `${name}:` });
}

function retarget({ document }: Reviewed, { node, target }: Mount, directory: string): Fix | undefined {
  const at = spanOfNode(document, node);
  if (!at) return undefined;
  const written = document.source.text.slice(at.start - document.span.start, at.end - document.span.start);
  const found = written.lastIndexOf(target);
  if (found < 0 || written.indexOf(target) !== found) return undefined;
  const start = at.start + found;
  return {
    title: { ko: `\`${directory}\`에 마운트하기`, en: `Mount at \`${directory}\`` },
    edits: [{ span: { start, end: start + target.length }, newText: directory }],
  };
}

/** A name for a volume that the file does not have yet. */
function freeName({ document, name }: Reviewed): string {
  const root = document.source.ast.contents;
  const volumes = isMap(root) ? pairOf(root, 'volumes')?.value : undefined;
  const base = /^[A-Za-z0-9][\w.-]*$/.test(name) ? `${name}-data` : 'data';
  for (let number = 1; ; number++) {
    const candidate = number === 1 ? base : `${base}-${number}`;
    if (!isMap(volumes) || !pairOf(volumes, candidate)) return candidate;
  }
}

/** Declares the volume at the top level beside an edit of the service. */
function withDeclaration({ document }: Reviewed, name: string, mount: TextEdit | undefined): Fix | undefined {
  const root = document.source.ast.contents;
  if (!mount || !isMap(root) || root.flow || root.anchor !== undefined) return undefined;
  const volumes = pairOf(root, 'volumes');
  const { text } = document.source;
  const lineBreak = lineBreakOf(text);
  if (volumes) {
    const declared = declare(document, volumes, name);
    return declared && { title, edits: [mount, ...declared] };
  }
  if (/\n(?:---|\.\.\.)/.test(text)) return undefined;
  const end = document.span.start + text.trimEnd().length;
  const declaration = `${lineBreak}${lineBreak}volumes:${lineBreak}  ${name}:`;
  // Where the service is the last thing in the file, both edits meet at its end.
  const edits =
    mount.span.end >= end
      ? [{ span: mount.span, newText: mount.newText + declaration }]
      : [mount, { span: { start: end, end }, newText: declaration }];
  return { title, edits };
}

function declare(
  document: Reviewed['document'],
  volumes: NonNullable<ReturnType<typeof pairOf>>,
  name: string,
): readonly TextEdit[] | undefined {
  const edits = mergeEntries(document, volumes, [[name, '']]);
  return edits?.map((edit) => ({ ...edit, newText: edit.newText.replace(/ ""$/, '') }));
}
