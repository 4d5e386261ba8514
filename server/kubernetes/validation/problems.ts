import type { Rule, RuleOptions, Violation } from '../../rule.ts';
import type { ParsedYaml, YamlDocument } from '../../yaml/parse.ts';
import { perDocument } from '../../yaml/per-document.ts';
import type { KubernetesModel } from '../model.ts';
import { manifestsIn } from '../parse.ts';
import { isPatch } from '../patch.ts';
import type { KubernetesSchema } from '../schema/schema.ts';
import { schema } from '../schema.ts';
import { headlessProblem } from './headless.ts';
import type { Problem } from './problem.ts';
import { walk } from './walk.ts';

/** What the walk found in a document, as long as the document's text lives: the rules share one walk. */
const known = new WeakMap<ParsedYaml, { readonly schema: KubernetesSchema; readonly problems: readonly Problem[] }>();

/** The problems of all manifests of a document that stands at the top of its file. */
export function problemsOf(document: YamlDocument, schema: KubernetesSchema): readonly Problem[] {
  const remembered = known.get(document.source);
  if (remembered?.schema === schema) return remembered.problems;
  const headless = headlessProblem(document, schema);
  const problems = headless ? [headless] : manifestsIn(document).flatMap((manifest) => walk(manifest, schema));
  known.set(document.source, { schema, problems });
  return problems;
}

/**
 * Makes the check of a rule that reports its share of what one walk along the schema finds. In patches what is missing says nothing.
 */
export function fromWalk(rule: Problem['rule']): Rule<KubernetesModel>['check'] {
  const check = perDocument<KubernetesModel, RuleOptions>((document, report) => {
    for (const problem of problemsOf(document, schema)) if (problem.rule === rule) report(problem);
  });
  return (model, report, context) => {
    let patch: boolean | undefined;
    const reportUnlessPatched = (violation: Violation): void => {
      if (isForWholes(violation) && (patch ??= isPatch(context))) return;
      report(violation);
    };
    check(model, reportUnlessPatched, context);
  };
}

function isForWholes(violation: Violation): boolean {
  return (violation as Partial<Problem>).whole === true;
}
