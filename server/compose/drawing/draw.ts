import { isMap, isSeq } from 'yaml';
import type { Drawing } from '../../drawing/drawing.ts';
import { createSketch, type Sketch } from '../../drawing/sketch.ts';
import type { DrawContext } from '../../language.ts';
import { fill } from '../../locale.ts';
import { baseName } from '../../text/path.ts';
import { nodeAt, resolve, stringAt, textAt } from '../../yaml/read.ts';
import { portAt } from '../hover/published.ts';
import { writtenText } from '../hover/spot.ts';
import type { ComposeModel } from '../model.ts';
import type { Level } from '../project/extends.ts';
import { usesOf, type Use } from '../project/uses.ts';
import { drawBuild, stringAtSetting } from './build.ts';
import { readProject, type DrawnService, type Project } from './project.ts';
import { words, type Word } from './words.ts';

/** The sections whose entries are boxes, with what they look like. */
const kinds = { services: 'service', networks: 'network', volumes: 'volume', configs: 'config', secrets: 'secret' } as const;

type DrawnSection = keyof typeof kinds;

/**
 * A Compose file as a picture: its services with what they wait for, their networks, volumes, configs and secrets, the ports that are
 * open on the host, and what they are built from; together with the files that Compose reads along.
 */
export function draw(model: ComposeModel, context: DrawContext): Drawing {
  const sketch = createSketch();
  const project = readProject(model, context);
  const say = (word: Word, values: Record<string, string> = {}): string => fill(words[word][context.locale], values);
  const uses = project.services.map((service) => ({ service, used: usesIn(service) }));
  const grouping = groupsOf(uses);

  for (const { service, used } of uses) drawService(service, used, grouping?.get(service.name));
  for (const { service, used } of uses) {
    for (const found of used) drawUse(service, found);
    drawPorts(sketch, service, project, say);
    drawBuild(sketch, service, project, say);
  }

  function drawService(service: DrawnService, used: readonly LocatedUse[], network: string | undefined): void {
    const image = stringAtSetting(service, 'image');
    const profiles = service.own.flatMap((level) => listed(level, 'profiles'));
    const detail = [...(image === undefined ? [] : [image]), ...(profiles.length > 0 ? [`profiles: ${profiles.join(', ')}`] : [])];
    if (network !== undefined) {
      const where = used.find(({ use }) => use.section === 'networks');
      sketch.group({
        id: `networks:${network}`,
        label: `${say('networks')} ${network}${isInternal(project, network) ? ' · internal' : ''}`,
      });
      if (where && !project.has('networks', network)) drawMissing('networks', where);
    }
    sketch.node({
      id: `services:${service.name}`,
      label: service.name,
      kind: 'service',
      caption: say('services'),
      ...(detail.length > 0 ? { detail: detail.join('\n') } : {}),
      ...(network === undefined ? {} : { in: `networks:${network}` }),
      ...project.placeOf(service.part, service.document, service.pair),
    });
  }

  function drawUse({ name }: DrawnService, found: LocatedUse): void {
    const { use, level } = found;
    const section = drawnSection(use);
    if (!section || (section === 'networks' && (grouping || (use.name === 'default' && !project.has('networks', 'default'))))) return;
    const id = `${section}:${use.name}`;
    const entry = project.entry(section, use.name);
    if (section !== 'services' && entry) {
      const isExternal = textAt(entry.document.source.ast, entry.map, ['external']) === 'true';
      const notes = [...(isExternal ? ['external'] : []), ...(section === 'networks' && isInternal(project, use.name) ? ['internal'] : [])];
      const detail = notes.length > 0 ? { detail: notes.join(' · ') } : {};
      const place = project.placeOf(entry.part, entry.document, entry.pair);
      sketch.node({ id, label: use.name, kind: kinds[section], caption: say(section), ...detail, ...place });
    }
    const isThere = entry !== undefined && sketch.has(id);
    if (!isThere) drawMissing(section, found);
    sketch.edge({
      from: `services:${name}`,
      to: id,
      ...labelOf(use, level),
      kind: !isThere && project.isComplete ? 'broken' : section === 'services' && use.orders !== true ? 'dashed' : 'solid',
    });
  }

  /** A box for a name that nothing declares, in any file that is known. */
  function drawMissing(section: DrawnSection, { use, level }: LocatedUse): void {
    sketch.node({
      id: `${section}:${use.name}`,
      label: use.name,
      kind: kinds[section],
      caption: say(section),
      detail: say(project.isComplete ? 'missing' : 'elsewhere'),
      ...(project.isComplete ? { isMissing: true } : { isFaint: true }),
      ...project.placeOfNode(level.part, level.document, use.node),
    });
  }

  return sketch.finish(
    {
      title: say('title', { name: baseName(context.path) }),
      description: say('description', { count: String(project.services.length) }),
      direction: 'right',
      ...(project.others.length > 0 ? { remarks: [say('others', { files: project.others.map(baseName).join(', ') })] } : {}),
    },
    context.locale,
  );
}

/** A name that a service mentions, with the level of it that does. */
interface LocatedUse {
  readonly use: Use;
  readonly level: Level;
}

function usesIn({ own }: DrawnService): readonly LocatedUse[] {
  return own.flatMap((level) => usesOf(level.document, level.pairs).map((use) => ({ use, level })));
}

function drawnSection({ section, key }: Use): DrawnSection | undefined {
  return section === 'models' || key === 'build.secrets' ? undefined : section;
}

/** The one network of each service, when none has several: then networks are frames, otherwise boxes. */
function groupsOf(
  services: readonly { readonly service: DrawnService; readonly used: readonly LocatedUse[] }[],
): ReadonlyMap<string, string> | undefined {
  const groups = new Map<string, string>();
  for (const { service, used } of services) {
    const names = new Set(used.flatMap(({ use }) => (use.section === 'networks' ? [use.name] : [])));
    if (names.size > 1) return undefined;
    const [name] = names;
    if (name !== undefined) groups.set(service.name, name);
  }
  return groups;
}

function isInternal(project: Project, network: string): boolean {
  const entry = project.entry('networks', network);
  return entry !== undefined && textAt(entry.document.source.ast, entry.map, ['internal']) === 'true';
}

/** What a line says: what is waited for, or where a volume is mounted, and so on. */
function labelOf({ section, key, name, node }: Use, { document, pairs }: Level): { readonly label?: string } {
  const { ast } = document.source;
  if (key === 'depends_on') {
    const condition = stringAt(ast, resolve(ast, pairs.get(key)?.value), [name, 'condition']);
    return condition === undefined ? {} : { label: condition.replace(/^service_/, '') };
  }
  if (section === 'services') return { label: key };
  if (section !== 'volumes') return {};
  const list = resolve(ast, pairs.get(key)?.value);
  const item = isSeq(list) ? list.items.map((each) => resolve(ast, each)).find((each) => each === node || holds(each)) : undefined;
  function holds(each: unknown): boolean {
    return isMap(each) && nodeAt(ast, each, ['source']) === node;
  }
  const target = isMap(item) ? stringAt(ast, item, ['target']) : writtenText({ document }, item)?.split(':')[1];
  return target === undefined ? {} : { label: target };
}

function listed({ document, pairs }: Level, key: string): readonly string[] {
  const list = resolve(document.source.ast, pairs.get(key)?.value);
  return isSeq(list) ? list.items.flatMap((item) => writtenText({ document }, resolve(document.source.ast, item)) ?? []) : [];
}

/** The ports of the host that lead to a service. */
function drawPorts(sketch: Sketch, { name, own }: DrawnService, project: Project, say: (word: Word) => string): void {
  for (const { document, part, pairs } of own) {
    const list = resolve(document.source.ast, pairs.get('ports')?.value);
    for (const item of isSeq(list) ? list.items : []) {
      const node = resolve(document.source.ast, item);
      const port = portAt({ document, file: project.fileAt(part) }, node);
      const written = port ? undefined : writtenText({ document }, node);
      if (!port && written === undefined) continue;
      const range = ({ start, end }: { readonly start: number; readonly end: number }): string =>
        start === end ? String(start) : `${start}-${end}`;
      const isAny = port && (!port.host || port.host.start === 0);
      const host = !port ? (written ?? '') : isAny || !port.host ? say('anyPort') : range(port.host);
      const label = `${port?.hostIp === undefined ? '' : `${port.hostIp}:`}${host}${port && port.protocol !== 'tcp' ? `/${port.protocol}` : ''}`;
      const id = `port:${isAny ? name : ''}:${label}`;
      sketch.node({ id, label, kind: 'port', caption: say('port'), ...(node ? project.placeOfNode(part, document, node) : {}) });
      sketch.edge({ from: id, to: `services:${name}`, ...(port ? { label: range(port.container) } : {}), kind: 'solid' });
    }
  }
}
