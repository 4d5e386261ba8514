import { createMemory } from '../memory.ts';
import { moved } from '../moved.ts';
import type { Rule, RuleOptions, Violation } from '../rule.ts';
import { inStage, placedInstructions, type DockerfileModel, type Placed } from './model.ts';
import { runsOf, type Run } from './packages/calls.ts';
import { stageAt } from './stages/find.ts';

type Report = (violation: Violation) => void;

/**
 * A check of one instruction alone, or of one RUN. `model` is a Dockerfile that holds the instruction, the comments above it and
 * nothing else; positions count from its start. The stage of what is reported is filled in.
 */
export type AloneCheck<Subject, Options> = (model: DockerfileModel, subject: Subject, report: Report, options: Options) => void;

/**
 * Makes a rule's check from one that looks at instructions one by one. What it said about an instruction is remembered until its
 * text or the options change, so that a keystroke costs the same in a long file as in a short one.
 */
export function perInstruction<Options extends RuleOptions>(
  check: AloneCheck<Omit<Placed, 'stage'>, Options>,
): Rule<DockerfileModel, Options>['check'] {
  return perPiece((alone, report, options) => {
    for (const placed of placedInstructions(alone)) check(alone, placed, report, options);
  });
}

/** A RUN without what follows from the file around it. */
export type LoneRun = Omit<Run, 'stage' | 'kept'>;

/** Like {@link perInstruction}, for what RUN calls. */
export function perRun<Options extends RuleOptions>(check: AloneCheck<LoneRun, Options>): Rule<DockerfileModel, Options>['check'] {
  return perPiece((alone, report, options) => {
    for (const run of runsOf(alone)) check(alone, run, report, options);
  });
}

function perPiece<Options extends RuleOptions>(
  check: (alone: DockerfileModel, report: Report, options: Options) => void,
): Rule<DockerfileModel, Options>['check'] {
  const memory = createMemory<DockerfileModel, readonly Violation[]>((violations) => violations.length > 0);
  return (model, report, { options }) => {
    const found = memory.recall(model, JSON.stringify(options), (alone) => {
      const violations: Violation[] = [];
      check(alone, (violation) => violations.push(violation), options);
      return violations;
    });
    if (found.size === 0) return;
    model.pieces.forEach((piece, index) => {
      for (const violation of found.get(piece) ?? []) {
        const here = moved(violation, model.starts[index] ?? 0);
        report({ ...inStage(stageAt(model, here.at.start)), ...here });
      }
    });
  };
}
