import { isNode, isScalar, type Scalar } from 'yaml';
import type { RuleOptions, Rule, Violation } from '../../rule.ts';
import type { YamlDocument } from '../../yaml/parse.ts';
import { perDocument } from '../../yaml/per-document.ts';
import { isEmpty, nodeAt, pairOf } from '../../yaml/read.ts';
import type { Path } from '../../yaml/path.ts';
import type { ComposeModel } from '../model.ts';
import { resourceOf, servicesOf, type Service } from '../services.ts';

/** A service with the document that it stands in. */
export interface Reviewed extends Service {
  readonly document: YamlDocument;
}

/** Makes a rule's check from one that looks at services one by one; what it reports belongs to the service. */
export function perService<Options extends RuleOptions>(
  check: (service: Reviewed, report: (violation: Violation) => void, options: Options) => void,
): Rule<ComposeModel, Options>['check'] {
  return perDocument((document, report, options) => {
    for (const service of servicesOf(document))
      check({ ...service, document }, (violation) => report({ resource: resourceOf(service), ...violation }), options);
  });
}

/** Whether the service says itself what runs, so that what it does not say is missing: it adds to no other definition. */
export function isWhole(service: Reviewed): boolean {
  return (has(service, ['image']) || has(service, ['build'])) && !has(service, ['extends']);
}

/** Whether something other than an empty value stands at a path of the service, also when it is merged in. */
export function has({ document, node }: Reviewed, path: Path): boolean {
  return !isEmpty(nodeAt(document.source.ast, node, path));
}

/** The text of a scalar at a path of the service, as YAML reads it. */
export function valueAt({ document, node }: Reviewed, path: Path): string | undefined {
  const value = nodeAt(document.source.ast, node, path);
  return isScalar(value) && !isEmpty(value) ? String(value.value) : undefined;
}

/** The scalar at a path of the service; none where it has a tag, which changes what it means. */
export function scalarAt({ document, node }: Reviewed, path: Path): Scalar | undefined {
  const value = nodeAt(document.source.ast, node, path);
  return isScalar(value) && !isEmpty(value) && value.tag === undefined ? value : undefined;
}

/** The image that the service takes from a registry; none where it is built. */
export function pulledImage(service: Reviewed): string | undefined {
  return has(service, ['build']) ? undefined : valueAt(service, ['image']);
}

/** What a key of the service holds, as it is written; empty where the service has no such key itself. */
export function writtenAt({ document, node }: Reviewed, key: string): string {
  const value = pairOf(node, key)?.value;
  return isNode(value) && value.range ? document.source.text.slice(value.range[0], value.range[1]) : '';
}
