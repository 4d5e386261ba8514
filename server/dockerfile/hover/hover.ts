import type { FeatureContext, HoverContent } from '../../language.ts';
import { codeSpan } from '../../text/markdown.ts';
import { contains, type Span } from '../../text/span.ts';
import { swallowingComment, trailingComment } from '../arguments/trailing-comment.ts';
import { isInstruction } from '../instructions.ts';
import type { DockerfileModel, Flag, Heredoc, Instruction } from '../model.ts';
import { hoverCommand } from './commands.ts';
import { hoverImage } from './images.ts';
import { hoverMount } from './mounts.ts';
import { hoverStage } from './stages.ts';
import { durationFacts, hoverPort, hoverUser, signalFacts } from './values.ts';
import { hoverVariable } from './variables.ts';

/** Instructions whose trailing comments the note on comments explains under another's name. */
const commentMember: Readonly<Record<string, string>> = {
  ADD: 'COPY',
  ENTRYPOINT: 'CMD',
  HEALTHCHECK: 'CMD',
  SHELL: 'CMD',
  LABEL: 'ENV',
  ARG: 'ENV',
};

/** Explains what is under the cursor: a directive, an instruction, a flag, a variable, a stage, an image, a value, a command. */
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
  if (flag) return hoverFlag(model, instruction, flag, offset, context);
  const heredoc = instruction.heredocs.find(({ span }) => contains(span, offset));
  if (heredoc) return withFacts(note(context, heredoc.span, 'dockerfile/heredoc'), heredocFacts(model, heredoc, context));
  const comment = trailingComment(model, instruction) ?? swallowingComment(model, instruction);
  if (comment && contains(comment, offset))
    return note(context, comment, `dockerfile/comment#${commentMember[keyword] ?? keyword}`, 'dockerfile/comment');
  return (
    hoverGrammar(instruction, offset, context) ??
    hoverVariable(model, offset, context) ??
    hoverStage(model, offset, context) ??
    hoverValue(model, instruction, offset, context)
  );
}

function hoverFlag(
  model: DockerfileModel,
  instruction: Instruction,
  flag: Flag,
  offset: number,
  context: FeatureContext,
): HoverContent | undefined {
  const name = flag.name.toLowerCase();
  const inValue = offset > flag.span.start + '--'.length + name.length;
  const value =
    inValue &&
    (hoverVariable(model, offset, context) ??
      hoverStage(model, offset, context) ??
      (instruction.keyword === 'RUN' && name === 'mount' ? hoverMount(model, flag, offset, context) : undefined));
  if (value) return value;
  const facts = instruction.keyword === 'HEALTHCHECK' && name !== 'retries' ? durationFacts(flag, context) : [];
  return withFacts(note(context, flag.span, `dockerfile/${instruction.keyword}#--${name}`), facts);
}

/** What a heredoc's name says: where it ends, and whether variables in it are filled in. */
function heredocFacts(model: DockerfileModel, { name, span }: Heredoc, { locale }: FeatureContext): readonly string[] {
  const quoted = /["']/.test(model.text.slice(span.start, span.end));
  const words = {
    ends: { ko: `${codeSpan(name)} 한 줄이 나올 때까지입니다.`, en: `It ends at a line that holds only ${codeSpan(name)}.` },
    quoted: { ko: '따옴표가 있어 안의 변수를 빌더가 채우지 않습니다.', en: 'In quotes, so variables inside stay as they are written.' },
    open: {
      ko: '안의 변수가 채워집니다. 그대로 두려면 이름에 따옴표를 붙이세요.',
      en: 'Variables inside are filled in; put the name in quotes to keep them.',
    },
  };
  return [words.ends[locale], (quoted ? words.quoted : words.open)[locale]];
}

/** Explains an argument by what the instruction takes. */
function hoverValue(model: DockerfileModel, instruction: Instruction, offset: number, context: FeatureContext): HoverContent | undefined {
  const { keyword, words } = instruction;
  const word = words.find(({ span }) => contains(span, offset));
  if (keyword === 'FROM') return hoverImage(model, instruction, offset, context);
  if (keyword === 'EXPOSE') return word && hoverPort(word, context);
  if (keyword === 'USER') return word && word === words[0] ? hoverUser(word, context) : undefined;
  return keyword === 'RUN' || keyword === 'CMD' || keyword === 'ENTRYPOINT' || keyword === 'HEALTHCHECK'
    ? hoverCommand(model, instruction, offset, context)
    : undefined;
}

function withFacts(content: HoverContent | undefined, facts: readonly string[]): HoverContent | undefined {
  return content && facts.length > 0 ? { ...content, facts } : content;
}

/** Words that are part of the instruction's grammar: `AS` of FROM, `NONE` and `CMD` of HEALTHCHECK, and the single argument of STOPSIGNAL. */
function hoverGrammar(instruction: Instruction, offset: number, context: FeatureContext): HoverContent | undefined {
  const index = instruction.words.findIndex(({ span }) => contains(span, offset));
  const word = instruction.words[index];
  if (!word) return undefined;
  const upper = word.text.toUpperCase();
  if (instruction.keyword === 'FROM' && index === 1 && upper === 'AS') return note(context, word.span, 'dockerfile/FROM#AS');
  if (instruction.keyword === 'HEALTHCHECK' && index === 0) {
    if (upper === 'NONE') return note(context, word.span, 'dockerfile/HEALTHCHECK#NONE');
    if (upper === 'CMD') return note(context, word.span, 'dockerfile/HEALTHCHECK');
  }
  if (instruction.keyword === 'STOPSIGNAL' && index === 0 && !word.text.includes('$'))
    return withFacts(note(context, word.span, 'dockerfile/STOPSIGNAL'), signalFacts(word, context));
  return undefined;
}

/** The first of the notes that exists. */
function note({ library }: FeatureContext, span: Span, ...ids: readonly string[]): HoverContent | undefined {
  const noteId = ids.find((id) => library.has(id));
  return noteId === undefined ? undefined : { span, noteId };
}
