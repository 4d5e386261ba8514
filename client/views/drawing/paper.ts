import type { DrawingKind } from '../../../server/protocol.ts';
import { toMarkup, type Shape } from './shape.ts';

const ink = '#1f2328';
const grey = '#59636e';
const red = '#b3261e';

const blue = '#0b5cad';
const purple = '#7a3ea8';
const orange = '#a85400';
const green = '#1f7a3d';
const yellow = '#8a6d00';

/** The colours of kinds on paper; on a screen picture.css has them from the theme. */
const colours: Readonly<Record<DrawingKind, string>> = {
  image: green,
  stage: blue,
  service: blue,
  workload: blue,
  container: blue,
  network: purple,
  route: purple,
  port: purple,
  volume: orange,
  config: yellow,
  secret: yellow,
  account: yellow,
  control: green,
  machine: grey,
  person: grey,
  step: grey,
};

/** Writes a picture as a file of its own, in dark colours on white, with all that it needs. */
export function onPaper(picture: Shape): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${toMarkup(withPaper(painted(picture, { colour: grey, weight: 1.5 })))}\n`;
}

/** Puts white behind the picture. */
function withPaper(picture: Shape): Shape {
  const { width = 0, height = 0 } = picture.attributes;
  const [title, description, ...others] = picture.inside;
  const paper: Shape = { name: 'rect', attributes: { width, height, fill: '#ffffff' }, inside: [] };
  return { ...picture, inside: [...[title, description].filter((part) => part !== undefined), paper, ...others] };
}

/** What a part takes over from the one that it stands in. */
interface Pen {
  readonly colour: string;
  /** Of outlines, in pixels. */
  readonly weight: number;
  readonly dashes?: string;
}

/** Gives each part its colours, and takes away what only a page can use. */
function painted({ name, attributes, inside }: Shape, given: Pen): Shape {
  const classes = String(attributes['class'] ?? '').split(' ');
  const pen = penOf(classes, given);
  const {
    tabindex: _tabindex,
    href: _href,
    role: _role,
    class: _class,
    'data-id': _id,
    'aria-label': _name,
    'aria-hidden': _hidden,
    ...kept
  } = attributes;
  const paints = Object.assign({}, ...classes.map((each) => paintOf(each, pen))) as Shape['attributes'];
  return {
    name: name === 'a' ? 'g' : name,
    attributes: { ...kept, ...(name === 'svg' ? { role: 'img' } : {}), ...paints },
    inside: inside.map((part) => (typeof part === 'string' ? part : painted(part, pen))),
  };
}

function penOf(classes: readonly string[], given: Pen): Pen {
  const kind = classes.find((each) => each.startsWith('kind-'))?.slice('kind-'.length) as DrawingKind | undefined;
  if (classes.includes('missing')) return { colour: red, weight: 1.5, dashes: '5 3' };
  if (kind !== undefined) return { colour: colours[kind], weight: classes.includes('main') ? 2.5 : 1.5 };
  if (classes.includes('broken')) return { colour: red, weight: 1.5, dashes: '2 4' };
  return classes.includes('dashed') ? { ...given, dashes: '5 4' } : given;
}

const fonts = "system-ui, -apple-system, 'Segoe UI', 'Apple SD Gothic Neo', 'Malgun Gothic', 'Noto Sans KR', sans-serif";

function paintOf(name: string, { colour, weight, dashes }: Pen): Shape['attributes'] {
  const dashed = dashes === undefined ? {} : { 'stroke-dasharray': dashes };
  switch (name) {
    case 'picture':
      return { 'font-family': fonts, fill: ink };
    case 'frame':
      return { fill: '#f3f5f8', stroke: '#9aa4b0' };
    case 'outline':
      return { fill: '#ffffff', stroke: colour, 'stroke-width': weight, ...dashed };
    case 'rim':
      return { fill: 'none', stroke: colour, 'stroke-width': weight, ...dashed };
    case 'stroke':
      return { fill: 'none', stroke: colour, 'stroke-width': 1.3, ...dashed };
    case 'head':
      return { fill: colour };
    case 'paper':
      return { fill: '#ffffff' };
    case 'caption':
      return { fill: grey };
    case 'group':
      return { 'paint-order': 'stroke', stroke: '#f3f5f8', 'stroke-width': 4, 'stroke-linejoin': 'round' };
    case 'edge':
      return { fill: colour };
    case 'faint':
      return { opacity: 0.65 };
    default:
      return {};
  }
}
