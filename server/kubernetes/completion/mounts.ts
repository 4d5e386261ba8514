import { isMap, isSeq } from 'yaml';
import { CompletionItemKind, type CompletionItem } from 'vscode-languageserver-types';
import type { Localized } from '../../locale.ts';
import { lineAt, lineBreakOf } from '../../text/lines.ts';
import { rangeOf } from '../../text/span.ts';
import { endOfPair } from '../../yaml/layout.ts';
import { mapAt, mapsAt, pairOf, stringAt } from '../../yaml/read.ts';
import { restyle } from '../../yaml/style.ts';
import type { SchemaType } from '../schema/types.ts';
import { clusterOf } from '../wires/check.ts';
import { mayShare } from '../wires/match.ts';
import { unversioned } from '../wires/reach.ts';
import { escaped, itemOf } from '../../yaml/item.ts';
import { whereabouts } from './names.ts';
import type { Spot } from './spot.ts';

const scratch: Localized = { ko: '새 emptyDir 볼륨까지 추가합니다', en: 'adds an emptyDir volume along with it' };

/** A volume that the Pod has not yet, with the place where it is to be seen. */
interface NewVolume {
  readonly label: string;
  readonly name: string;
  /** What says where its data lies. */
  readonly source: string;
  readonly mountPath: string;
  readonly detail: string;
}

/** How a volume takes its data from a resource. */
const sources: Readonly<Record<string, (name: string) => string>> = {
  '/ConfigMap': (name) => `configMap:\n  name: ${name}`,
  '/Secret': (name) => `secret:\n  secretName: ${name}`,
  '/PersistentVolumeClaim': (name) => `persistentVolumeClaim:\n  claimName: ${name}`,
};

/** Most resources that are offered to be mounted. */
const mountLimit = 30;

/** Offers a mount together with its volume: of an empty directory, and of the ConfigMaps, Secrets and claims of the workspace. */
export function completeMounts(spot: Spot, type: SchemaType): readonly CompletionItem[] {
  const { place, style, path } = spot;
  const name = unversioned(type.id);
  const isField = name === 'core/Container' && place.siblings.size > 0 && !place.siblings.has('volumeMounts');
  const isItem = name === 'core/VolumeMount' && place.siblings.size === 0 && typeof place.path.at(-1) === 'number';
  if ((!isField && !isItem) || place.style !== 'block' || place.hasColon) return [];
  const at = path.findLastIndex((step) => step === 'containers' || step === 'initContainers');
  return newVolumes(spot, path.slice(0, at)).flatMap((volume) => {
    const also = addVolume(spot, path.slice(0, at), volume);
    const mount = `name: ${volume.name}\nmountPath: \${1:${escaped(volume.mountPath)}}`;
    const body = isItem ? mount : `volumeMounts:\n  - ${mount.replace('\n', '\n    ')}`;
    return also
      ? [
          itemOf(spot, {
            label: `${isItem ? 'mount' : 'volumeMounts'} (${volume.label})`,
            kind: CompletionItemKind.Snippet,
            text: restyle(body, style, place.column),
            snippet: true,
            sort: `9${volume.label}`,
            detail: volume.detail,
            also: [also],
          }),
        ]
      : [];
  });
}

function newVolumes(spot: Spot, pod: Spot['path']): readonly NewVolume[] {
  const { document, root, model, context, namespace } = spot;
  const { ast } = document.source;
  const taken = new Set(mapsAt(ast, root, [...pod, 'volumes']).map((volume) => stringAt(ast, volume, ['name'])));
  const cluster = clusterOf(model, context);
  const others = Object.entries(sources).flatMap(([kind, source]) =>
    cluster
      .all(kind)
      .filter(({ resource }) => mayShare(namespace, resource.namespace))
      .flatMap((placed): readonly NewVolume[] => {
        const name = placed.resource.name?.text ?? '';
        if (!/^[a-z][a-z\d-]{0,62}$/.test(name)) return [];
        const mountPath = kind === '/PersistentVolumeClaim' ? `/${name}` : `/etc/${name}`;
        return [{ label: `${placed.resource.kind}/${name}`, name, source: source(name), mountPath, detail: whereabouts(placed) }];
      }),
  );
  const empty: NewVolume = { label: 'emptyDir', name: 'tmp', source: 'emptyDir: {}', mountPath: '/tmp', detail: scratch[context.locale] };
  return [empty, ...others].filter(({ name }) => !taken.has(name)).slice(0, mountLimit);
}

/** The edit that gives the Pod a volume: at the end of its list, or as a new list above the containers. Never where the cursor is. */
function addVolume(
  spot: Spot,
  pod: Spot['path'],
  { name, source }: NewVolume,
): NonNullable<CompletionItem['additionalTextEdits']>[number] | undefined {
  const { document, root, model, style, place } = spot;
  const { source: parsed, span } = document;
  const spec = mapAt(parsed.ast, root, pod);
  const containers = spec && pairOf(spec, 'containers');
  const key = containers?.key as { range?: readonly [number, number, number] } | null | undefined;
  if (!spec || spec.flow || !key?.range) return undefined;
  const line = lineAt(parsed.text, key.range[0]);
  const column = key.range[0] - line.start;
  if (parsed.text.slice(line.start, key.range[0]).trim() !== '' || place.span.start < line.end) return undefined;
  const item = `- name: ${name}\n  ${source.replaceAll('\n', '\n  ')}`;
  const lineBreak = lineBreakOf(parsed.text);
  const edit = (at: number, text: string): ReturnType<typeof addVolume> => ({
    range: rangeOf(model.document, { start: span.start + at, end: span.start + at }),
    newText: text.replaceAll('\n', lineBreak),
  });
  const volumes = pairOf(spec, 'volumes');
  if (!volumes) return edit(line.start, `${' '.repeat(column)}${restyle(`volumes:\n  ${item.replaceAll('\n', '\n  ')}`, style, column)}\n`);
  const list = volumes.value;
  if (!isSeq(list) || list.flow) return undefined;
  const first = list.items[0];
  const end = endOfPair(document, volumes);
  if (!isMap(first) || !first.range || end === undefined) return undefined;
  const dashes = first.range[0] - lineAt(parsed.text, first.range[0]).start - 2;
  return dashes < 0 ? undefined : edit(end, `\n${' '.repeat(dashes)}${restyle(item, style, dashes)}`);
}
