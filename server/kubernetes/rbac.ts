import { isRecord } from '../plain-data.ts';

/** One rule of a Role or ClusterRole: verbs on resources of API groups; `*` is all of them. */
export interface Permission {
  readonly apiGroups: readonly string[];
  readonly resources: readonly string[];
  readonly verbs: readonly string[];
  /** Names that the rule is narrowed down to; none for all. */
  readonly resourceNames: readonly string[];
}

/** The rules of a role as plain data; whatever has another shape is left out. */
export function permissionsOf(role: unknown): readonly Permission[] {
  const rules = isRecord(role) ? role['rules'] : undefined;
  return Array.isArray(rules) ? rules.filter(isRecord).map(toPermission) : [];
}

/** A rule as plain data. */
export function toPermission(rule: Readonly<Record<string, unknown>>): Permission {
  const texts = (key: string): readonly string[] => {
    const list = rule[key];
    return Array.isArray(list) ? list.filter((item) => typeof item === 'string') : [];
  };
  return { apiGroups: texts('apiGroups'), resources: texts('resources'), verbs: texts('verbs'), resourceNames: texts('resourceNames') };
}

/** The verbs that together are everything one can do to a resource. */
const allVerbs: readonly string[] = ['get', 'list', 'watch', 'create', 'update', 'patch', 'delete'];

/** Whether a rule allows everything, as `cluster-admin` does. */
export function allowsEverything({ apiGroups, resources, verbs }: Permission): boolean {
  return apiGroups.includes('*') && resources.includes('*') && (verbs.includes('*') || allVerbs.every((verb) => verbs.includes(verb)));
}

/** Whether a rule allows one of the verbs on a resource of the core group; `pods/exec` is a subresource. */
export function allowsCore({ apiGroups, resources, verbs }: Permission, resource: string, wanted: readonly string[]): boolean {
  const subresource = resource.includes('/') ? [`*${resource.slice(resource.indexOf('/'))}`] : [];
  return (
    apiGroups.some((group) => group === '' || group === '*') &&
    resources.some((name) => name === resource || name === '*' || subresource.includes(name)) &&
    verbs.some((verb) => verb === '*' || wanted.includes(verb))
  );
}

/** Whether a rule lets somebody run commands in Pods. `get` counts: connections by WebSocket start with it. */
export function allowsExec(permission: Permission): boolean {
  return ['pods/exec', 'pods/attach'].some((resource) => allowsCore(permission, resource, ['create', 'get']));
}

/** Roles that every cluster has; their permissions are what their names say. */
const builtInRoles: ReadonlySet<string> = new Set(['cluster-admin', 'admin', 'edit', 'view']);

/** Whether a ClusterRole comes with the cluster, or is somebody's of whom nothing else is expected. */
export function isBuiltInRole(name: string): boolean {
  return builtInRoles.has(name) || isSystemName(name);
}

/** Names that Kubernetes and its providers keep for their own roles and bindings. */
export function isSystemName(name: string): boolean {
  return name.startsWith('system:') || name.startsWith('gce:');
}
