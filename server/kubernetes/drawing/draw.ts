import type { Drawing, DrawingPlace } from '../../drawing/drawing.ts';
import { createSketch } from '../../drawing/sketch.ts';
import type { DrawContext } from '../../language.ts';
import { fill, type Localized } from '../../locale.ts';
import { baseName } from '../../text/path.ts';
import type { KubernetesModel } from '../model.ts';
import { clusterOf } from '../wires/check.ts';
import type { Placed } from '../wires/cluster.ts';
import { rangeIn } from '../wires/report.ts';
import type { Mark } from '../wires/types.ts';
import { aroundFile } from './around.ts';
import { detailOf, lookOf } from './look.ts';
import type { Loose, Wiring } from './wiring.ts';

const words = {
  title: { ko: '{name}의 리소스', en: 'The resources of {name}' },
  whole: { ko: '작업 영역의 리소스', en: 'The resources of the workspace' },
  description: {
    ko: '리소스 {count}개. 화살표는 가리키는 쪽에서 가리켜지는 쪽으로, 곧 Ingress에서 Service, 워크로드, 그 설정과 볼륨으로 향합니다.',
    en: 'Resources: {count}. Arrows lead from what names to what is named: from an Ingress to Services, workloads, their settings and volumes.',
  },
  missing: { ko: '작업 영역에 없습니다', en: 'not in the workspace' },
  unchosen: { ko: '이 레이블을 가진 Pod가 없습니다', en: 'no Pod has these labels' },
  namespace: { ko: '네임스페이스 {name}', en: 'namespace {name}' },
  reading: {
    ko: '작업 영역을 아직 읽고 있어 빠진 것이 있을 수 있습니다.',
    en: 'The workspace is still being read, so something may be missing.',
  },
} satisfies Record<string, Localized>;

/** The file's resources as a picture, with all they lead to and all that leads to them in the workspace, or everything of it. */
export function draw(model: KubernetesModel, context: DrawContext): Drawing {
  const { locale, path, everything = false, workspace } = context;
  const say = (word: keyof typeof words, values: Record<string, string> = {}): string => fill(words[word][locale], values);
  const sketch = createSketch();
  const cluster = clusterOf(model, context);
  const isComplete = workspace.indexes?.complete ?? false;
  const { resources, wirings } = aroundFile(cluster, path, { everything, isComplete });
  const ids = new Map(resources.map((placed, at) => [placed, idOf(placed, at)]));
  const namespaces = new Set(resources.flatMap(({ resource }) => resource.namespace ?? []));
  const inNamespace = (namespace: string | undefined): { readonly in?: string } => {
    if (namespace === undefined || namespaces.size < 2) return {};
    sketch.group({ id: `namespace:${namespace}`, label: say('namespace', { name: namespace }) });
    return { in: `namespace:${namespace}` };
  };
  const at = (placed: Placed, mark: Mark): { readonly at?: DrawingPlace } => {
    const uri = placed.path === path ? model.document.uri : context.addressOf(placed.path);
    return uri === undefined ? {} : { at: { uri, range: rangeIn(placed, mark) } };
  };

  for (const placed of resources) {
    const { resource } = placed;
    const detail = [...detailOf(resource), ...(placed.path === path ? [] : [baseName(placed.path)])];
    sketch.node({
      id: ids.get(placed) ?? '',
      label: resource.name?.text ?? '?',
      kind: lookOf(resource.key, resource.pods !== undefined),
      caption: resource.kind,
      ...(detail.length > 0 ? { detail: detail.join('\n') } : {}),
      ...inNamespace(resource.namespace),
      ...(placed.path === path && !everything ? { isMain: true } : {}),
      ...at(placed, resource.mark),
    });
  }
  for (const wiring of wirings) {
    const { from, to, label } = wiring;
    const source = ids.get(from);
    if (source === undefined) continue;
    const target = 'resource' in to ? ids.get(to) : drawLoose(from, to);
    if (target === undefined) continue;
    sketch.edge({ from: source, to: target, ...(label === undefined ? {} : { label }), kind: kindOf(wiring) });
  }

  function drawLoose(from: Placed, loose: Loose): string {
    const { kind, key, name, mark, isMissing } = loose;
    const namespace = from.resource.namespace;
    const id = `loose:${key}:${namespace ?? ''}:${name}`;
    sketch.node({
      id,
      label: name,
      kind: lookOf(key, key === '/Pod'),
      caption: kind,
      detail: say(key === '/Pod' ? 'unchosen' : 'missing'),
      ...inNamespace(namespace),
      ...(isMissing ? { isMissing } : { isFaint: true }),
      ...at(from, mark),
    });
    return id;
  }

  return sketch.finish(
    {
      title: everything ? say('whole') : say('title', { name: baseName(path) }),
      description: say('description', { count: String(resources.length) }),
      direction: 'right',
      reach: everything ? 'workspace' : 'file',
      ...(workspace.indexes && !isComplete ? { remarks: [say('reading')] } : {}),
    },
    locale,
  );
}

/** Stays the same while other lines are written, so that what was chosen stays chosen. */
function idOf({ resource: { key, namespace, name }, path }: Placed, at: number): string {
  return name ? `${key}:${namespace ?? ''}:${name.text}:${path}` : `${key}:${at}:${path}`;
}

function kindOf({ to, isDashed, isBroken }: Wiring): 'solid' | 'dashed' | 'broken' {
  if (isBroken === true || (!('resource' in to) && to.isMissing)) return 'broken';
  return isDashed === true || !('resource' in to) ? 'dashed' : 'solid';
}
