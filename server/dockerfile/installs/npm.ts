import { operandsOf, type Call, type Install } from './install.ts';

/** `npm ci`, and `npm install` without names of packages. */
export function readNpm(call: Call): Install | undefined {
  const [subcommand = '', ...operands] = operandsOf(call, npmValues);
  if (call.some((word) => word === '-g' || word === '--global')) return undefined;
  const clean = /^(?:ci|clean-install|install-clean|ic)$/.test(subcommand);
  if (!clean && !(/^(?:i|in|ins|inst|install)$/.test(subcommand) && operands.length === 0)) return undefined;
  const elsewhere = call.some((word) => /^(?:--prefix|-C|--workspaces?|-w|-ws)(?:=|$)/.test(word));
  // `npm install` does without a lock file, so the pattern must match without one too.
  const from = clean ? ['package.json', 'package-lock.json'] : ['package*.json'];
  return { tool: 'npm', name: `npm ${subcommand}`, ...(elsewhere ? {} : { manifests: [{ from, into: '' }] }) };
}

const npmValues: ReadonlySet<string> = new Set([
  '--registry',
  '--loglevel',
  '--omit',
  '--include',
  '--only',
  '--cache',
  '--fetch-timeout',
  '--prefix',
  '-C',
  '-w',
  '--workspace',
]);
