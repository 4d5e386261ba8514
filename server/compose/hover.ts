import { isMap, isScalar } from 'yaml';
import { counterparts } from '../counterparts.ts';
import type { FeatureContext, HoverContent } from '../language.ts';
import { shown, shownList } from '../say.ts';
import { codeSpan } from '../text/markdown.ts';
import { documentAt, type YamlDocument } from '../yaml/parse.ts';
import { isOneLine, pathAt, type PathAt } from '../yaml/path.ts';
import { nodeAt, pairsOf } from '../yaml/read.ts';
import { pathInUse } from './hover/anchors.ts';
import { allowedOf, factsOf } from './hover/facts.ts';
import { leadOf } from './hover/lead.ts';
import { noteOf } from './hover/notes.ts';
import { officialOf } from './hover/official.ts';
import type { Spot } from './hover/spot.ts';
import type { ComposeModel } from './model.ts';
import { schema } from './schema.ts';

/** Explains the key or value under the cursor: what the value comes to, the note by its place, what the schema says. */
export function hover(model: ComposeModel, offset: number, context: FeatureContext): HoverContent | undefined {
  const { file } = model;
  const document = documentAt(file, offset);
  const tag = document && tagAt(document, offset, context);
  if (!document || tag) return tag;
  const at = pathAt(document, offset);
  if (!at || (at.role === 'value' && !isOneLine(file.text, at.span))) return undefined;
  const anchor = anchorAt(document, at, context);
  if (anchor) return anchor;
  const spot = spotAt(model, document, at, context);
  if (!spot) return extensionAt(at, context);
  return at.role === 'key' ? hoverKey(spot, at, context) : hoverValue(spot, at, context);
}

function hoverKey(spot: Spot, at: PathAt, context: FeatureContext): HoverContent {
  const { place, path } = spot;
  const isMadeUp = place.name !== undefined;
  const noteId = noteOf(context.library, path, isMadeUp);
  const lead = leadOf(spot, 'key', context.locale);
  const official = noteId === undefined ? officialOf(place) : undefined;
  const told = noteId === undefined ? undefined : context.library.note(noteId, context.locale)?.body;
  return {
    span: at.span,
    ...(noteId === undefined ? {} : { noteId }),
    ...(official === undefined ? {} : { official }),
    title: codeSpan(String(at.value)),
    facts: isMadeUp ? [] : factsOf(place, context.locale, told),
    counterparts: counterparts(context.library, { compose: place.place }, context.locale),
    ...(lead.length > 0 ? { lead, ...(isMadeUp && path.length > 1 ? { brief: true } : {}) } : {}),
  };
}

/** A value is explained by what it comes to and by its key's note; one without either needs no box. */
function hoverValue(spot: Spot, at: PathAt, context: FeatureContext): HoverContent | undefined {
  const { place, path } = spot;
  const noteId = noteOf(context.library, path, place.name !== undefined);
  const lead = [...aliasLead(spot, at), ...leadOf(spot, 'value', context.locale)];
  const allowed = isScalar(spot.node) ? allowedOf(place.shape, context.locale) : [];
  if (noteId === undefined && lead.length === 0 && allowed.length === 0) return undefined;
  return {
    span: at.span,
    ...(noteId === undefined ? {} : { noteId, brief: true }),
    title: codeSpan(place.key ?? ''),
    facts: allowed,
    lead,
  };
}

/** What stands at an offset as the schema knows it; `undefined` for what it does not know. */
function spotAt(model: ComposeModel, document: YamlDocument, at: PathAt, context: FeatureContext): Spot | undefined {
  const { ast } = document.source;
  if (at.path.length < 2 && String(at.path[0]).startsWith('x-')) return undefined;
  const path = pathInUse(ast, at.path);
  const place = schema.at(path);
  // Below an anchor the node is where it is written, which its first use may have written over.
  return place && path.length > 0
    ? { model, document, file: { workspace: context.workspace, path: context.path }, path, place, node: nodeAt(ast, ast.contents, at.path) }
    : undefined;
}

/** A key of the author's, which Compose passes over. */
function extensionAt({ path, role, span, value }: PathAt, { library }: FeatureContext): HoverContent | undefined {
  const isExtension = role === 'key' && path.length === 1 && String(value).startsWith('x-');
  return isExtension && library.has('compose/compose#x-') ? { span, noteId: 'compose/compose#x-' } : undefined;
}

/** What a merge key takes over, at the key and at its alias. */
function anchorAt(document: YamlDocument, { path, role, span }: PathAt, context: FeatureContext): HoverContent | undefined {
  if (!path.includes('<<') || path.lastIndexOf('<<') < path.length - (typeof path.at(-1) === 'number' ? 2 : 1)) return undefined;
  const noteId = 'concepts/yaml#anchors';
  if (!context.library.has(noteId)) return undefined;
  const { ast, text } = document.source;
  const node = nodeAt(ast, ast.contents, path);
  if (!isMap(node)) return { span, noteId };
  const keys = shownList([...pairsOf(ast, node).keys()], 6);
  const written = role === 'value' ? text.slice(span.start - document.span.start, span.end - document.span.start) : '<<';
  return { span, noteId, brief: true, lead: [`${shown(written)} → ${keys}`] };
}

/** What an alias stands for: the scalar, or the keys of the map. */
function aliasLead({ document, node }: Spot, { span }: PathAt): readonly string[] {
  const { ast, text } = document.source;
  const written = text.slice(span.start - document.span.start, span.end - document.span.start);
  if (!written.startsWith('*')) return [];
  if (isScalar(node)) return [`${shown(written)} = ${shown(String(node.value))}`];
  return isMap(node) ? [`${shown(written)} → ${shownList([...pairsOf(ast, node).keys()], 6)}`] : [];
}

/** The tags of Compose's own, which say how a file is laid over another one. */
function tagAt(document: YamlDocument, offset: number, { library }: FeatureContext): HoverContent | undefined {
  const { text } = document.source;
  const local = offset - document.span.start;
  const start = Math.max(0, text.lastIndexOf('\n', local - 1) + 1);
  const end = text.indexOf('\n', local);
  const line = text.slice(start, end < 0 ? text.length : end).slice(0, 1000);
  for (const match of line.matchAll(/(?<=[:\-,[][ \t]{1,20})!(?:reset|override)(?![^\s,\]}])/g)) {
    const from = start + match.index;
    if (local < from || local > from + match[0].length) continue;
    const noteId = `compose/override#${match[0]}`;
    const span = { start: from + document.span.start, end: from + match[0].length + document.span.start };
    if (library.has(noteId)) return { span, noteId };
  }
  return undefined;
}
