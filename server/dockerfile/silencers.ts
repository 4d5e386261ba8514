import { readIgnoreComment, type Silencer } from '../silence.ts';
import type { Span } from '../text/span.ts';
import type { Comment, DockerfileModel, Instruction } from './model.ts';

/** The comments and directives of a Dockerfile that silence findings: ours, hadolint's, and BuildKit's `check=`. */
export function silencers(model: DockerfileModel): readonly Silencer[] {
  const everything: Span = { start: 0, end: model.text.length };
  return [
    ...model.comments.flatMap((comment) => fromComment(model, comment, everything)),
    ...model.directives.filter(({ name }) => name === 'check').flatMap(({ span, value }) => fromCheck(span, value, everything)),
  ];
}

/** What a comment speaks about: the rest of the instruction around it, or the next instruction below. */
function targetOf(model: DockerfileModel, { span }: Comment): Span {
  const instruction = firstEndingFrom(model, span.start);
  if (!instruction) return { start: span.end, end: span.end };
  return instruction.span.start < span.start ? { start: span.end, end: instruction.span.end } : instruction.span;
}

/** The first instruction that does not end before the offset, found by halving, because a file may hold many comments. */
function firstEndingFrom({ instructions }: DockerfileModel, offset: number): Instruction | undefined {
  let [low, high] = [0, instructions.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((instructions[middle]?.span.end ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return instructions[low];
}

function fromComment(model: DockerfileModel, comment: Comment, everything: Span): readonly Silencer[] {
  const { text, span: at } = comment;
  const own = readIgnoreComment(text);
  if (own) return [{ at, target: targetOf(model, comment), rules: own.rules, own: true, reason: own.reason }];
  const hadolint = /^\s*hadolint\s+(global\s+)?ignore\s*=\s*(\S[^#]*)/.exec(text);
  if (hadolint) {
    const ids = (hadolint[2] ?? '').split(',').map((id) => id.trim());
    // One word that is no rule makes the whole comment an ordinary one for hadolint.
    if (!ids.every((id) => /^[A-Z]+\d+$/.test(id))) return [];
    return [{ at, target: hadolint[1] ? everything : targetOf(model, comment), rules: ids.map((id) => `hadolint:${id}`), own: false }];
  }
  // Above an instruction, `# check=skip=…` speaks about that instruction alone.
  const check = /^\s*check\s*=\s*(\S.*)$/i.exec(text);
  return check ? fromCheck(at, check[1] ?? '', targetOf(model, comment)) : [];
}

/** `skip=JSONArgsRecommended,StageNameCasing;error=true // why`, or `skip=all`. */
function fromCheck(at: Span, value: string, target: Span): readonly Silencer[] {
  const [options = ''] = value.split(/(?:^|\s)\/\//, 1);
  const skip = options
    .split(';')
    .map((part) => part.split('='))
    .find(([name]) => name?.trim().toLowerCase() === 'skip');
  if (!skip) return [];
  const names = (skip[1] ?? '')
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
  // BuildKit's `all` means all of its own checks, which are those that carry one of its names.
  return [
    {
      at,
      target,
      rules: names.some((name) => name.toLowerCase() === 'all') ? ['buildkit:*'] : names.map((name) => `buildkit:${name}`),
      own: false,
    },
  ];
}
