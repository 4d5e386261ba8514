import type { Fix } from '../../rule.ts';
import { lineAt, nextLineStart } from '../../text/lines.ts';
import { assignmentsOf } from '../arguments/assignments.ts';
import { isFinished } from '../edits.ts';
import type { DockerfileModel, Instruction, Stage } from '../model.ts';
import { variablesOf } from './variables.ts';

/**
 * Hands a build argument as a secret to each RUN that names it, under the same name in its environment, and takes the ARG away.
 * @returns `undefined` when anything but a shell of the ARG's own stage reads it, or nothing does
 */
export function mountSecret(model: DockerfileModel, arg: Instruction, stage: Stage, name: string): Fix | undefined {
  if (assignmentsOf(model, arg).length !== 1 || !isFinished(model, arg)) return undefined;
  const { definitions, uses } = variablesOf(model);
  const definition = definitions.find(({ instruction }) => instruction === arg);
  if (!definition || definition.previous) return undefined;
  const own = uses.filter((use) => use.definition === definition);
  if (own.length === 0 || own.some((use) => use.by !== 'shell' || use.later || use.stage !== stage || use.instruction.keyword !== 'RUN'))
    return undefined;
  const runs = new Set(own.map(({ instruction }) => instruction));
  return {
    title: { ko: '비밀을 `RUN --mount=type=secret`으로 넘기기', en: 'Pass the secret with `RUN --mount=type=secret`' },
    edits: [
      { span: { start: lineAt(model.text, arg.span.start).start, end: nextLineStart(model.text, arg.span.end) }, newText: '' },
      ...[...runs].map(({ keywordSpan: { end } }) => ({
        span: { start: end, end },
        newText: ` --mount=type=secret,id=${name},env=${name}`,
      })),
    ],
    // Never preferred: the command that builds must hand over the secret, and a program may read it without being told.
  };
}
