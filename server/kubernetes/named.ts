import type { NamedEntity } from '../language.ts';
import type { Localized } from '../locale.ts';
import type { Span } from '../text/span.ts';
import type { Place } from '../workspace.ts';
import { documentAt } from '../yaml/parse.ts';
import { plainOrQuoted } from '../yaml/scalar.ts';
import { isInChart } from './chart.ts';
import type { KubernetesModel } from './model.ts';
import { isDnsName, isLabelValue, isPortName } from './validation/names.ts';
import { clusterOf } from './wires/check.ts';
import type { Cluster, Placed } from './wires/cluster.ts';
import { entitiesOf, type Entity, type Found } from './wires/find.ts';
import { occurrencesOf } from './wires/occurrences.ts';
import { rangeIn } from './wires/report.ts';
import { summarise } from './wires/summary.ts';
import type { Mark } from './wires/types.ts';

const refusals = {
  dns: {
    ko: '소문자, 숫자, `-`, `.`만 쓸 수 있고 글자나 숫자로 시작하고 끝나야 합니다.',
    en: 'Use lower-case letters, digits, `-` and `.`; begin and end with a letter or digit.',
  },
  key: { ko: '영문자, 숫자, `-`, `_`, `.`만 쓸 수 있습니다.', en: 'Use letters, digits, `-`, `_` and `.`.' },
  label: {
    ko: '63자까지 영문자, 숫자, `-`, `_`, `.`만 쓸 수 있고 글자나 숫자로 시작하고 끝나야 합니다.',
    en: 'Use up to 63 letters, digits, `-`, `_` and `.`; begin and end with a letter or digit.',
  },
  port: {
    ko: '15자까지 소문자, 숫자, `-`만 쓸 수 있고 글자가 하나는 있어야 합니다.',
    en: 'Use up to 15 lower-case letters, digits and `-`, with at least one letter.',
  },
  taken: { ko: '같은 이름이 이미 있습니다.', en: 'This name is taken already.' },
  type: {
    ko: '따옴표 없이 적으면 YAML이 숫자나 참·거짓으로 읽는 이름입니다.',
    en: 'Without quotes YAML reads this as a number or a boolean.',
  },
  reading: {
    ko: '작업 영역을 아직 읽고 있습니다. 잠시 뒤에 다시 시도하세요.',
    en: 'The workspace is still being read. Try again in a moment.',
  },
} satisfies Record<string, Localized>;

/** The name under the cursor and everywhere in the workspace where it stands for the same. */
export function named(model: KubernetesModel, offset: number, place: Place): NamedEntity | undefined {
  const cluster = clusterOf(model, place);
  const here = findAt(model, offset, cluster, place.path);
  if (!here) return undefined;
  const { placed, found } = here;
  const occurrences: { readonly span: Span; readonly role: Found['role'] }[] = [];
  const elsewhere: { readonly path: string; readonly range: ReturnType<typeof rangeIn>; readonly role: Found['role'] }[] = [];
  for (const { placed: at, mark, role } of occurrencesOf(cluster, placed, found.entity)) {
    if (at.path === place.path) occurrences.push({ span: spanIn(model, at, mark), role });
    else elsewhere.push({ path: at.path, range: rangeIn(at, mark), role });
  }
  const isDefined = [...occurrences, ...elsewhere].some(({ role }) => role === 'definition');
  const canRename = isDefined && !/^\d+$/.test(nameOf(found.entity)) && !isInChart(place);
  const isComplete = place.workspace.indexes?.complete ?? true;
  return {
    at: spanIn(model, placed, found.mark),
    occurrences,
    elsewhere,
    ...(canRename ? { refuse: (name) => (isComplete ? refuse(cluster, found.entity, name) : refusals.reading) } : {}),
  };
}

function findAt(
  model: KubernetesModel,
  offset: number,
  cluster: Cluster,
  path: string,
): { readonly placed: Placed; readonly found: Found } | undefined {
  const document = documentAt(model.file, offset);
  if (!document) return undefined;
  const local = offset - document.span.start;
  const line = model.document.positionAt(document.span.start).line;
  for (const resource of summarise(document).resources) {
    // Of several that stand here the narrowest is meant: they are never of different sizes, so the first will do.
    const found = entitiesOf(resource).find(({ mark }) => mark.start <= local && local <= mark.end);
    if (!found) continue;
    const indexed = cluster.inFile(path).find((placed) => placed.resource === resource && placed.line === line);
    return { placed: indexed ?? { resource, path, line }, found };
  }
  return undefined;
}

function spanIn({ document }: KubernetesModel, { line }: Placed, mark: Mark): Span {
  const start = document.offsetAt({ line: line + mark.line, character: mark.character });
  return { start, end: start + mark.end - mark.start };
}

function nameOf(entity: Entity): string {
  return entity.what === 'label' ? entity.value : entity.name;
}

function refuse(cluster: Cluster, entity: Entity, name: string): Localized | undefined {
  if (name === nameOf(entity)) return undefined;
  if (entity.what === 'key') return /^[\w.-]{1,253}$/.test(name) ? undefined : refusals.key;
  if (entity.what === 'label') {
    if (name === '' || !isLabelValue(name)) return refusals.label;
  } else if (entity.what === 'service port' || entity.what === 'container port') {
    if (!isPortName(name)) return refusals.port;
  } else if (!isDnsName(name)) return refusals.dns;
  if (plainOrQuoted(name) !== name) return refusals.type;
  return entity.what === 'resource' && cluster.named(entity.key, name).length > 0 ? refusals.taken : undefined;
}
