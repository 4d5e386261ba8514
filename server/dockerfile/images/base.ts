import { parseImage, type ImageReference } from '../../image.ts';
import { globalAssignments } from '../arguments/assignments.ts';
import { unquoted } from '../arguments/quotes.ts';
import type { DockerfileModel, Stage } from '../model.ts';
import { alongStages, parentOf } from '../stages/find.ts';

/** The image of each stage, made once for each file. */
const keptImages = new WeakMap<DockerfileModel, ReadonlyMap<Stage, ImageReference | undefined>>();

/**
 * The image that a stage is built on, at the end of its line of stages.
 * Build arguments stand for their defaults; one without a default is left out of a tag.
 * @returns `undefined` when the image's name is not known
 */
export function baseImage(model: DockerfileModel, stage: Stage): ImageReference | undefined {
  let images = keptImages.get(model);
  if (!images) {
    images = alongStages<ImageReference | undefined>(model, (each, before) =>
      parentOf(model, each) ? before : each.base && readImage(model, each.base.text),
    );
    keptImages.set(model, images);
  }
  return images.get(stage);
}

function readImage(model: DockerfileModel, written: string): ImageReference | undefined {
  const text = fillArguments(written, globalDefaults(model));
  const tagAt = text.indexOf(':', text.lastIndexOf('/') + 1);
  const image = parseImage(tagAt < 0 ? text : text.slice(0, tagAt) + text.slice(tagAt).replace(variable, ''));
  return image?.tag === '' ? { ...image, tag: undefined } : image;
}

const variable = /\$(?:\{([^{}]*)\}|(\w+))/g;

function fillArguments(text: string, defaults: ReadonlyMap<string, string>): string {
  return text.replace(variable, (whole, braced: string | undefined, plain: string | undefined) => {
    const [, name = '', fallback] = /^(\w+)(?::?-(.*))?$/.exec(braced ?? plain ?? '') ?? [];
    return defaults.get(name) ?? fallback ?? whole;
  });
}

/** The defaults of the ARG instructions above the first FROM, made once for each file. */
function globalDefaults(model: DockerfileModel): ReadonlyMap<string, string> {
  const known = keptDefaults.get(model);
  if (known) return known;
  const defaults = new Map<string, string>();
  for (const { name, valueSpan } of globalAssignments(model))
    if (valueSpan) defaults.set(name, fillArguments(unquoted(model.text.slice(valueSpan.start, valueSpan.end)), defaults));
  keptDefaults.set(model, defaults);
  return defaults;
}

const keptDefaults = new WeakMap<DockerfileModel, ReadonlyMap<string, string>>();
