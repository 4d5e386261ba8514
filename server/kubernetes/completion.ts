import { CompletionItemKind, InsertTextMode, type CompletionItem } from 'vscode-languageserver-types';
import { summaryOf } from '../hover.ts';
import type { FeatureContext } from '../language.ts';
import { keyPlaceAt, type KeyPlace } from '../yaml/complete.ts';
import { documentAt } from '../yaml/parse.ts';
import { enclosing } from '../yaml/path.ts';
import { factsOf } from './facts.ts';
import type { KubernetesModel, Manifest } from './model.ts';
import { noteOf } from './notes.ts';
import type { Field, SchemaType } from './schema/types.ts';
import { schema } from './schema.ts';

/** Offers the fields that may stand at the cursor: the required ones that are missing first. */
export function complete(model: KubernetesModel, offset: number, context: FeatureContext): readonly CompletionItem[] {
  const manifest = manifestAt(model, offset);
  const place =
    manifest && enclosing(manifest.document.source.ast, offset - manifest.document.span.start) !== 'brackets'
      ? keyPlaceAt(model.file.text, manifest.document.span, offset)
      : undefined;
  const type = manifest && place && typeAt(manifest, place);
  if (!place || !type) return [];
  return schema
    .fieldsOf(type)
    .filter(({ name }) => !place.present.has(name))
    .map((field) => item(field, type, place, context));
}

/** The manifest that an offset belongs to: of a list's items the last that begins before it. */
function manifestAt(model: KubernetesModel, offset: number): Manifest | undefined {
  const document = documentAt(model.file, offset);
  const manifests = model.manifests.filter((manifest) => manifest.document === document);
  return manifests.findLast(({ root }) => document && (root.range?.[0] ?? 0) + document.span.start <= offset) ?? manifests[0];
}

function typeAt(manifest: Manifest, { path }: KeyPlace): SchemaType | undefined {
  if (manifest.path.length > 0 && path[0] !== 'items') return undefined; // a key of the list itself
  const resolution = schema.resolve(manifest.apiVersion, manifest.kind, path.slice(manifest.path.length));
  return resolution?.value.kind === 'object' ? schema.typeOf(resolution) : undefined;
}

function item(field: Field, type: SchemaType, { column }: KeyPlace, context: FeatureContext): CompletionItem {
  const resolution = { owner: type, field: field.name, fieldInfo: field, value: field.value };
  const noteId = noteOf(context.library, resolution);
  return {
    label: field.name,
    kind: CompletionItemKind.Field,
    detail: factsOf(resolution, context.locale).join(' · ').replaceAll('`', ''),
    sortText: `${field.required ? 0 : 1}${field.name}`,
    insertText: field.name + opening(field, column),
    insertTextMode: InsertTextMode.asIs, // the lines are indented already
    ...(noteId === undefined ? {} : summaryOf(noteId, context)),
  };
}

/** What follows the key: a space before a scalar, a new and deeper line before a map, a dash before a list. */
function opening({ value }: Field, column: number): string {
  const indent = '\n' + ' '.repeat(column + 2);
  if (value.kind === 'list') return `:${indent}- `;
  return value.kind === 'object' || value.kind === 'map' ? `:${indent}` : ': ';
}
