import { check } from './check.ts';
import type { Case } from './case.ts';

/** Why a case fails, in words and without what is particular about it; `undefined` when it does not. */
export function failureOf(tried: Case, patience = 1): { readonly signature: string; readonly error: unknown } | undefined {
  try {
    check(tried, patience);
    return undefined;
  } catch (error) {
    return { signature: signatureOf(error), error };
  }
}

/** The message without numbers and what is quoted, and the place in the code. */
function signatureOf(error: unknown): string {
  const { message, stack = '' } = error instanceof Error ? error : new Error(String(error));
  const words = (message.split('\n')[0] ?? '').replace(/["'`].*$/, '').replace(/[\d,.]+/g, '0').slice(0, 90); // prettier-ignore
  const place = /\n\s+at (\S+) \(.*:\d+:\d+\)/.exec(stack.slice(message.length))?.[1] ?? '';
  return `${words} [${place}]`;
}

/** Leaves out of a case what it fails without. @param time in milliseconds */
export function minimise(tried: Case, signature: string, time: number): Case {
  const end = performance.now() + time;
  let least = tried;
  const attempt = (smaller: Case): boolean => {
    if (performance.now() > end || failureOf(smaller)?.signature !== signature) return false;
    least = smaller;
    return true;
  };
  attempt({ ...least, beside: {} });
  attempt({ ...least, versions: least.versions.slice(-1) });
  attempt({ ...least, versions: least.versions.slice(-2) });
  for (const at of least.versions.keys()) {
    for (let size = Math.ceil((least.versions[at] ?? '').length / 2); size >= 1 && performance.now() < end; size = Math.floor(size / 2)) {
      for (let from = 0; from < (least.versions[at] ?? '').length && performance.now() < end;) {
        const text = least.versions[at] ?? '';
        const without = text.slice(0, from) + text.slice(from + size);
        if (!attempt({ ...least, versions: least.versions.with(at, without) })) from += size;
      }
    }
  }
  return least;
}
