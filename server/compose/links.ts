import { isMap } from 'yaml';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { DocumentLink } from 'vscode-languageserver-types';
import { rangeOf, type Span } from '../text/span.ts';
import { imageLinks } from '../yaml/links.ts';
import { spanOfNode, type YamlDocument } from '../yaml/parse.ts';
import type { Path } from '../yaml/path.ts';
import { stringAt } from '../yaml/read.ts';
import { walkScalars } from '../yaml/scalars.ts';
import type { ComposeModel } from './model.ts';
import { schema } from './schema.ts';
import { trimEndOf } from '../text/trim.ts';

/** Links to the pages of images, and to the files and folders that the file names. */
export function links({ document, file }: ComposeModel): readonly DocumentLink[] {
  return [...imageLinks(document, file), ...file.documents.flatMap((part) => fileLinks(document, part))];
}

function fileLinks(document: TextDocument, part: YamlDocument): readonly DocumentLink[] {
  const { ast, templated } = part.source;
  if (templated || !isMap(ast.contents) || !/^[\w-]+:\/\/.*\//.test(document.uri)) return [];
  const found: DocumentLink[] = [];
  walkScalars(ast.contents, (scalar, path) => {
    const written = typeof scalar.value === 'string' ? targetOf(part, scalar.value, path) : undefined;
    const span = spanOfNode(part, scalar);
    if (!written || !span) return;
    const target = addressOf(document.uri, written.to);
    const { text } = part.source;
    // Of a quoted text what is between the quotes, as long as it reads as it is written.
    const quote = scalar.type === 'QUOTE_DOUBLE' || scalar.type === 'QUOTE_SINGLE' ? 1 : 0;
    const start = span.start + quote;
    const isPlain = text.slice(start - part.span.start, span.end - quote - part.span.start) === scalar.value;
    const shown: Span = isPlain ? { start, end: start + written.length } : span;
    if (target !== undefined && shown.end > shown.start) found.push({ range: rangeOf(document, shown), target });
  });
  return found;
}

/** A path that is written, from the file's folder, and how much of the text writes it. */
interface Written {
  readonly to: string;
  readonly length: number;
}

function targetOf(part: YamlDocument, text: string, path: Path): Written | undefined {
  const place = schema.at(path);
  const whole = (to: string): Written => ({ to, length: text.length });
  switch (place?.place) {
    case undefined:
      return undefined;
    case 'services.*.volumes[]': {
      const [, source = ''] = /^(\.{1,2}(?:\/[^:]*)?)(?::|$)/.exec(text) ?? [];
      return source === '' ? undefined : { to: source, length: source.length };
    }
    case 'services.*.volumes[].source':
      return siblingText(part, path, 'type') === 'bind' ? whole(text) : undefined;
    case 'services.*.build':
      return isAddress(text) ? undefined : whole(join(text, 'Dockerfile'));
    case 'services.*.build.context': {
      const isOther = ['dockerfile', 'dockerfile_inline'].some((key) => siblingText(part, path, key) !== undefined);
      return isAddress(text) ? undefined : whole(isOther ? text : join(text, 'Dockerfile'));
    }
    case 'services.*.build.dockerfile': {
      const context = siblingText(part, path, 'context') ?? '.';
      return isAddress(context) || text.startsWith('/') ? undefined : whole(join(context, text));
    }
    case 'services.*.develop.watch[].path':
      return whole(text);
    default:
      return place?.shape.format === 'file' ? whole(text) : undefined;
  }
}

function isAddress(text: string): boolean {
  return /:\/\/|#|^git@/.test(text);
}

function join(folder: string, name: string): string {
  return `${trimEndOf(folder, '/')}/${name}`;
}

function siblingText({ source: { ast } }: YamlDocument, path: Path, key: string): string | undefined {
  return stringAt(ast, ast.contents, [...path.slice(0, -1), key]);
}

/** The address of a file beside a document; `undefined` for what may lie anywhere. */
function addressOf(uri: string, written: string): string | undefined {
  if (written === '' || /^[~/\\]|^[A-Za-z]:|\$|^git@|^oci:|:\/\/|\p{Surrogate}/u.test(written)) return undefined; // half of a character has no encoding
  const base = uri.slice(0, uri.lastIndexOf('/'));
  const [, root = '', folders = ''] = /^([\w-]+:\/\/[^/]*)(\/.*)?$/.exec(base) ?? [];
  const parts = folders.split('/').filter((folder) => folder !== '');
  for (const part of written.replaceAll('\\', '/').split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') parts.push(encodeURIComponent(part));
    else if (parts.pop() === undefined) return undefined;
  }
  return `${root}/${parts.join('/')}`;
}
