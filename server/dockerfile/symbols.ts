import { SymbolKind, type DocumentSymbol } from 'vscode-languageserver-types';
import { rangeOf, type Span } from '../text/span.ts';
import type { DockerfileModel, Instruction, Stage } from './model.ts';

const kinds: Readonly<Record<string, SymbolKind>> = {
  ARG: SymbolKind.Variable,
  ENV: SymbolKind.Variable,
  LABEL: SymbolKind.Property,
  COPY: SymbolKind.File,
  ADD: SymbolKind.File,
  VOLUME: SymbolKind.File,
  EXPOSE: SymbolKind.Interface,
  CMD: SymbolKind.Event,
  ENTRYPOINT: SymbolKind.Event,
  ONBUILD: SymbolKind.Event,
  HEALTHCHECK: SymbolKind.Event,
};

/** Longest name of an instruction in the outline, in characters. */
const nameLimit = 60;

/** The outline: what stands above the first FROM, then each stage with its instructions. */
export function symbols(model: DockerfileModel): readonly DocumentSymbol[] {
  const first = model.stages[0]?.from.span.start ?? model.text.length;
  return [
    ...model.instructions.filter(({ span }) => span.start < first).map((instruction) => symbolOf(model, instruction)),
    ...model.stages.map((stage) => stageSymbol(model, stage)),
  ];
}

function stageSymbol(model: DockerfileModel, stage: Stage): DocumentSymbol {
  const { from, name, base, instructions } = stage;
  const end = instructions.at(-1)?.span.end ?? from.span.end;
  const selected: Span = name?.span ?? base?.span ?? from.keywordSpan;
  return {
    name: name?.text ?? base?.text ?? from.keyword,
    ...(name && base ? { detail: `FROM ${base.text}` } : {}),
    kind: SymbolKind.Module,
    range: rangeOf(model.document, { start: from.span.start, end: Math.max(end, selected.end) }),
    selectionRange: rangeOf(model.document, selected),
    children: instructions.slice(1).map((instruction) => symbolOf(model, instruction)),
  };
}

function symbolOf(model: DockerfileModel, instruction: Instruction): DocumentSymbol {
  const { keyword, keywordSpan, span, words } = instruction;
  let name = keyword;
  for (const { text } of words) {
    if (name.length > nameLimit) break;
    name += ` ${text}`;
  }
  return {
    name: name.length > nameLimit ? `${name.slice(0, nameLimit)}…` : name,
    kind: kinds[keyword] ?? SymbolKind.Method,
    range: rangeOf(model.document, span),
    selectionRange: rangeOf(model.document, keywordSpan),
  };
}
