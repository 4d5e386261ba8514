import { isMap, isNode, isScalar, isSeq, type Node, type YAMLMap } from 'yaml';
import { defineRule } from '../../rule.ts';
import { deletePair } from '../../yaml/edit.ts';
import { spanOfKey, type YamlDocument } from '../../yaml/parse.ts';
import { isCheckable } from '../../yaml/per-document.ts';
import { keyOf } from '../../yaml/path.ts';
import { nodeAt, pairOf, pairsOf, resolve, stringAt } from '../../yaml/read.ts';
import type { ComposeModel } from '../model.ts';
import { filesBeside, isPartial, overrideNames } from '../project/files.ts';
import { mountsOf } from '../review/mounts.ts';
import { servicesOf } from '../services.ts';

/** What a file defines at its top level for its services. */
const sections = ['volumes', 'networks', 'secrets', 'configs'] as const;

export const noUnusedDefinitions = defineRule<ComposeModel>({
  id: 'compose/no-unused-definitions',
  severity: 'info',
  presets: ['recommended'],
  equivalents: [],
  message: {
    ko: '`{name}` 볼륨을 쓰는 서비스가 없습니다. 서비스의 `volumes`에 마운트하거나 지우세요.',
    en: 'No service uses the volume `{name}`. Mount it in the `volumes` of a service, or delete it.',
  },
  variants: {
    networks: {
      ko: '`{name}` 네트워크를 쓰는 서비스가 없습니다. 서비스의 `networks`에 적거나 지우세요.',
      en: 'No service uses the network `{name}`. Write it into the `networks` of a service, or delete it.',
    },
    secrets: {
      ko: '`{name}` 시크릿을 받는 서비스가 없습니다. 서비스의 `secrets`에 적거나 지우세요.',
      en: 'No service gets the secret `{name}`. Write it into the `secrets` of a service, or delete it.',
    },
    configs: {
      ko: '`{name}` 설정을 받는 서비스가 없습니다. 서비스의 `configs`에 적거나 지우세요.',
      en: 'No service gets the config `{name}`. Write it into the `configs` of a service, or delete it.',
    },
  },
  why: {
    ko: '최상위에 적기만 해서는 어느 컨테이너에도 닿지 않습니다. 마운트를 잊었다면 데이터는 컨테이너와 함께 사라집니다.',
    en: 'What is only defined at the top level reaches no container. If a mount was forgotten, the data go with the container.',
  },
  note: 'compose/compose#volumes',
  check: ({ file }, report, place) => {
    // What another file adds may be what uses it.
    if (file.documents.length > 1 || isPartial(place) || hasOverride(place)) return;
    const [document] = file.documents;
    const root = document?.source.ast.contents;
    if (!document || !isCheckable(document) || !isMap(root) || pairOf(root, 'include')) return;
    const services = servicesOf(document);
    if (services.length === 0 || services.some(({ node }) => nodeAt(document.source.ast, node, ['extends', 'file']))) return;
    for (const section of sections) {
      const holder = pairOf(root, section)?.value;
      if (!isMap(holder)) continue;
      const used = usedNames(document, section);
      for (const pair of holder.items) {
        const name = keyOf(pair);
        const at = spanOfKey(document, pair);
        if (
          name === undefined ||
          name === '<<' ||
          !at ||
          used === undefined ||
          used.has(name) ||
          (section === 'networks' && name === 'default')
        )
          continue;
        report({
          at,
          ...(section === 'volumes' ? {} : { variant: section }),
          data: { name },
          fix: () => {
            const edit = deletePair(document, holder, pair);
            return edit && { title: { ko: `\`${name}\` 지우기`, en: `Delete \`${name}\`` }, edits: [edit] };
          },
        });
      }
    }
  },
  examples: {
    bad: [
      {
        text: 'services:\n  db:\n    image: postgres:17\n    volumes:\n      - pg:/var/lib/postgresql/data\nvolumes:\n  pg:\n  # 예전 것\n  «old»:\n    driver: local\n',
        fixed:
          'services:\n  db:\n    image: postgres:17\n    volumes:\n      - pg:/var/lib/postgresql/data\nvolumes:\n  pg:\n  # 예전 것\n',
      },
      {
        text: 'services:\r\n  web:\r\n    image: nginx:1.29\r\n    networks: {front: {aliases: [www]}}\r\nnetworks:\r\n  «back»: {internal: true}\r\n  front:\r\n',
        fixed: 'services:\r\n  web:\r\n    image: nginx:1.29\r\n    networks: {front: {aliases: [www]}}\r\nnetworks:\r\n  front:\r\n',
      },
      { text: 'services:\n  web:\n    image: nginx:1.29\nsecrets:\n  «token»:\n    file: token.txt\n' },
      {
        text: 'services:\n  web:\n    image: nginx:1.29\n    configs: [{source: other}]\nconfigs:\n  other: {file: a}\n  «site»: {file: b}\n',
        fixed: 'services:\n  web:\n    image: nginx:1.29\n    configs: [{source: other}]\nconfigs:\n  other: {file: a}\n',
      },
    ],
    good: [
      'services:\n  web:\n    build:\n      context: .\n      secrets: [npm]\n    networks: [front]\n    secrets: [{source: token}]\n    configs: [site]\n    volumes: [{type: volume, source: data, target: /data}]\nnetworks: {front: , default: {driver: bridge}}\nsecrets: {token: {file: a}, npm: {file: b}}\nconfigs: {site: {file: c}}\nvolumes:\n  data:\n',
      // another file may use it
      'include: [other.yaml]\nservices:\n  web:\n    image: nginx:1.29\nvolumes:\n  data:\n',
      { text: 'services:\n  web:\n    image: nginx:1.29\nvolumes:\n  data:\n', files: { 'compose.override.yaml': 'services: {}\n' } },
      'services:\n  web:\n    image: nginx:1.29\n    volumes:\n      - ${VOLUME}:/data\nvolumes:\n  data:\n',
    ],
  },
});

function hasOverride({ path, workspace }: Parameters<typeof isPartial>[0]): boolean {
  return filesBeside(path).some((file) => overrideNames.some((name) => file.endsWith(name)) && typeof workspace.read(file) === 'string');
}

/** The names that services use of a section; `undefined` where a variable may stand for any. */
function usedNames(document: YamlDocument, section: (typeof sections)[number]): ReadonlySet<string> | undefined {
  const { ast } = document.source;
  const names: string[] = [];
  for (const service of servicesOf(document)) {
    const { node } = service;
    if (section === 'volumes') names.push(...mountsOf({ ...service, document }).flatMap(({ source }) => source ?? []));
    else {
      names.push(...referenced(document, node, [section]));
      if (section === 'secrets') names.push(...referenced(document, node, ['build', 'secrets']));
      if (section === 'configs') names.push(stringAt(ast, node, ['credential_spec', 'config']) ?? '');
      // The network of a build, and a mode that is written for one.
      if (section === 'networks') names.push(stringAt(ast, node, ['build', 'network']) ?? '', stringAt(ast, node, ['network_mode']) ?? '');
    }
  }
  return names.some((name) => /^\$(?!\{\w{1,100}:?-[./~])/.test(name)) ? undefined : new Set(names);
}

/** The names in a list of texts or maps with `source`, or in the keys of a map. */
function referenced(document: YamlDocument, node: YAMLMap, path: readonly string[]): readonly string[] {
  const { ast } = document.source;
  const holder = nodeAt(ast, node, path);
  if (isMap(holder)) return [...pairsOf(ast, holder).keys()];
  if (!isSeq(holder)) return [];
  return holder.items.flatMap((item): readonly string[] => {
    const entry: Node | undefined = isNode(item) ? resolve(ast, item) : undefined;
    if (isScalar(entry)) return [String(entry.value)];
    return isMap(entry) ? [stringAt(ast, entry, ['source']) ?? ''] : [];
  });
}
