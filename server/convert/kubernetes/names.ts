import { trimEndOf } from '../../text/trim.ts';
/** Longest name of a workload: Kubernetes puts up to eleven characters behind it, and a label takes 63. */
const nameLimit = 52;

/** Turns names of Compose into names that Kubernetes takes: lower case letters, digits and dashes, a letter first, each once. */
export function createNames(): (wish: string) => string {
  const given = new Map<string, string>();
  const taken = new Set<string>();
  return (wish) => {
    const known = given.get(wish);
    if (known !== undefined) return known;
    const base = dnsLabel(wish);
    let name = base;
    for (let number = 2; taken.has(name); number++) name = `${base.slice(0, nameLimit - 5)}-${number}`;
    taken.add(name);
    given.set(wish, name);
    return name;
  };
}

/** The nearest name that is a DNS label and begins with a letter. */
export function dnsLabel(wish: string): string {
  const label = wish
    .slice(0, 200)
    .toLowerCase()
    .replace(/[^a-z\d]+/g, '-')
    .replace(/^-+/, '');
  const started = /^[a-z]/.test(label) ? label : `x-${label}`;
  return trimEndOf(started.slice(0, nameLimit), '-') || 'x';
}

/** The nearest value that a label takes. */
export function labelValue(wish: string): string {
  return wish
    .replace(/[^\w.-]+/g, '-')
    .slice(0, 63)
    .replace(/^[^A-Za-z\d]+|(?<![^A-Za-z\d])[^A-Za-z\d]+$/g, '');
}

/** A key that a ConfigMap and a Secret take, or nothing. */
export function isDataKey(key: string): boolean {
  return /^[-._a-zA-Z\d]{1,253}$/.test(key) && key !== '.' && key !== '..';
}

/** The nearest key of a ConfigMap or a Secret. */
export function dataKey(wish: string): string {
  return (
    wish
      .replace(/[^-._a-zA-Z\d]+/g, '-')
      .slice(-200)
      .replace(/^\.+$/, '') || 'file'
  );
}
