import type { Resource } from './types.ts';
import type { KindKey, Mark, Name } from './types.ts';

/** A name that wires hang on, whoever writes it. */
export type Entity =
  | { readonly what: 'resource'; readonly key: KindKey; readonly name: string; readonly namespace: string | undefined }
  | { readonly what: 'key' | 'service port'; readonly owner: Entity & { readonly what: 'resource' }; readonly name: string }
  | { readonly what: 'container port'; readonly name: string }
  | { readonly what: 'volume'; readonly name: string }
  | { readonly what: 'label'; readonly key: string; readonly value: string; readonly namespace: string | undefined };

/** An entity with the place in a resource that stands for it. */
export interface Found {
  readonly entity: Entity;
  readonly mark: Mark;
  readonly role: 'definition' | 'use';
}

/** Every place of a resource that stands for something others may name too. Names that are written with escapes are left out. */
export function entitiesOf(resource: Resource): readonly Found[] {
  const { key, name, namespace } = resource;
  const own = name && ({ what: 'resource', key, name: name.text, namespace } as const);
  const found: Found[] = [];
  const add = (named: Name | undefined, role: Found['role'], entity: Entity): void => {
    if (named && named.mark.end - named.mark.start === named.text.length) found.push({ entity, mark: named.mark, role });
  };
  if (own) add(name, 'definition', own);
  for (const reference of resource.references) {
    const owner = {
      what: 'resource',
      key: reference.target,
      name: reference.name.text,
      namespace: reference.namespace ?? namespace,
    } as const;
    add(reference.name, 'use', owner);
    for (const part of reference.parts) add(part, 'use', { what: part.kind === 'key' ? 'key' : 'service port', owner, name: part.text });
  }
  for (const data of resource.keys ?? []) if (own) add(data, 'definition', { what: 'key', owner: own, name: data.text });
  for (const port of resource.ports) {
    if (own && port.name) add(port.name, 'definition', { what: 'service port', owner: own, name: port.name.text });
    if (own && port.number !== undefined) {
      const number = { text: String(port.number), mark: port.mark };
      add(number, 'definition', { what: 'service port', owner: own, name: number.text });
    }
    if (port.target && !/^\d+$/.test(port.target.text)) add(port.target, 'use', { what: 'container port', name: port.target.text });
  }
  for (const local of resource.locals) {
    add(local.name, local.role, { what: local.space === 'volume' ? 'volume' : 'container port', name: local.name.text });
  }
  for (const { key: label, value, where } of resource.labelUses) {
    add(value, where === 'selector' ? 'use' : 'definition', { what: 'label', key: label, value: value.text, namespace });
  }
  return found;
}
