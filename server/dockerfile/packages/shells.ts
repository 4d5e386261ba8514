import { forEachChild, type SyntaxNode } from 'unbash';
import type { Span } from '../../text/span.ts';
import { imageName } from '../../image.ts';
import { baseImage } from '../images/base.ts';
import { rootImage } from '../images/users.ts';
import type { DockerfileModel, Instruction, Stage } from '../model.ts';
import { shellOf } from '../shell.ts';
import { carriedTo } from '../stages/carried.ts';
import { callsOf, runsOf, type Call, type Run } from './calls.ts';

/** The words of the SHELL that each RUN is given to; `undefined` for the image's default. */
export function shellsInEffect(model: DockerfileModel): ReadonlyMap<Instruction, readonly string[] | undefined> {
  return carriedTo<readonly string[] | undefined>(model, undefined, (shell, { keyword, execForm }) =>
    keyword === 'SHELL' ? execForm : shell,
  );
}

/** Whether the RUN stops when any command of a pipe fails, or is run by a shell that is none of Unix. */
function seesPipeFailures(model: DockerfileModel, run: Run, shell: readonly string[] | undefined): boolean {
  const { calls, stage, instruction } = run;
  const image = stage && baseImage(model, stage);
  const name = image ? `${imageName(image)}:${image.tag ?? ''}` : '';
  const program =
    (shell?.[0] ?? '/bin/sh')
      .toLowerCase()
      .split(/[/\\]/)
      .at(-1)
      ?.replace(/\.exe$/, '') ?? '';
  if (/^(?:pwsh|powershell|cmd)$/.test(program) || (!shell && /windows|nanoserver/.test(name))) return true;
  if (calls.some(({ program: called, words }) => called === 'set' && setsPipefail(words.map(({ value }) => value)))) return true;
  const [heredoc] = instruction.heredocs;
  if (heredoc && /^#!.*pipefail/.test(model.text.slice(heredoc.body.start, heredoc.body.start + 100))) return true;
  // Debian's `sh` does not know the option; the one of Alpine does.
  const knows = /^(?:bash|zsh|ash|ksh)$/.test(program) || (program === 'sh' && /alpine|busybox/.test(name));
  return knows && setsPipefail(shell ?? []);
}

function setsPipefail(words: readonly string[]): boolean {
  return words.some((word, index) => word === 'pipefail' && /^-[A-Za-z]*o$/.test(words[index - 1] ?? ''));
}

/** A pipe in a script. */
export interface Pipe {
  readonly span: Span;
  /** Whether it hands a download to a command that does not notice when nothing comes. */
  readonly downloads: boolean;
}

/** The pipes of a RUN in the order of writing, without those in `$( )`: that is another script, whose failure counts for little. */
function pipesOf(model: DockerfileModel, run: Instruction): readonly Pipe[] {
  const shell = model.text.slice(run.span.start, run.span.end).includes('|') ? shellOf(model, run) : undefined;
  if (!shell) return [];
  const { start, script } = shell;
  const calls = new Map(callsOf(model, run).map((call) => [call.span.start, call]));
  const callAt = (node: SyntaxNode | undefined): Call | undefined =>
    node?.type === 'Command' && node.name ? calls.get(start + node.name.pos) : undefined;
  const pipes: Pipe[] = [];
  const visit = (node: SyntaxNode): void => {
    if (node.type === 'Pipeline' && node.commands.length > 1)
      pipes.push({
        span: { start: start + node.pos, end: start + node.end },
        downloads:
          node.commands.slice(0, -1).some((command) => isDownload(callAt(command))) && !failsOnNothing(callAt(node.commands.at(-1))),
      });
    if (node.type !== 'Script' || node === script) forEachChild(node, visit);
  };
  visit(script);
  return pipes;
}

function isDownload(call: Call | undefined): boolean {
  return (
    call !== undefined && /^(?:curl|wget)$/.test(call.program) && !call.words.some(({ value }) => /^(?:-V|--version|--help)$/.test(value))
  );
}

/** Whether a command fails by itself on an empty or broken input: it unpacks or verifies what comes. */
function failsOnNothing(call: Call | undefined): boolean {
  if (!call) return false;
  const options = call.words.slice(1).map(({ value }) => value);
  if (/^(?:tar|bsdtar)$/.test(call.program))
    return options.some((value, index) => /^--(?:gzip|bzip2|xz|zstd|lzma)$/.test(value) || (/^-?[A-Za-z]*[zjJ]/.test(value) && index < 2));
  if (/^sha\d+sum$/.test(call.program)) return options.some((value) => /^(?:-c|--check)$/.test(value));
  return /^(?:gunzip|gzip|unxz|xz|bunzip2|unzstd|zcat|xzcat|funzip|gpg)$/.test(call.program);
}

/** A RUN with a pipe in which a failure goes unseen. */
export interface UnseenPipe {
  readonly run: Run;
  readonly pipe: Pipe;
  /** The words of the SHELL in effect; `undefined` for the image's default. */
  readonly shell: readonly string[] | undefined;
}

/** The first such pipe of each RUN: of those that hide a download's failure, or of all others. */
export function unseenPipes(model: DockerfileModel, which: 'downloads' | 'others'): readonly UnseenPipe[] {
  let shells: ReturnType<typeof shellsInEffect> | undefined;
  return runsOf(model).flatMap((run) => {
    const pipe = pipesOf(model, run.instruction).find(({ downloads }) => downloads === (which === 'downloads'));
    if (!pipe) return [];
    const shell = (shells ??= shellsInEffect(model)).get(run.instruction);
    return seesPipeFailures(model, run, shell) ? [] : [{ run, pipe, shell }];
  });
}

/** A SHELL that sees the failures, for the image on which the stage is built. */
export function pipefailShell(model: DockerfileModel, stage: Stage | undefined): string | undefined {
  const image = stage && baseImage(model, stage);
  const tools = image && rootImage(image)?.tools;
  if (tools === 'debian') return '["/bin/bash", "-o", "pipefail", "-c"]';
  return tools === 'alpine' ? '["/bin/ash", "-eo", "pipefail", "-c"]' : undefined;
}
