import type { Severity } from '../../rule.ts';
import { harmless } from '../terminal.ts';
import type { Report } from './format.ts';

const commands: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'notice', hint: 'notice' };

/**
 * For GitHub Actions: a workflow command a finding, which becomes a note at the line.
 * https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands
 */
export function formatGithub({ files }: Report): string {
  return files
    .flatMap(({ findings }) => findings)
    .map(({ path, severity, rule, message, why, range: { start, end } }) => {
      const place = {
        file: harmless(path),
        line: start.line + 1,
        endLine: end.line + 1,
        col: start.character + 1,
        ...(end.line === start.line ? { endColumn: end.character + 1 } : {}),
        title: rule,
      };
      const properties = Object.entries(place).map(([name, value]) => `${name}=${escapeProperty(String(value))}`);
      return `::${commands[severity]} ${properties.join(',')}::${escapeData(`${harmless(message)}\n${harmless(why)}`)}\n`;
    })
    .join('');
}

function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
