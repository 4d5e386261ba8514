import { isMap, isNode, isScalar, isSeq, type Node, type Pair, type Scalar } from 'yaml';
import type { Span } from '../../text/span.ts';
import type { YamlDocument } from '../../yaml/parse.ts';
import { nodeAt, pairsOf, resolve, textOf } from '../../yaml/read.ts';
import { hasVariables } from '../values/interpolation.ts';
import { parseBoolean } from '../values/numbers.ts';
import { parseVolume } from '../values/volume.ts';

/** What a name in a service stands for. */
export type Section = 'services' | 'networks' | 'volumes' | 'configs' | 'secrets' | 'models';

/** A place where a service names something of the file. */
export interface Use {
  readonly section: Section;
  readonly name: string;
  /** The key that names it: `depends_on`, `network_mode`. */
  readonly key: string;
  /** The scalar that holds the name, or the key that is it. */
  readonly node: Scalar;
  /** Where the name stands in the scalar's text. */
  readonly span: Span;
  /** Whether the service cannot start without the other one; services only. */
  readonly orders?: boolean;
  /** `required: false` stands beside it: a service that its profile leaves out does no harm. */
  readonly optional?: boolean;
}

/** Every name that the settings of a service mention, variables left out. */
export function usesOf(document: YamlDocument, pairs: ReadonlyMap<string, Pair>): readonly Use[] {
  const { ast } = document.source;
  const found: Use[] = [];
  const add = (section: Section, key: string, node: unknown, part?: Span, more: Partial<Use> = {}): void => {
    if (!isScalar(node) || typeof node.value !== 'string') return;
    const span = part ?? { start: 0, end: node.value.length };
    const name = node.value.slice(span.start, span.end);
    if (name !== '' && !hasVariables(node.value) && !name.includes('$')) found.push({ section, key, name, node, span, ...more });
  };
  const value = (key: string): Node | undefined => {
    const node = resolve(ast, pairs.get(key)?.value);
    return node?.tag === '!reset' ? undefined : node;
  };
  const items = (node: Node | undefined): readonly (Node | undefined)[] =>
    isSeq(node) ? node.items.map((item) => resolve(ast, item)) : [];

  /** A list of names, or a map whose keys are names. */
  const names = (section: Section, key: string, more: Partial<Use> = {}): void => {
    const node = value(key);
    for (const item of items(node)) add(section, key, item, undefined, more);
    if (!isMap(node)) return;
    for (const { key: name, value: inner } of pairsOf(ast, node).values()) {
      if (isNode(inner) && inner.tag === '!reset') continue;
      const required = isMap(inner) ? nodeAt(ast, inner, ['required']) : undefined;
      const isOptional = isScalar(required) && parseBoolean(textOf(required)) === false;
      add(section, key, name, undefined, { ...more, ...(isOptional && { optional: true }) });
    }
  };
  /** A list of names, or of maps with the name as `source`. */
  const sources = (section: Section, key: string, node: Node | undefined): void => {
    for (const item of items(node)) add(section, key, isMap(item) ? nodeAt(ast, item, ['source']) : item);
  };
  /** `service:NAME` */
  const mode = (key: string): void => {
    const node = value(key);
    if (isScalar(node) && typeof node.value === 'string' && node.value.startsWith('service:'))
      add('services', key, node, { start: 8, end: node.value.length }, { orders: true });
  };

  names('services', 'depends_on', { orders: true });
  for (const key of ['links', 'volumes_from'])
    for (const item of items(value(key))) {
      const text = isScalar(item) && typeof item.value === 'string' ? item.value : '';
      const colon = text.indexOf(':');
      if (!text.startsWith('container:')) add('services', key, item, { start: 0, end: colon < 0 ? text.length : colon }, { orders: true });
    }
  ['network_mode', 'ipc', 'pid'].forEach(mode);
  names('networks', 'networks');
  names('models', 'models');
  sources('configs', 'configs', value('configs'));
  sources('secrets', 'secrets', value('secrets'));
  const build = value('build');
  if (isMap(build)) {
    sources('secrets', 'build.secrets', nodeAt(ast, build, ['secrets']));
    const contexts = nodeAt(ast, build, ['additional_contexts']);
    for (const pair of isMap(contexts) ? pairsOf(ast, contexts).values() : []) {
      const node = resolve(ast, pair.value);
      if (isScalar(node) && typeof node.value === 'string' && node.value.startsWith('service:'))
        add('services', 'additional_contexts', node, { start: 8, end: node.value.length });
    }
  }
  for (const item of items(value('volumes'))) {
    if (isMap(item)) {
      const type = nodeAt(ast, item, ['type']);
      if (isScalar(type) && type.value === 'volume') add('volumes', 'volumes', nodeAt(ast, item, ['source']));
    } else if (isScalar(item) && typeof item.value === 'string') {
      const mount = parseVolume(item.value);
      if ('target' in mount && mount.type === 'volume' && mount.sourceSpan) {
        const { start, end } = mount.sourceSpan;
        const name = item.value.slice(start, end);
        if (!name.includes('$')) found.push({ section: 'volumes', key: 'volumes', name, node: item, span: mount.sourceSpan });
      }
    }
  }
  return found;
}
