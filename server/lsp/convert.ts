import type { Connection, TextDocuments } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { CodeAction, Range } from 'vscode-languageserver-types';
import type { ComposeModel } from '../compose/model.ts';
import type { Conversion } from '../convert/conversion.ts';
import { toDockerRun } from '../convert/doors.ts';
import { toKubernetes } from '../convert/kubernetes/convert.ts';
import { asFiles, asOneFile, grouped } from '../convert/kubernetes/present.ts';
import type { ComposeSource } from '../convert/read/project.ts';
import { fromRun, serviceAsFile } from '../convert/run/from-run.ts';
import { insertService } from '../convert/run/insert.ts';
import { serviceAt } from '../convert/service-at.ts';
import { writeYaml } from '../convert/write/yaml.ts';
import { describe } from '../describe.ts';
import { fill, type Locale, type Localized } from '../locale.ts';
import { guarded, type Log } from '../lint.ts';
import {
  convertRequest,
  runToServiceRequest,
  type ConvertedDocument,
  type ConvertParams,
  type RunToServiceAnswer,
  type RunToServiceParams,
} from '../protocol.ts';
import type { Service } from '../service.ts';
import { baseName } from '../text/path.ts';
import { rangeOf } from '../text/span.ts';
import type { YamlFile } from '../yaml/parse.ts';
import type { Located } from './folders.ts';

/** What the requests for conversions work with. */
export interface Conversions {
  readonly service: Service;
  readonly documents: TextDocuments<TextDocument>;
  localeOf(document: TextDocument): Locale;
  /** The content language where no file is concerned. */
  locale(): Locale;
  placeOf(document: TextDocument): Located;
  /** Reads files of the workspace beside a document; answers whether any was not known before. */
  prepare(uri: string, paths: readonly string[]): Promise<boolean>;
  readonly log: Log;
}

/** How often files that the ones just read name are read as well. */
const roundLimit = 5;

/** Longest command that is taken from the clipboard, in characters. */
const commandLimit = 100_000;

const titles = {
  run: { ko: '`{service}` 서비스를 docker run 명령으로 옮기기', en: 'Convert service `{service}` to a docker run command' },
  kubernetes: { ko: 'Compose 파일을 Kubernetes 매니페스트로 옮기기', en: 'Convert the Compose file to Kubernetes manifests' },
} satisfies Record<string, Localized>;

/** Answers the requests for conversions. Nothing is written or run; what comes of it is up to the client. */
export function registerConversions(connection: Connection, parts: Conversions): void {
  const { service, documents, localeOf, placeOf, prepare, log } = parts;

  /** The parsed form of a Compose file; `undefined` of anything else. */
  function composeFile(document: TextDocument): YamlFile | undefined {
    const analysis = service.analyse(document);
    return analysis?.language.id === 'compose' ? (analysis.model as ComposeModel).file : undefined;
  }

  /** Converts, reading the files that the Compose file names as far as they lie in the workspace. */
  async function converted(
    document: TextDocument,
    make: (source: ComposeSource) => Conversion | undefined,
  ): Promise<Conversion | undefined> {
    const { path, workspace } = placeOf(document);
    for (let round = 0; ; round++) {
      const asked = new Set<string>();
      const result = make({
        files: [{ path, text: document.getText() }],
        read: (other) => {
          const text = workspace.read(other);
          if (text === undefined) asked.add(other);
          return text;
        },
      });
      if (round === roundLimit || asked.size === 0 || !(await prepare(document.uri, [...asked]))) return result;
    }
  }

  connection.onRequest(convertRequest, async ({ textDocument, to, position }: ConvertParams): Promise<ConvertedDocument | null> => {
    try {
      const document = documents.get(textDocument.uri);
      const file = document && composeFile(document);
      if (!document || !file) return null;
      const locale = localeOf(document);
      const name = baseName(placeOf(document).path);
      if (to === 'kubernetes') {
        const conversion = await converted(document, (source) => toKubernetes(source, locale));
        if (!conversion || conversion.files.length === 0) return null;
        return { text: asOneFile(conversion, { name }, locale), files: asFiles(conversion, { name }, locale) };
      }
      const chosen = position && serviceAt(file, document.offsetAt(position));
      const conversion = chosen === undefined ? undefined : await converted(document, (source) => toDockerRun(source, chosen, locale));
      return conversion ? { text: conversion.files.map(({ text }) => text).join('\n'), files: [] } : null;
    } catch (error) {
      log(`converting failed: ${describe(error)}`);
      return null;
    }
  });

  connection.onRequest(runToServiceRequest, ({ textDocument, command }: RunToServiceParams): Promise<RunToServiceAnswer | null> =>
    Promise.resolve(guarded(() => asService(textDocument && documents.get(textDocument.uri), command), null, runToServiceRequest, log)),
  );

  function asService(document: TextDocument | undefined, command: string): RunToServiceAnswer {
    const read = fromRun(command.slice(0, commandLimit), document ? localeOf(document) : parts.locale());
    if (!('service' in read)) return { problem: read.problem };
    const file = document && composeFile(document);
    const edits = file && insertService(file, read);
    return {
      text: writeYaml(serviceAsFile(read)),
      remarks: grouped(read.remarks.filter(({ key }) => key !== '--detach')),
      ...(edits
        ? { edits: edits.map(({ span, newText }) => ({ range: rangeOf(document, span), newText })), version: document.version }
        : {}),
    };
  }
}

/** For which actions a client asks. */
export interface ActionsAsked {
  readonly range: Range;
  readonly only: readonly string[] | undefined;
  readonly locale: Locale;
}

/** The kind of the actions that convert. */
export const convertKind = 'refactor.rewrite.mulgil';

/** Actions for the service whose name stands in the range, and for the file where `services` does. They are commands of the extension. */
export function conversionActions({ document, file }: ComposeModel, { range, only, locale }: ActionsAsked): readonly CodeAction[] {
  if (only !== undefined && !only.some((kind) => kind === '' || convertKind === kind || convertKind.startsWith(`${kind}.`))) return [];
  const { uri } = document;
  const lineOf = (offset: number): number => document.positionAt(offset).line;
  const isHere = (offset: number): boolean => lineOf(offset) >= range.start.line && lineOf(offset) <= range.end.line;
  const found = serviceAt(file, document.offsetAt(range.start), isHere);
  const action = (title: string, command: string, argument: object): CodeAction => ({
    title,
    kind: convertKind,
    command: { title, command, arguments: [argument] },
  });
  const kubernetes = action(titles.kubernetes[locale], 'mulgil.composeToKubernetes', { uri });
  if (found !== undefined) {
    return [
      action(fill(titles.run[locale], { service: found.slice(0, 60) }), 'mulgil.composeToRun', { uri, position: range.start }),
      kubernetes,
    ];
  }
  const start = document.offsetAt({ line: range.start.line, character: 0 });
  return /^services[ \t]*:/.test(document.getText().slice(start, start + 40)) ? [kubernetes] : [];
}
