import { asText, isTrue, textsOf, asMap } from '../plain.ts';
import { map, pair, words, list, type Pair, type YamlMap } from '../write/yaml.ts';
import { remark, tell, type ServiceContext } from './context.ts';
import { say } from './texts.ts';

/** What a Pod and its container may do. */
export interface Security {
  readonly pod: Pair | undefined;
  readonly container: Pair | undefined;
}

/** User, groups, capabilities and the rest of what limits a container. */
export function securityOf(context: ServiceContext, hasClaims: boolean): Security {
  const { node } = context;
  const isPrivileged = isTrue(node['privileged']);
  const options = textsOf(node['security_opt']);
  const added = capabilities(node['cap_add']);
  const dropped = capabilities(node['cap_drop']);
  const { user, group } = userOf(context);
  if (isPrivileged) remark(context, 'decide', 'privileged', say.privileged);
  if (added.length > 0) remark(context, 'decide', 'cap_add', say.capAdd);
  for (const option of options)
    if (!/^no-new-privileges(?:[:=]true)?$/.test(option))
      remark(context, 'lost', 'security_opt', say.securityOption, { option: option.slice(0, 80) });
  const groups = textsOf(node['group_add']);
  for (const name of groups.filter((each) => !/^\d{1,9}$/.test(each))) remark(context, 'decide', 'group_add', say.groupName, { name });
  const sysctls = Object.entries(asMap(node['sysctls']) ?? {})
    .filter(([name]) => name.length < 254 && name.split(/[./]/).every((word) => /^[a-z\d](?:[-_a-z\d]{0,60}[a-z\d])?$/.test(word)))
    .map(([name, value]) => map(pair('name', name), pair('value', asText(value) ?? '')));
  if (sysctls.length > 0) remark(context, 'decide', 'sysctls', say.sysctls);
  const forbids = isPrivileged || added.includes('SYS_ADMIN');
  return {
    pod: pair(
      'securityContext',
      map(
        pair('runAsNonRoot', user !== undefined && user !== 0 ? true : undefined),
        pair('runAsUser', user, user === 0 ? tell(context, say.rootComment) : []),
        pair('runAsGroup', group),
        pair('fsGroup', hasClaims && user !== undefined && user !== 0 ? (group ?? user) : undefined),
        pair('supplementalGroups', list(groups.filter((each) => /^\d{1,9}$/.test(each)).map(Number))),
        pair('sysctls', list(sysctls), tell(context, say.sysctlsComment)),
        pair('seccompProfile', isPrivileged ? undefined : map(pair('type', 'RuntimeDefault')), tell(context, say.seccomp)),
      ),
    ),
    container: pair(
      'securityContext',
      map(
        pair('privileged', isPrivileged || undefined, tell(context, say.privilegedComment)),
        pair('allowPrivilegeEscalation', forbids ? undefined : false),
        pair('readOnlyRootFilesystem', isTrue(node['read_only']) || undefined),
        pair('capabilities', capabilityMap(added, dropped), added.length > 0 ? tell(context, say.capabilitiesComment) : []),
      ),
    ),
  };
}

function capabilityMap(added: readonly string[], dropped: readonly string[]): YamlMap {
  return map(pair('add', added.length > 0 ? words(added) : undefined), pair('drop', dropped.length > 0 ? words(dropped) : undefined));
}

/** Names of capabilities without `CAP_`, as Kubernetes writes them. */
function capabilities(value: Parameters<typeof textsOf>[0]): readonly string[] {
  return textsOf(value)
    .map((name) => name.toUpperCase().replace(/^CAP_/, ''))
    .filter((name) => /^[A-Z_]{2,40}$/.test(name));
}

function userOf(context: ServiceContext): { readonly user?: number; readonly group?: number } {
  const written = asText(context.node['user']);
  if (written === undefined || written === '') {
    remark(context, 'decide', 'user', say.noUser);
    return {};
  }
  const [user = '', group] = written.split(':', 2);
  const number = (text: string | undefined): number | undefined =>
    text === 'root' ? 0 : text !== undefined && /^\d{1,9}$/.test(text) ? Number(text) : undefined;
  const [uid, gid] = [number(user), number(group)];
  if (uid === undefined || (group !== undefined && gid === undefined))
    remark(context, 'decide', 'user', say.userName, { user: written.slice(0, 80) });
  if (uid === 0) remark(context, 'decide', 'user', say.root);
  return { ...(uid === undefined ? {} : { user: uid }), ...(gid === undefined ? {} : { group: gid }) };
}
