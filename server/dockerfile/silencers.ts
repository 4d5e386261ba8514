import { readIgnoreComment, type Silencer } from '../silence.ts';
import type { Span } from '../text/span.ts';
import type { Comment, DockerfileModel } from './model.ts';

/** The comments and directives of a Dockerfile that silence findings: ours, hadolint's, and the directive `check`. */
export function silencers(model: DockerfileModel): readonly Silencer[] {
  const everything: Span = { start: 0, end: model.text.length };
  return [
    ...model.comments.flatMap((comment) => fromComment(comment, targetOf(model, comment), everything)),
    ...model.directives.filter(({ name }) => name === 'check').flatMap(({ span, value }) => fromCheck(span, value, everything)),
  ];
}

/** What a comment speaks about: the instruction around it, or the next one below. */
function targetOf(model: DockerfileModel, { span }: Comment): Span {
  const instruction = model.instructions.find((candidate) => candidate.span.end >= span.start);
  if (!instruction) return { start: span.end, end: span.end };
  return instruction.span.start < span.start ? { start: span.end, end: instruction.span.end } : instruction.span;
}

function fromComment({ text, span }: Comment, target: Span, everything: Span): readonly Silencer[] {
  const own = readIgnoreComment(text);
  if (own) return [{ at: span, target, rules: own.rules, own: true, reason: own.reason }];
  const hadolint = /^\s*hadolint\s+(global\s+)?ignore\s*=\s*(\S[^#]*)/.exec(text);
  if (!hadolint) return [];
  const rules = (hadolint[2] ?? '').split(/[\s,]+/).filter((id) => /^[A-Z]+\d+$/.test(id));
  return [{ at: span, target: hadolint[1] ? everything : target, rules: rules.map((id) => `hadolint:${id}`), own: false }];
}

/** `# check=skip=JSONArgsRecommended,StageNameCasing;error=true`, or `skip=all`. */
function fromCheck(at: Span, value: string, target: Span): readonly Silencer[] {
  const skip = value.split(';').map((part) => part.split('=')).find(([name]) => name?.trim().toLowerCase() === 'skip');
  if (!skip) return [];
  const names = (skip[1] ?? '').split(',').map((name) => name.trim()).filter((name) => name !== '');
  // BuildKit's `all` means all of its own checks, which are those that carry one of its names.
  return [{ at, target, rules: names.some((name) => name.toLowerCase() === 'all') ? ['buildkit:*'] : names.map((name) => `buildkit:${name}`), own: false }];
}
