import { spanOfNode } from '../../yaml/parse.ts';
import { usesOf } from '../project/uses.ts';
import { spanWithin } from './interpolation.ts';
import type { Problem } from './problem.ts';
import type { Service } from './services.ts';

/** Services that wait for each other in a circle: one finding a circle, at the name that closes it. */
export function cycleProblems(services: readonly Service[]): readonly Problem[] {
  const byName = new Map(services.map((service) => [service.name, service]));
  const state = new Map<string, 'open' | 'done'>();
  const found: Problem[] = [];
  // A stack of its own: a chain of thousands of services is no reason to fail.
  for (const first of services) {
    if (state.has(first.name)) continue;
    const stack = [{ name: first.name, uses: ordering(first), next: 0 }];
    state.set(first.name, 'open');
    for (let top = stack.at(-1); top; top = stack.at(-1)) {
      const use = top.uses[top.next++];
      if (!use) {
        state.set(top.name, 'done');
        stack.pop();
        continue;
      }
      const target = byName.get(use.name);
      if (!target) continue;
      if (state.get(use.name) === 'open') {
        const from = byName.get(top.name);
        const path = [...stack.slice(stack.findIndex(({ name }) => name === use.name)).map(({ name }) => name), use.name];
        const problem = from && circle(from, use, path);
        if (problem) found.push(problem);
      } else if (!state.has(use.name)) {
        state.set(use.name, 'open');
        stack.push({ name: use.name, uses: ordering(target), next: 0 });
      }
    }
  }
  return found;
}

type Ordering = ReturnType<typeof usesOf>[number];

function ordering({ document, pairs }: Service): readonly Ordering[] {
  return usesOf(document, pairs).filter(({ orders }) => orders);
}

function circle({ document, name }: Service, use: Ordering, path: readonly string[]): Problem | undefined {
  const at = spanWithin(document, use.node, use.span) ?? spanOfNode(document, use.node);
  if (!at) return undefined;
  const shown = path.length > 8 ? [...path.slice(0, 4), '…', ...path.slice(-3)] : path;
  return {
    rule: 'no-dependency-cycle',
    at,
    ...(path.length === 2 && { variant: 'itself' }),
    data: { path: shown.map((step) => `\`${step}\``).join(' → '), name },
    resource: `service/${name}`,
  };
}
