import type { FeatureContext, HoverContent } from '../language.ts';
import { contains, type Span } from '../text/span.ts';
import { isInstruction } from './instructions.ts';
import type { DockerfileModel, Flag, Instruction } from './model.ts';
import { swallowingComment, trailingComment } from './trailing-comment.ts';

/** Instructions whose trailing comments the note on comments explains under another's name. */
const commentMember: Readonly<Record<string, string>> = {
  ADD: 'COPY',
  ENTRYPOINT: 'CMD',
  HEALTHCHECK: 'CMD',
  SHELL: 'CMD',
  LABEL: 'ENV',
  ARG: 'ENV',
};

/** Explains the directive, instruction, flag or keyword under the cursor. */
export function hover(model: DockerfileModel, offset: number, context: FeatureContext): HoverContent | undefined {
  const directive = model.directives.find(({ span }) => contains(span, offset));
  if (directive) return note(context, directive.span, `dockerfile/directives#${directive.name}`, 'dockerfile/directives');
  const instruction = model.instructions.find(({ span }) => contains(span, offset));
  return instruction && hoverInstruction(model, instruction, offset, context);
}

function hoverInstruction(
  model: DockerfileModel,
  instruction: Instruction,
  offset: number,
  context: FeatureContext,
): HoverContent | undefined {
  const { keyword, keywordSpan, trigger } = instruction;
  if (contains(keywordSpan, offset)) return isInstruction(keyword) ? note(context, keywordSpan, `dockerfile/${keyword}`) : undefined;
  if (trigger && contains(trigger.span, offset)) return hoverInstruction(model, trigger, offset, context);
  const flag = instruction.flags.find(({ span }) => contains(span, offset));
  if (flag) return hoverFlag(instruction, flag, context);
  const heredoc = instruction.heredocs.find(({ span }) => contains(span, offset));
  if (heredoc) return note(context, heredoc.span, 'dockerfile/heredoc');
  const comment = trailingComment(model, instruction) ?? swallowingComment(model, instruction);
  if (comment && contains(comment, offset))
    return note(context, comment, `dockerfile/comment#${commentMember[keyword] ?? keyword}`, 'dockerfile/comment');
  return hoverWord(instruction, offset, context);
}

function hoverFlag(instruction: Instruction, flag: Flag, context: FeatureContext): HoverContent | undefined {
  return note(context, flag.span, `dockerfile/${instruction.keyword}#--${flag.name.toLowerCase()}`);
}

/** Words that are part of the instruction's grammar: `AS` of FROM, `NONE` and `CMD` of HEALTHCHECK, and the single argument of STOPSIGNAL. */
function hoverWord(instruction: Instruction, offset: number, context: FeatureContext): HoverContent | undefined {
  const index = instruction.words.findIndex(({ span }) => contains(span, offset));
  const word = instruction.words[index];
  if (!word) return undefined;
  const upper = word.text.toUpperCase();
  if (instruction.keyword === 'FROM' && index === 1 && upper === 'AS') return note(context, word.span, 'dockerfile/FROM#AS');
  if (instruction.keyword === 'HEALTHCHECK' && index === 0) {
    if (upper === 'NONE') return note(context, word.span, 'dockerfile/HEALTHCHECK#NONE');
    if (upper === 'CMD') return note(context, word.span, 'dockerfile/HEALTHCHECK');
  }
  if (instruction.keyword === 'STOPSIGNAL' && index === 0) return note(context, word.span, 'dockerfile/STOPSIGNAL');
  return undefined;
}

/** The first of the notes that exists. */
function note({ library }: FeatureContext, span: Span, ...ids: readonly string[]): HoverContent | undefined {
  const noteId = ids.find((id) => library.has(id));
  return noteId === undefined ? undefined : { span, noteId };
}
