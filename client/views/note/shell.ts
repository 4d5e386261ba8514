/** The languages of code blocks that are commands for a shell. */
const shells: ReadonlySet<string> = new Set(['sh', 'bash', 'shell', 'console', 'zsh']);

/**
 * The commands of a code block, each on one line: lines that go on (`\`) are joined, comments and prompts left out.
 * None where it is not for a shell, and none where lines belong together in other ways, such as a heredoc.
 */
export function shellCommands(language: string, code: string): readonly string[] {
  if (!shells.has(language) || /<<-?\s*['"]?\w/.test(code)) return [];
  return code
    .replace(/(?<![ \t])[ \t]*\\\r?\n[ \t]*/g, ' ')
    .split(/\r?\n/)
    .map((line) => line.trim().replace(/^\$ /, ''))
    .filter((line) => line !== '' && !line.startsWith('#'));
}
