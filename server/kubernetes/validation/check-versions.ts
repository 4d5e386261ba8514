import type { Rule } from '../../rule.ts';
import { spanOfNode } from '../../yaml/parse.ts';
import { nodeAt } from '../../yaml/read.ts';
import { perManifest } from '../check.ts';
import type { KubernetesModel } from '../model.ts';
import { schema } from '../schema.ts';
import { migrate } from './migrate.ts';
import { replacementOf, servedState } from './served.ts';

/** The checks of other linters for apiVersions that are gone or going. */
export const versionEquivalents: readonly string[] = [
  'kube-score:stable-version',
  'kube-linter:no-extensions-v1beta',
  'kyverno:check-deprecated-apis',
];

/** Makes the check for kinds that are gone (or not there yet), or for those that will go. */
export function checkVersions(state: 'removed' | 'deprecated'): Rule<KubernetesModel, { readonly version: string }>['check'] {
  return perManifest<{ readonly version: string }>((manifest, report, { version }) => {
    const { apiVersion, kind, document, root } = manifest;
    const resource = schema.resourceKind(apiVersion, kind);
    const found = resource && servedState(schema, resource, version);
    if (!resource || !(found === state || (found === 'not-yet' && state === 'removed'))) return;
    const node = nodeAt(document.source.ast, root, ['apiVersion']);
    const at = node && spanOfNode(document, node);
    if (!at) return;
    const successor = found === 'not-yet' ? undefined : replacementOf(schema, resource, version);
    const isExtensions = apiVersion === 'extensions/v1beta1';
    report({
      at,
      ...(found === 'not-yet' ? { variant: 'not-yet' } : !successor && { variant: 'no-successor' }),
      data: {
        apiVersion,
        kind,
        removedIn: resource.removedIn ?? schema.version(),
        since: resource.since ?? '',
        wanted: successor?.apiVersion ?? '',
      },
      equivalents: found === 'not-yet' ? [] : versionEquivalents.filter((id) => isExtensions || id !== 'kube-linter:no-extensions-v1beta'),
      fix: () => successor && migrate(manifest, successor, schema),
    });
  });
}
