import { counterparts } from '../counterparts.ts';
import type { FeatureContext, HoverContent } from '../language.ts';
import type { Locale } from '../locale.ts';
import { codeSpan } from '../text/markdown.ts';
import { documentAt } from '../yaml/parse.ts';
import { isOneLine, pathAt, type Path } from '../yaml/path.ts';
import { schemaFor } from './custom.ts';
import { allowedOf, factsOf } from './facts.ts';
import { isOfKustomize, kustomizationHover } from './hover/kustomization.ts';
import { leadOf } from './hover/lead.ts';
import { officialText } from './hover/official.ts';
import { groupOf, type KubernetesModel, type Manifest } from './model.ts';
import { noteOf } from './notes.ts';
import { manifestsIn } from './parse.ts';
import { descriptionOf } from './schema/descriptions.ts';
import type { KubernetesSchema, Resolution } from './schema/schema.ts';
import { apiVersionFacts, kindFacts } from './values/api-version.ts';
import { shown, type Lines } from '../say.ts';

/** What is to be explained. */
interface Question {
  readonly model: KubernetesModel;
  readonly place: Place;
  readonly schema: KubernetesSchema;
  readonly resolution: Resolution;
  readonly context: FeatureContext;
}

/** Explains the field or value under the cursor: what the value comes to, the note by schema type, what the schema says. */
export function hover(model: KubernetesModel, offset: number, context: FeatureContext): HoverContent | undefined {
  const document = documentAt(model.file, offset);
  if (document && isOfKustomize(document, context.path)) return kustomizationHover(document, model, offset, context);
  const place = placeAt(model, offset);
  if (!place) return undefined;
  const { manifest, path, role } = place;
  const { apiVersion, kind } = manifest;
  const schema = schemaFor(manifest, model, context);
  if (role === 'value' && path.length === 1 && path[0] === 'kind') return hoverKind(place, schema, context);
  const resolution = schema.resolve(apiVersion, kind, path);
  if (resolution?.field === undefined || (role === 'value' && !isOneLine(model.file.text, place.span))) return undefined;
  const question = { model, place, schema, resolution, context };
  return role === 'value' ? hoverValue(question) : hoverKey(question);
}

function hoverKey(question: Question): HoverContent {
  const { place, resolution, context } = question;
  const noteId = noteOf(context.library, resolution);
  // A key that the author made up, such as a label's, is explained by its map: facts would speak of something else.
  const isMadeUp = resolution.mapKey !== undefined && !noteId?.endsWith(`.${resolution.mapKey}`);
  const lead = leadAt(question);
  return {
    span: place.span,
    ...about(noteId, resolution),
    title: codeSpan(String(place.value)),
    facts: isMadeUp ? [] : factsOf(resolution, context.locale),
    counterparts: isMadeUp
      ? undefined
      : counterparts(context.library, { kubernetes: `${resolution.owner.name}#${resolution.field ?? ''}` }, context.locale),
    ...(lead.length > 0 ? { lead, ...(isMadeUp ? { brief: true } : {}) } : {}),
  };
}

/** A value is explained by what it comes to and by its field's note; one without either needs no box. */
function hoverValue(question: Question): HoverContent | undefined {
  const { model, place, resolution, context } = question;
  const noteId = noteOf(context.library, resolution);
  const lead = [...aliasLead(model, place), ...leadAt(question)];
  const allowed = allowedOf(resolution, context.locale);
  if (noteId === undefined && lead.length === 0 && allowed.length === 0) return undefined;
  return {
    span: place.span,
    ...(noteId === undefined ? {} : { noteId, brief: true }),
    title: codeSpan(resolution.field ?? ''),
    facts: allowed,
    lead,
  };
}

/** What an alias stands for, when that is a scalar. */
function aliasLead(model: KubernetesModel, { span, value }: Place): readonly string[] {
  const text = model.file.text.slice(span.start, span.end);
  const isScalar = typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
  return text.startsWith('*') && isScalar ? [`${shown(text)} = ${shown(String(value))}`] : [];
}

function leadAt({ model, place, schema, resolution, context }: Question): readonly string[] {
  const { manifest, path, role } = place;
  const { locale, workspace, path: file } = context;
  if (path.length === 1 && path[0] === 'apiVersion')
    return role === 'key'
      ? []
      : said(apiVersionFacts(manifest.apiVersion, schema.resourceKind(manifest.apiVersion, manifest.kind)), locale);
  const field = `${resolution.owner.name}#${resolution.field ?? ''}`;
  return leadOf({ model, file: { workspace, path: file }, manifest, path, resolution, field }, role, locale);
}

function hoverKind({ manifest, span }: Place, schema: KubernetesSchema, { library, locale }: FeatureContext): HoverContent | undefined {
  // Somebody else's kind may have a name that Kubernetes uses too; a version that is still being typed is no other kind.
  const { apiVersion, kind } = manifest;
  const group = groupOf(manifest);
  const known = schema.resourceKind(apiVersion, kind);
  if (!known && group.includes('.') && !group.endsWith('.k8s.io')) return undefined;
  const resolution = schema.resolve(apiVersion, kind, []);
  const noteId = `kubernetes/${resolution?.owner.name ?? kind}`;
  const lead = said(kindFacts(known), locale);
  if (library.has(noteId)) return { span, noteId, lead };
  return resolution && { span, title: codeSpan(kind), lead, ...about(undefined, resolution) };
}

/** The note, or where there is none the official text. */
function about(noteId: string | undefined, resolution: Resolution): Pick<HoverContent, 'noteId' | 'official' | 'isOwn'> {
  if (noteId !== undefined) return { noteId };
  const official = officialText(descriptionOf(resolution));
  // Only what was read from a definition of the workspace brings its text along.
  const isOwn = (resolution.fieldInfo ?? resolution.owner).text !== undefined;
  return official === undefined ? {} : { official, isOwn };
}

function said(lines: Lines, locale: Locale): readonly string[] {
  return lines.map((line) => line[locale]);
}

/** What stands at an offset, in terms of the manifest that holds it. */
export interface Place {
  readonly manifest: Manifest;
  /** From the manifest's root. */
  readonly path: Path;
  readonly role: 'key' | 'value';
  readonly span: HoverContent['span'];
  readonly value: unknown;
}

/** Finds the manifest and the path inside it at an offset of the file. */
function placeAt(model: KubernetesModel, offset: number): Place | undefined {
  const document = documentAt(model.file, offset);
  const at = document && pathAt(document, offset);
  const manifest = at && manifestsIn(document).find((candidate) => candidate.path.every((step, index) => at.path[index] === step));
  return manifest && { ...at, manifest, path: at.path.slice(manifest.path.length) };
}
