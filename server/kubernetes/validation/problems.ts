import type { Rule } from '../../rule.ts';
import type { Place } from '../../workspace.ts';
import { onItsOwn, type ParsedYaml, type YamlDocument } from '../../yaml/parse.ts';
import { createDocumentMemory, isCheckable, reportAll } from '../../yaml/per-document.ts';
import { schemaFor } from '../custom.ts';
import type { KubernetesModel, Manifest } from '../model.ts';
import { manifestsIn } from '../parse.ts';
import { isPatch } from '../patch.ts';
import type { KubernetesSchema } from '../schema/schema.ts';
import { schema } from '../schema.ts';
import { headlessProblem } from './headless.ts';
import type { Problem } from './problem.ts';
import { walk } from './walk.ts';

/** What the walk found in each document: the rules share one walk. */
const memory = createDocumentMemory<readonly Problem[]>((problems) => problems.length > 0);

/**
 * Makes the check of a rule that reports its share of what one walk along the schema finds. In patches what is missing says nothing.
 */
export function fromWalk(rule: Problem['rule']): Rule<KubernetesModel>['check'] {
  return (model, report, context) => {
    const custom = customSchema(model, context);
    const found = memory.recall(model.file, String(numberOf(custom)), (document) => problemsOf(document, custom));
    let patch: boolean | undefined;
    const ofRule = (problems: readonly Problem[]): readonly Problem[] =>
      problems.filter((problem) => problem.rule === rule && !(problem.whole && (patch ??= isPatch(context))));
    reportAll(model.file, found, ofRule, report);
  };
}

/**
 * The problems of all manifests of a document that stands at the top of its file; none for documents that rules may not judge.
 * @param custom the schema that also knows the kinds which the workspace defines
 */
function problemsOf(document: YamlDocument, custom: KubernetesSchema): readonly Problem[] {
  if (!isCheckable(document)) return [];
  const headless = headlessProblem(document, schema);
  if (headless) return [headless];
  return manifestsIn(document).flatMap((manifest) => walk(manifest, custom));
}

const foreign = new WeakMap<KubernetesModel, Manifest | null>();

/** The schema with the kinds that the workspace defines; the built-in one for files that have no others, which is nearly always so. */
function customSchema(model: KubernetesModel, place: Place): KubernetesSchema {
  let manifest = foreign.get(model);
  if (manifest === undefined) {
    const document = model.file.documents.find(({ source }) => holdsForeign(source));
    manifest = (document && manifestsIn(document).find(isForeign)) ?? null;
    foreign.set(model, manifest);
  }
  return manifest ? schemaFor(manifest, model, place) : schema;
}

const foreignIn = new WeakMap<ParsedYaml, boolean>();

function holdsForeign(source: ParsedYaml): boolean {
  let holds = foreignIn.get(source);
  if (holds === undefined) foreignIn.set(source, (holds = manifestsIn(onItsOwn(source)).some(isForeign)));
  return holds;
}

function isForeign({ apiVersion, kind }: Manifest): boolean {
  return schema.resourceKind(apiVersion, kind)?.addOn !== undefined || !schema.resourceType(apiVersion, kind);
}

const numbers = new WeakMap<KubernetesSchema, number>();
let count = 0;

/** A number that tells schemas apart. */
function numberOf(of: KubernetesSchema): number {
  const number = numbers.get(of) ?? ++count;
  numbers.set(of, number);
  return number;
}
