import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Node, Pair } from 'yaml';
import type { DrawingPlace } from '../../drawing/drawing.ts';
import type { DrawContext } from '../../language.ts';
import { rangeOf, type Span } from '../../text/span.ts';
import type { Place } from '../../workspace.ts';
import { spanOfKey, spanOfNode, type YamlDocument } from '../../yaml/parse.ts';
import type { ComposeModel } from '../model.ts';
import { chainOf, type Level } from '../project/extends.ts';
import { isPartial } from '../project/files.ts';
import { entriesOf, partsOf, type Entry, type Part } from '../project/parts.ts';

/** A service as it is drawn: where it is declared first, and all that is said of it. */
export interface DrawnService extends Entry {
  readonly part: Part;
  /** What the file, its override and all that it extends say of it. */
  readonly own: readonly Level[];
}

/** An entry with the file that it stands in. */
export interface PlacedEntry extends Entry {
  readonly part: Part;
}

/** Where something stands, for a box; nothing where that has no address. */
export interface AtPlace {
  readonly at?: DrawingPlace;
}

/** The files of a project as a picture needs them. */
export interface Project {
  readonly services: readonly DrawnService[];
  /** Whether a name that is not found is surely missing. */
  readonly isComplete: boolean;
  /** The paths of the other files. */
  readonly others: readonly string[];
  entry(section: string, name: string): PlacedEntry | undefined;
  has(section: string, name: string): boolean;
  placeOf(part: Part, document: YamlDocument, pair: Pair): AtPlace;
  placeOfNode(part: Part, document: YamlDocument, node: Node): AtPlace;
  /** The address of a file of the workspace. */
  addressOf(path: string): string | undefined;
  /** The workspace as one of the files sees it. */
  fileAt(part: Part): Place;
}

/** Reads the file with those that Compose reads along: the override or main file beside it, and what it includes. */
export function readProject(model: ComposeModel, context: DrawContext): Project {
  const { own, beside, included, complete } = partsOf(model, context);
  const parts = [own, ...beside, ...included];
  const documents = new Map<Part, TextDocument>();
  const sections = new Map<string, ReadonlyMap<string, PlacedEntry>>();

  function entriesByName(section: string): ReadonlyMap<string, PlacedEntry> {
    let entries = sections.get(section);
    if (!entries) {
      const made = new Map<string, PlacedEntry>();
      for (const part of parts)
        for (const entry of entriesOf(part.file, section)) if (!made.has(entry.name)) made.set(entry.name, { ...entry, part });
      sections.set(section, (entries = made));
    }
    return entries;
  }

  function place(part: Part, span: Span | undefined): AtPlace {
    const uri = part === own ? model.document.uri : context.addressOf(part.path);
    if (!span || uri === undefined) return {};
    let document = part === own ? model.document : documents.get(part);
    if (!document) documents.set(part, (document = TextDocument.create(uri, 'yaml', 0, part.file.text)));
    return { at: { uri, range: rangeOf(document, span) } };
  }

  return {
    services: servicesOf(parts, context),
    isComplete: complete && !isPartial(context),
    others: parts.slice(1).map(({ path }) => path),
    entry: (section, name) => entriesByName(section).get(name),
    has: (section, name) => entriesByName(section).has(name),
    placeOf: (part, document, pair) => place(part, spanOfKey(document, pair)),
    placeOfNode: (part, document, node) => place(part, spanOfNode(document, node)),
    addressOf: (path) => context.addressOf(path),
    fileAt: ({ path }) => ({ workspace: context.workspace, path }),
  };
}

/** The services by name, in the order in which they are met; what several files say of one is taken together. */
function servicesOf(parts: readonly Part[], { workspace }: DrawContext): readonly DrawnService[] {
  const services = new Map<string, DrawnService>();
  for (const part of parts) {
    for (const entry of entriesOf(part.file, 'services')) {
      const { levels } = chainOf(part, entry, workspace);
      const known = services.get(entry.name);
      services.set(entry.name, known ? { ...known, own: [...known.own, ...levels] } : { ...entry, part, own: levels });
    }
  }
  return [...services.values()];
}
