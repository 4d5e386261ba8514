/** A stretch of a command: as it is typed, or a `<placeholder>` to be replaced. */
export interface CommandPart {
  readonly text: string;
  /** The placeholder's name; absent in text that is typed as it stands. */
  readonly placeholder?: string;
}

const placeholder = /<([A-Za-z][\w./-]*)>/g;

/** Divides a command into what is typed and what is to be replaced. */
export function commandParts(command: string): readonly CommandPart[] {
  const parts: CommandPart[] = [];
  let end = 0;
  for (const match of command.matchAll(placeholder)) {
    if (match.index > end) parts.push({ text: command.slice(end, match.index) });
    parts.push({ text: match[0], placeholder: match[1] ?? '' });
    end = match.index + match[0].length;
  }
  if (end < command.length) parts.push({ text: command.slice(end) });
  return parts;
}

/** A command as a VS Code snippet: placeholders are tab stops, those of one name are the same stop, and all else is literal. One left unfilled keeps its brackets. */
export function toSnippet(command: string): string {
  const stops = new Map<string, number>();
  const escape = (text: string): string => text.replace(/[\\$}]/g, '\\$&');
  return commandParts(command)
    .map(({ text, placeholder: name }) => {
      if (name === undefined) return escape(text);
      const stop = stops.get(name) ?? stops.size + 1;
      stops.set(name, stop);
      return `\${${String(stop)}:${escape(text)}}`;
    })
    .join('');
}

/** A text whose back-ticks mark code, in stretches; code stands at the odd places. */
export function codeParts(text: string): readonly string[] {
  const parts = text.split('`');
  // Without its partner a back-tick is one.
  return parts.length % 2 === 1 ? parts : [...parts.slice(0, -2), `${parts.at(-2) ?? ''}\`${parts.at(-1) ?? ''}`];
}
