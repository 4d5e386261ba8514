import { harmlessJson } from '../terminal.ts';
import type { Report } from './format.ts';

/** For programs: what the API gives, by file. `silenced` is there only when it was asked for. */
export function formatJson({ files, summary, silenced }: Report): string {
  const shown = files.map((file) => ({
    path: file.path,
    language: file.language,
    findings: file.findings,
    ...(silenced ? { silenced: file.silenced } : {}),
  }));
  return `${harmlessJson({ version: 1, files: shown, summary })}\n`;
}
