import type { ExtensionContext } from 'vscode';

/**
 * Starts the extension in whichever host loads it. Both load this one bundle, so that what they share is there once; of the two
 * entries only the one that is needed runs, since each asks for what the other's host does not have.
 */
export async function activate(context: ExtensionContext): Promise<void> {
  const entry = isNode() ? await import('./extension.node.ts') : await import('./extension.web.ts');
  entry.activate(context);
}

/** Whether this host is a Node process; a browser's host may have some `process` too, but no Node version. */
function isNode(): boolean {
  const { process } = globalThis as { readonly process?: { readonly versions?: { readonly node?: string } } };
  return process?.versions?.node !== undefined;
}
