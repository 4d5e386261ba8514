import type { Library } from '../../notes.ts';
import type { Path } from '../../yaml/path.ts';

/** The owners of notes on the maps inside a service, by the key that holds them; others have the key's own name. */
const owners: Readonly<Record<string, string>> = {
  networks: 'service-network',
  ports: 'port',
  volumes: 'mount',
  configs: 'file-grant',
  secrets: 'file-grant',
  post_start: 'hook',
  pre_stop: 'hook',
};

const sections: Readonly<Record<string, string>> = {
  networks: 'network',
  volumes: 'volume',
  configs: 'config',
  secrets: 'secret',
  include: 'include',
};

/**
 * The note that explains what stands at a path.
 * @param isMadeUp whether the path ends in a name that the author chose, so that the note of the whole explains it
 */
export function noteOf(library: Library, path: Path, isMadeUp: boolean): string | undefined {
  const names = path.filter((step) => typeof step === 'string');
  const found = idsOf(names).find((id) => library.has(id));
  return found ?? (isMadeUp ? idsOf(names.slice(0, -1)).find((id) => library.has(id)) : undefined);
}

/** The notes that may explain names on the way down, the most specific first. */
function idsOf(names: readonly string[]): readonly string[] {
  const [section = '', name, key, ...rest] = names;
  if (name === undefined) return [`compose/compose#${section.startsWith('x-') ? 'x-' : section}`];
  if (section === 'services') return key === undefined ? ['compose/service'] : serviceIds(key, rest);
  const owner = Object.hasOwn(sections, section) ? (sections[section] ?? '') : section;
  if (section === 'include') return memberIds(owner, [name]);
  return key === undefined ? [`compose/${owner}`] : memberIds(owner, [key, ...rest]);
}

function serviceIds(key: string, rest: readonly string[]): readonly string[] {
  // The author's name of a service or network says nothing by itself.
  const members = key === 'depends_on' || key === 'networks' ? rest.slice(1) : rest;
  if (members.length === 0) return [`compose/service#${key}`];
  if (key === 'build' && members[0] === 'secrets' && members.length > 1) return memberIds('file-grant', members.slice(1));
  if (key === 'develop' && members.length > 2 && members[1] === 'exec') return memberIds('hook', members.slice(2));
  return memberIds(Object.hasOwn(owners, key) ? (owners[key] ?? key) : key, members);
}

/** `resources.limits.memory` may be a member by its last names; a rollback is set up as an update. */
function memberIds(owner: string, names: readonly string[]): readonly string[] {
  const known = names[0] === 'rollback_config' && names.length > 1 ? ['update_config', ...names.slice(1)] : names;
  const outermost = known.length > 2 ? [`${known[0] ?? ''}.${known.at(-1) ?? ''}`] : [];
  return [...known.map((_, index) => known.slice(index).join('.')), ...outermost].map((member) => `compose/${owner}#${member}`);
}
