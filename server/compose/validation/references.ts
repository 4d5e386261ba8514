import { nearestNames } from '../../nearest.ts';
import type { Fix } from '../../rule.ts';
import { insertEntryLine } from './declare.ts';
import { spanOfKey, spanOfNode, type YamlDocument } from '../../yaml/parse.ts';
import { changeTo } from '../../yaml/replace.ts';
import { entriesOf, type Parts } from '../project/parts.ts';
import { usesOf, type Section, type Use } from '../project/uses.ts';
import type { Service } from './services.ts';
import { spanWithin } from './interpolation.ts';
import type { Problem } from './problem.ts';
import { firstLine, shortened } from './spot.ts';

/** Names that the files of a project declare, by section. */
export type Names = Readonly<Record<Section, ReadonlySet<string>>>;

/** Collects the names of all files of a project. */
export function namesOf({ own, beside, included }: Parts): Names {
  const names = (section: Section): ReadonlySet<string> =>
    new Set([own, ...beside, ...included].flatMap(({ file }) => entriesOf(file, section).map(({ name }) => name)));
  return {
    services: names('services'),
    networks: new Set([...names('networks'), 'default']),
    volumes: names('volumes'),
    configs: names('configs'),
    secrets: names('secrets'),
    models: names('models'),
  };
}

/** Names in a service that nothing in the project has. */
/** @param profiled services that are there with a profile only, unless one may be on */
export function referenceProblems(service: Service, names: Names, profiled: ReadonlySet<string>): readonly Problem[] {
  const { document, pairs } = service;
  return usesOf(document, pairs).flatMap((use): Problem[] => {
    const isOff = use.section === 'services' && !use.optional && profiled.has(use.name) && !profiled.has(service.name);
    if (names[use.section].has(use.name) && !isOff) return [];
    const whole = spanOfNode(document, use.node);
    const part = spanWithin(document, use.node, use.span);
    if (!whole) return [];
    if (isOff) {
      const data = { key: use.key, name: shortened(use.name) };
      return [{ rule: 'defined-references', at: part ?? firstLine(document, whole), variant: 'profiles', data }];
    }
    const [near] = nearestNames(use.name, names[use.section], 1);
    const at = part ?? firstLine(document, whole);
    return [
      {
        rule: 'defined-references',
        at,
        variant: near === undefined ? use.section : `${use.section}-near`,
        data: { key: use.key, name: shortened(use.name), ...(near !== undefined && { near }) },
        fix: () => (near !== undefined ? renamed(part, near) : declared(document, use)),
      },
    ];
  });
}

/** Names that a service takes over from another file, and that this project does not have. */
export function inheritedProblems({ chain, document, pairs }: Service, names: Names): readonly Problem[] {
  const [own, ...others] = chain.levels;
  const pair = pairs.get('extends');
  const at = pair && spanOfKey(document, pair);
  if (!own || !at) return [];
  return others
    .filter(({ part }) => part.path !== own.part.path)
    .flatMap((level) => usesOf(level.document, level.pairs))
    .filter(({ section, name }) => !names[section].has(name))
    .slice(0, 1)
    .map(({ section, key, name }) => ({ rule: 'defined-references', at, variant: section, data: { key, name: shortened(name) } }));
}

function renamed(part: Problem['at'] | undefined, near: string): Fix | undefined {
  return part && { title: changeTo(near), edits: [{ span: part, newText: near }] };
}

/** Declares a network or volume, which may do without any setting. */
function declared(document: YamlDocument, { section, name }: Use): Fix | undefined {
  if ((section !== 'networks' && section !== 'volumes') || !/^[A-Za-z_][\w.-]*$/.test(name)) return undefined;
  const edit = insertEntryLine(document, section, name);
  return edit && { title: { ko: `\`${section}\`에 \`${name}\` 선언하기`, en: `Declare \`${name}\` under \`${section}\`` }, edits: [edit] };
}
