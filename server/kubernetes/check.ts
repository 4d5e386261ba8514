import type { Rule, RuleOptions, Violation } from '../rule.ts';
import { perDocument } from '../yaml/per-document.ts';
import { resourceOf, type KubernetesModel, type Manifest } from './model.ts';
import { manifestsIn } from './parse.ts';
import { isPatch } from './patch.ts';

/** A check of one manifest alone. The resource of what it reports is filled in. */
export type ManifestCheck<Options> = (manifest: Manifest, report: (violation: Violation) => void, options: Options) => void;

/** Makes a rule's check from one that looks at manifests one by one; see {@link perDocument} for what is remembered and passed over. */
export function perManifest<Options extends RuleOptions>(check: ManifestCheck<Options>): Rule<KubernetesModel, Options>['check'] {
  return perDocument((document, report, options) => {
    for (const manifest of manifestsIn(document)) {
      if (isResource(manifest)) check(manifest, (violation) => report({ resource: resourceOf(manifest), ...violation }), options);
    }
  });
}

/** Like {@link perManifest}, for rules about what is missing: in files that hold patches the rest stands elsewhere, so they are silent there. */
export function perWholeManifest<Options extends RuleOptions>(check: ManifestCheck<Options>): Rule<KubernetesModel, Options>['check'] {
  const checkAll = perManifest(check);
  return (model, report, context) => {
    let patch: boolean | undefined; // asked only when there is something to say
    const unlessPatch = (violation: Violation): void => {
      patch ??= isPatch(context);
      if (!patch) report(violation);
    };
    checkAll(model, unlessPatch, context);
  };
}

/** Whether the manifest describes a resource; Kustomize's `Kustomization` and `Component` never reach a cluster. */
export function isResource({ apiVersion }: Manifest): boolean {
  return !apiVersion.startsWith('kustomize.config.k8s.io/');
}
