import { isScalar, isSeq, type YAMLMap } from 'yaml';
import type { Fix } from '../../rule.ts';
import type { TextEdit } from '../../text/edit.ts';
import { insertEntry } from '../../yaml/edit.ts';
import { endOfPair } from '../../yaml/layout.ts';
import type { YamlDocument } from '../../yaml/parse.ts';
import { mapAt, mapsAt, nodeAt, pairOf } from '../../yaml/read.ts';
import type { Manifest } from '../model.ts';
import type { KubernetesSchema } from '../schema/schema.ts';
import type { Replacement } from '../schema/types.ts';
import { addSelector } from '../selector-fix.ts';
import { selectionOf } from '../selector.ts';
import { backendEdit } from './backend-edit.ts';
import { changeTo, replaceScalar } from '../../yaml/replace.ts';
import { walk } from './walk.ts';

/**
 * Rewrites the apiVersion, and with it what has another shape in the new one: the selector of a workload, the backends of an Ingress.
 * `undefined` where the manifest would not fit the new version, or where that is not plain to see.
 */
export function migrate(manifest: Manifest, { apiVersion, kind }: Replacement, schema: KubernetesSchema): Fix | undefined {
  const { document, root } = manifest;
  const value = pairOf(root, 'apiVersion')?.value;
  const edit = isScalar(value) ? replaceScalar(document, value, apiVersion) : undefined;
  if (!edit || kind !== manifest.kind) return undefined;
  const moved: Manifest = { ...manifest, apiVersion };
  const isIngress = kind === 'Ingress';
  const reshaped = isIngress ? ingressEdits(document, root) : selectorEdits(moved);
  if (!reshaped) return undefined;
  // What the Ingress edits put right is not looked at again.
  if (!isIngress && !fits(manifest, moved, schema)) return undefined;
  return { title: changeTo(apiVersion), edits: [edit, ...reshaped], isPreferred: true };
}

/** Whether the new version has all the fields, and lacks nothing that the old one did not lack. */
function fits(manifest: Manifest, moved: Manifest, schema: KubernetesSchema): boolean {
  const before = new Set(walk(manifest, schema).map(({ rule, at }) => `${rule} ${at.start}`));
  return walk(moved, schema).every(
    ({ rule, at }) => !['known-fields', 'field-types', 'required-fields'].includes(rule) || before.has(`${rule} ${at.start}`),
  );
}

/** Before apps/v1 a workload without a selector had one made of its template's labels. */
function selectorEdits(moved: Manifest): readonly TextEdit[] | undefined {
  const selection = selectionOf(moved);
  if (!selection || selection.selectorPair || selection.labels.size === 0) return [];
  return addSelector(moved, selection)?.edits;
}

/** `serviceName` and `servicePort` become `service`, `backend` becomes `defaultBackend`, each path gets the `pathType` that it had by default. */
function ingressEdits(document: YamlDocument, root: YAMLMap): readonly TextEdit[] | undefined {
  const { ast } = document.source;
  const spec = mapAt(ast, root, ['spec']);
  if (!spec) return [];
  const edits: (TextEdit | undefined)[] = [];
  const main = pairOf(spec, 'backend');
  if (main) {
    edits.push(isScalar(main.key) ? replaceScalar(document, main.key, 'defaultBackend') : undefined, backendEdit(document, main));
  }
  if (isSeq(nodeAt(ast, spec, ['rules']))) {
    for (const path of mapsAt(ast, spec, ['rules']).flatMap((rule) => mapsAt(ast, rule, ['http', 'paths']))) {
      const backend = pairOf(path, 'backend');
      if (!backend) return undefined;
      const hasType = pairOf(path, 'pathType') !== undefined;
      const end = endOfPair(document, backend);
      const made = backendEdit(document, backend);
      // Both at one place would collide: the type goes in after the path.
      const type = hasType
        ? undefined
        : insertEntry(document, path, ['pathType', 'ImplementationSpecific'], pairOf(path, 'path') ? 'path' : undefined);
      if (!made || end === undefined || (!hasType && (!type || !pairOf(path, 'path')))) return undefined;
      edits.push(made, ...(type ? [type] : []));
    }
  }
  return edits.every((edit) => edit !== undefined) ? edits : undefined;
}
