/** What an item of a list such as `environment`, `labels` or `args` says: `KEY=value`, or `KEY` alone, whose value comes from outside. */
export interface Assignment {
  readonly key: string;
  readonly value?: string;
}

/** Takes an item `KEY=value` apart. */
export function parseAssignment(text: string): Assignment {
  const equals = text.indexOf('=');
  return equals < 0 ? { key: text } : { key: text.slice(0, equals), value: text.slice(equals + 1) };
}
