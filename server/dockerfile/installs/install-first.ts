import type { Fix } from '../../rule.ts';
import type { TextEdit } from '../../text/edit.ts';
import { indentationAt, lineAt, lineBreakOf } from '../../text/lines.ts';
import type { Span } from '../../text/span.ts';
import type { CostlyCopy } from './costly-copy.ts';
import { blockOf, isFinished, keywordLike } from '../edits.ts';
import { isIndependent, readInstall } from './read.ts';
import type { DockerfileModel, Instruction } from '../model.ts';
import { commandsOf, readCommand, shellOf } from '../shell.ts';

const title = { ko: '의존성 목록을 먼저 복사해 설치하기', en: 'Copy the dependency lists and install first' };

/**
 * Puts the copy of the manifest files where everything was copied, and the copy of everything below the install; where the install is
 * a build (`go build`), above it but below a command that only downloads. `undefined` when something between is not understood.
 */
export function manifestsFirst(model: DockerfileModel, found: CostlyCopy): Fix | undefined {
  const { copy, run, install, between } = found;
  const manifests = manifestLines(model, found);
  if (!manifests || !between.every((instruction) => mayStandBetween(model, instruction, copy.destination)) || !isFinished(model, run))
    return undefined;
  const { text } = model;
  const lineBreak = lineBreakOf(text);
  const block = blockOf(model, copy.instruction);
  const moved = text.slice(block.start, block.end).replace(/\r?\n$/, '');
  const manifestText = manifests.map((line) => line + lineBreak).join('');
  const replaced: TextEdit = { span: block, newText: manifestText };
  if (install.prefetch === undefined) {
    const below = belowInstall(model, found, moved);
    return below && { title, edits: [replaced, below] };
  }
  if (commandsOf(model, run).some(({ words }) => /^(?:cd|pushd|chmod)$/.test(words[0] ?? ''))) return undefined;
  const prefetch = indentationAt(text, run.span.start) + runLine(model, run, install.prefetch) + lineBreak;
  if (between.length === 0) return { title, edits: [{ span: { start: block.start, end: block.start }, newText: manifestText + prefetch }] };
  const { start } = blockOf(model, run);
  return { title, edits: [replaced, { span: { start, end: start }, newText: prefetch + moved + lineBreak }] };
}

/** The lines that copy the manifest files to where everything goes; `undefined` when that cannot be written safely. */
function manifestLines(model: DockerfileModel, { copy, install, manifestsCopied }: CostlyCopy): readonly string[] | undefined {
  const { instruction, sources, destination } = copy;
  const [source = ''] = sources;
  if (!install.manifests || instruction.execForm || sources.length !== 1 || /[*?[]|^\/$/.test(source) || !/^[\w./${}-]+$/.test(destination))
    return undefined;
  if (manifestsCopied) return [];
  const from = /^\.?\/?$/.test(source) ? '' : `${source.replace(/\/$/, '')}/`;
  const to = /^\.\/?$/.test(destination) ? './' : `${destination.replace(/\/$/, '')}/`;
  const flags = instruction.flags
    .filter(({ name }) => /^(?:chown|chmod|link)$/.test(name))
    .map(({ span }) => `${model.text.slice(span.start, span.end)} `);
  const start = `${indentationAt(model.text, instruction.span.start)}${keywordLike(model, instruction, 'COPY')} ${flags.join('')}`;
  return install.manifests.map(
    ({ from: files, into }) => `${start}${files.map((file) => from + file).join(' ')} ${to}${into === '' ? '' : `${into}/`}`,
  );
}

const withoutFiles: ReadonlySet<string> = new Set([
  'ARG',
  'ENV',
  'LABEL',
  'EXPOSE',
  'USER',
  'CMD',
  'ENTRYPOINT',
  'HEALTHCHECK',
  'STOPSIGNAL',
  'MAINTAINER',
]);

/** Whether the copy of everything may trade places with the instruction. */
function mayStandBetween(model: DockerfileModel, instruction: Instruction, destination: string): boolean {
  const { keyword } = instruction;
  if (keyword === 'WORKDIR') return destination.startsWith('/');
  // A variable in the destination would be read with another value.
  if (keyword === 'ARG' || keyword === 'ENV') return !destination.includes('$');
  if (keyword !== 'RUN') return withoutFiles.has(keyword);
  const commands = commandsOf(model, instruction);
  return commands.length > 0 && commands.every(isIndependent);
}

/** Puts the copy below the RUN, or, when only the first of its `&&` commands install, between those and the others. */
function belowInstall(model: DockerfileModel, { run, installSpan }: CostlyCopy, moved: string): TextEdit | undefined {
  const { text } = model;
  const lineBreak = lineBreakOf(text);
  const commands = commandsOf(model, run);
  if (commands.every((command) => readInstall(command) !== undefined || isIndependent(command))) {
    const { end } = lineAt(text, run.span.end);
    return { span: { start: end, end }, newText: lineBreak + moved };
  }
  const gap = gapAfterInstalls(model, run, installSpan);
  if (!gap || model.comments.some(({ span }) => span.start >= gap.start && span.start < gap.end)) return undefined;
  const indentation = indentationAt(text, run.span.start);
  return { span: gap, newText: `${lineBreak}${moved}${lineBreak}${indentation}${runLine(model, run, '')}` };
}

/** From the end of the last command that only installs to the start of the next, when `&&` joins all of them. */
function gapAfterInstalls(model: DockerfileModel, run: Instruction, installSpan: Span): Span | undefined {
  const shell = run.heredocs.length > 0 ? undefined : shellOf(model, run);
  const [statement, ...others] = shell?.script.commands ?? [];
  if (!shell || !statement || others.length > 0 || statement.background || statement.command.type !== 'AndOr') return undefined;
  const { commands, operators } = statement.command;
  const next = commands.findIndex((node) => {
    const command = node.type === 'Command' && node.name ? readCommand(node, node.name, shell) : undefined;
    return !command || (readInstall(command) === undefined && !isIndependent(command));
  });
  const [last, first] = [commands[next - 1], commands[next]];
  if (!last || !first || operators.some((operator) => operator !== '&&') || shell.start + last.end < installSpan.end) return undefined;
  return { start: shell.start + last.end, end: shell.start + first.pos };
}

/** A RUN with the flags of the given one. */
function runLine(model: DockerfileModel, run: Instruction, command: string): string {
  const flags = run.flags.map(({ span }) => `${model.text.slice(span.start, span.end)} `).join('');
  return `${keywordLike(model, run, 'RUN')} ${flags}${command}`;
}
