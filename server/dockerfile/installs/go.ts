import { operandsOf, type Call, type Install } from './install.ts';

/** `go mod download` and the commands that download before they build. */
export function readGo(call: Call): Install | undefined {
  const [subcommand = '', second = ''] = operandsOf(call);
  const manifests = call.includes('-C') ? {} : { manifests: [{ from: ['go.mod', 'go.sum'], into: '' }] };
  if (subcommand === 'mod' && second === 'download') return { tool: 'go', name: 'go mod download', ...manifests };
  if (!/^(?:build|install|test|vet|run)$/.test(subcommand)) return undefined;
  // `go install example.com/tool@v1` brings its own list; a vendor folder is part of the sources.
  if (call.some((word) => word.includes('@') || /^--?mod=vendor$/.test(word))) return undefined;
  return { tool: 'go', name: `go ${subcommand}`, ...manifests, prefetch: 'go mod download' };
}
