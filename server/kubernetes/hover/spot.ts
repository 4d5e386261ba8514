import { isScalar, type YAMLMap } from 'yaml';
import type { Path } from '../../yaml/path.ts';
import { mapAt, nodeAt, textAt, textOf } from '../../yaml/read.ts';
import type { Place as FilePlace } from '../../workspace.ts';
import type { KubernetesModel, Manifest } from '../model.ts';
import type { Resolution } from '../schema/schema.ts';

/** A field or value of a manifest that is to be explained. */
export interface Spot {
  readonly model: KubernetesModel;
  /** The file's place in its workspace. */
  readonly file: FilePlace;
  readonly manifest: Manifest;
  /** From the manifest's root. */
  readonly path: Path;
  readonly resolution: Resolution;
  /** The type and the field, as notes are named: `Container#image`. */
  readonly field: string;
}

/** The scalar that stands there. */
export interface Written {
  /** Without quotes. */
  readonly text: string;
  /** Whether it is written without quotes. */
  readonly isPlain: boolean;
}

/** The scalar at the spot; `undefined` for anything else, and for what a template makes. */
export function writtenAt({ manifest, path, model }: Spot): Written | undefined {
  const { document } = manifest;
  const node = nodeAt(document.source.ast, manifest.root, path);
  if (!isScalar(node) || node.value === null) return undefined;
  if (document.source.templated && node.range) {
    const raw = model.file.text.slice(document.span.start + node.range[0], document.span.start + node.range[1]);
    if (/\{[{%]/.test(raw)) return undefined;
  }
  return { text: textOf(node), isPlain: node.type === 'PLAIN' };
}

/** The text of a scalar of the same manifest. Of a template it is filler: whoever expects a number or a name of their own gets none. */
export function read({ manifest }: Spot, path: Path): string | undefined {
  const text = textAt(manifest.document.source.ast, manifest.root, path);
  return manifest.document.source.templated && text !== undefined && /xxxxx/.test(text) ? undefined : text;
}

/** A whole number of the same manifest; `undefined` for one that is written but cannot be read. */
export function readNumber(spot: Spot, path: Path, byDefault: number): number | undefined {
  const { manifest } = spot;
  const text = textAt(manifest.document.source.ast, manifest.root, path);
  if (text === undefined) return byDefault;
  return /^\d{1,9}$/.test(text) ? Number(text) : undefined;
}

/** A map of the same manifest. */
export function readMap({ manifest }: Spot, path: Path): YAMLMap | undefined {
  return mapAt(manifest.document.source.ast, manifest.root, path);
}

/** The path of what holds the spot, some steps up. */
export function above({ path }: Spot, steps = 1): Path {
  return path.slice(0, -steps);
}

const containerLists: readonly unknown[] = ['containers', 'initContainers', 'ephemeralContainers'];

/** The path of the container that the spot lies in. */
export function containerPath({ path }: Spot): Path | undefined {
  const index = path.findLastIndex((step, at) => containerLists.includes(step) && typeof path[at + 1] === 'number');
  return index < 0 ? undefined : path.slice(0, index + 2);
}
