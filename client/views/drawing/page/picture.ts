import type { Drawing } from '../../../../server/protocol.ts';
import { layOut, type Layout } from '../layout.ts';
import { onPaper } from '../paper.ts';
import { pictureOf, type PictureOptions } from '../picture.ts';
import { toElement } from './element.ts';
import { createMeasure } from './measure.ts';

/** How a picture is drawn on a page. */
export interface PageOptions extends PictureOptions {
  /** How wide it should be at most, in pixels: one that is wider is turned where that makes it narrower. */
  readonly width?: number;
}

/** Draws a picture for the page, in the page's font. The page's style has to hold picture.css. */
export function drawPicture(drawing: Drawing, { width, ...options }: PageOptions = {}): SVGElement {
  const measure = createMeasure();
  let layout: Layout = layOut(drawing, measure);
  if (width !== undefined && layout.width > width) {
    const turned = layOut({ ...drawing, direction: drawing.direction === 'right' ? 'down' : 'right' }, measure);
    if (turned.width < layout.width) layout = turned;
  }
  return toElement(pictureOf(drawing, layout, options));
}

/** Writes a picture as an SVG file of its own, in dark colours on white. */
export function pictureFile(drawing: Drawing): string {
  return onPaper(pictureOf(drawing, layOut(drawing, createMeasure())));
}

/** What the script gives to pages. */
export interface MulgilPicture {
  readonly drawPicture: typeof drawPicture;
  readonly pictureFile: typeof pictureFile;
}

// The layout is larger than all pages, so that it is a script of its own, which only a page that draws loads.
Object.assign(globalThis, { mulgilPicture: { drawPicture, pictureFile } satisfies MulgilPicture });
