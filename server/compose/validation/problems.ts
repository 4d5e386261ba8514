import { isSeq } from 'yaml';
import type { Rule } from '../../rule.ts';
import { folderOf } from '../../text/path.ts';
import type { Place, Workspace } from '../../workspace.ts';
import { createDocumentMemory, isCheckable, reportAll } from '../../yaml/per-document.ts';
import type { ComposeModel } from '../model.ts';
import { resolve } from '../../yaml/read.ts';
import { settingOf, type Chain } from '../project/extends.ts';
import { environmentName, isPartial } from '../project/files.ts';
import { partsOf } from '../project/parts.ts';
import { cycleProblems } from './cycles.ts';
import { extendsProblems } from './extends-problems.ts';
import { includeProblems } from './includes.ts';
import { valuesIn } from '../values/env-file.ts';
import type { CheckedRule, Problem } from './problem.ts';
import { inheritedProblems, namesOf, referenceProblems } from './references.ts';
import { resourceProblems } from './resources.ts';
import { servicesIn } from './services.ts';
import { settingProblems } from './settings.ts';
import { walk } from './walk.ts';

/** What the schema says of each document: the rules share one walk. */
const memory = createDocumentMemory<readonly Problem[]>((problems) => problems.length > 0);

/** Makes the check of a rule that reports its share of what the check of a file finds. */
export function fromCheck(rule: CheckedRule): Rule<ComposeModel>['check'] {
  return (model, report, context) => {
    const found = memory.recall(model.file, '', (document) => (isCheckable(document) ? walk(document) : []));
    let partial: boolean | undefined;
    const counts = (problem: Problem): boolean =>
      problem.rule === rule && !(problem.whole === true && (partial ??= isPartial(context) || isPiece(model)));
    reportAll(model.file, found, (problems) => problems.filter(counts), report);
    for (const problem of projectProblems(model, context)) if (counts(problem)) report(problem);
  };
}

/** Whether a file is marked as one that is merged into another: only there `!reset` and `!override` mean anything. */
function isPiece({ file }: ComposeModel): boolean {
  return /[ \t]!(?:reset|override)(?:[ \t\r\n]|$)/.test(file.text);
}

interface Remembered {
  readonly path: string;
  /** The other files that were looked at, as they were. */
  readonly read: ReadonlyMap<string, string | null | undefined>;
  readonly problems: readonly Problem[];
}

const known = new WeakMap<ComposeModel, Remembered>();

/** What the names and settings of a file's services have against each other: worked out once for all rules, and again when another file changed. */
function projectProblems(model: ComposeModel, { workspace, path }: Place): readonly Problem[] {
  const remembered = known.get(model);
  if (remembered?.path === path && [...remembered.read].every(([other, text]) => workspace.read(other) === text))
    return remembered.problems;
  const read = new Map<string, string | null | undefined>();
  const watched: Workspace = {
    read: (other) => {
      const text = workspace.read(other);
      read.set(other, text);
      return text;
    },
  };
  const problems = model.file.documents.every(isCheckable) ? check(model, { workspace: watched, path }) : [];
  known.set(model, { path, read, problems });
  return problems;
}

function check(model: ComposeModel, place: Place): readonly Problem[] {
  const parts = partsOf(model, place);
  const services = servicesIn(parts, place.workspace);
  const names = namesOf(parts);
  const profiled = new Set(activeProfiles(place) ? [] : services.filter(({ chain }) => hasProfiles(chain)).map(({ name }) => name));
  // What a part of a project names may stand in any of the other parts.
  const isJudged = parts.complete && (!isPartial(place) || parts.beside.length > 0);
  return [
    ...services.flatMap((service) => [
      ...settingProblems(service),
      ...extendsProblems(service, names.services),
      ...(isJudged ? [...referenceProblems(service, names, profiled), ...inheritedProblems(service, names)] : []).map((problem) => ({
        resource: `service/${service.name}`,
        ...problem,
      })),
    ]),
    ...cycleProblems(services),
    ...resourceProblems(parts),
    ...includeProblems(parts, place.workspace),
  ];
}

/** Whether `.env` turns profiles on, or may. */
function activeProfiles({ workspace, path }: Place): boolean {
  const text = workspace.read(folderOf(path) + environmentName);
  return text === undefined || (text !== null && valuesIn(text).has('COMPOSE_PROFILES'));
}

function hasProfiles(chain: Chain): boolean {
  const found = settingOf(chain, 'profiles');
  const node = found && resolve(found.level.document.source.ast, found.pair.value);
  return isSeq(node) && node.items.length > 0;
}
