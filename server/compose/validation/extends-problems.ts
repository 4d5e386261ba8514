import { nearestNames } from '../../nearest.ts';
import { isMap } from 'yaml';
import { spanOfNode } from '../../yaml/parse.ts';
import { nodeAt, resolve } from '../../yaml/read.ts';
import { replaceBy } from '../../yaml/replace.ts';
import type { Problem } from './problem.ts';
import type { Service } from './services.ts';
import { shortened } from './spot.ts';

/** An `extends` that leads nowhere, or in a circle. Only the first step is told here: the others are told where they stand. */
export function extendsProblems({ chain, document, pairs }: Service, names: ReadonlySet<string>): readonly Problem[] {
  const { problem } = chain;
  if (!problem || (problem.level !== chain.levels[0] && problem.kind !== 'circle')) return [];
  const written = resolve(document.source.ast, pairs.get('extends')?.value);
  const name = isMap(written) ? nodeAt(document.source.ast, written, ['service']) : written;
  const file = isMap(written) ? nodeAt(document.source.ast, written, ['file']) : undefined;
  const target = problem.kind === 'file' ? file : name;
  const at = target && spanOfNode(document, target);
  if (!at) return [];
  const { extended } = problem;
  const data = { name: shortened(extended.service), file: shortened(extended.file ?? '') };
  if (problem.kind === 'circle') {
    // Each service of the circle would tell of it: the first one in the file does.
    const [own] = chain.levels;
    const [first] = chain.levels.flatMap(({ part, name: of }) => (part.path === own?.part.path ? [of] : [])).sort();
    const path = [...chain.levels.map((level) => level.name), extended.service].map((step) => `\`${step}\``).join(' → ');
    return first === own?.name && extended.service === first
      ? [{ rule: 'no-dependency-cycle', at, variant: 'extends', data: { path } }]
      : [];
  }
  const [near] = problem.kind === 'service' ? nearestNames(extended.service, names, 1) : [];
  if (near !== undefined)
    return [
      {
        rule: 'defined-references',
        at,
        variant: 'services-near',
        data: { ...data, key: 'extends', near },
        fix: () => replaceBy(document, name, near),
      },
    ];
  const variant = problem.kind === 'service' ? 'services' : `extends-${problem.kind}`;
  return [{ rule: 'defined-references', at, variant, data: { ...data, key: 'extends' } }];
}
