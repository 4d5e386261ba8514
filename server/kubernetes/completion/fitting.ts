import type { YamlDocument } from '../../yaml/parse.ts';
import { mapAt, mapsAt, scalarsOf, stringAt } from '../../yaml/read.ts';
import type { KubernetesModel, Manifest } from '../model.ts';
import { containersOf, podPath } from '../workload.ts';

/** Kinds that belong to no namespace, as snippets have them, and files of kustomize, which give one to others. */
const withoutNamespace: ReadonlySet<string> = new Set(['Namespace', 'Kustomization']);

const isName = (name: string | undefined): name is string => name !== undefined && /^[a-z][a-z\d-]*$/.test(name);

/**
 * A snippet as it fits to the manifests of the file: in their namespace, and what serves a workload (Service, Ingress, HPA …) with
 * the name, labels and port of the one above.
 */
export function fittingInto({ manifests }: KubernetesModel, body: string, at: YamlDocument): string {
  const above = manifests.filter(({ document }) => document.span.start < at.span.start);
  const workload = above.findLast((manifest) => podPath(manifest) !== undefined);
  const namespace = above.findLast((manifest) => isName(manifest.kind === 'Namespace' ? manifest.name : manifest.namespace));
  const serving = workload && !/^kind: (?:Deployment|StatefulSet|DaemonSet|Job|CronJob|Pod)$/m.test(body) ? serves(body, workload) : body;
  return namespace ? inNamespace(serving, (namespace.kind === 'Namespace' ? namespace.name : namespace.namespace) ?? '') : serving;
}

function serves(body: string, workload: Manifest): string {
  const { name, kind, document, root } = workload;
  if (!isName(name) || !body.includes('${1:web}')) return body;
  const { ast } = document.source;
  const path = podPath(workload) ?? [];
  const labels = [...scalarsOf(ast, mapAt(ast, root, [...path, 'metadata', 'labels']))].filter(
    ([key, value]) => /^[\w./-]+$/.test(key) && /^[A-Za-z][\w.-]*$/.test(value),
  );
  const isOwn = labels.some(([key, value]) => key === 'app.kubernetes.io/name' && value === name);
  const [port] = containersOf(workload)
    .filter(({ role }) => role === 'main')
    .flatMap(({ node }) => mapsAt(ast, node, ['ports']))
    .map((each) => stringAt(ast, each, ['name']) ?? scalarsOf(ast, each).get('containerPort'));
  return body
    .replace('${1:web}', `\${1:${name}}`)
    .replace('${2|Deployment,StatefulSet|}', kind === 'StatefulSet' ? '${2|StatefulSet,Deployment|}' : '${2|Deployment,StatefulSet|}')
    .replace(/^( *)app\.kubernetes\.io\/name: \$1$/gm, (whole, indent: string) =>
      isOwn || labels.length === 0 ? whole : labels.map(([key, value]) => `${indent}${key}: ${value}`).join('\n'),
    )
    .replace(/(?<=targetPort: \$\{\d:)http(?=\})/, port !== undefined && /^[a-z\d-]+$/.test(port) ? port : 'http');
}

function inNamespace(body: string, namespace: string): string {
  if (/^ {2}namespace:/m.test(body)) return body.replace('${2:my-app}', `\${2:${namespace}}`);
  return body
    .split(/^(?=---$)/m)
    .map((document) => {
      const kind = /^kind: (\w+)$/m.exec(document)?.[1] ?? '';
      return withoutNamespace.has(kind)
        ? document
        : document.replace(/^metadata:\n {2}name: .*$/m, (whole) => `${whole}\n  namespace: ${namespace}`);
    })
    .join('');
}
