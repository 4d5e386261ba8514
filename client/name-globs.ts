/**
 * One glob for files with some names in any folder. VS Code does not understand braces within braces, so that those of a
 * name (`*.{yaml,yml}`) are written out first.
 */
export function globOfNames(names: readonly string[]): string {
  return `**/{${[...new Set(names.flatMap(written))].join(',')}}`;
}

/** The names that a name with braces stands for; the braces hold no others. */
function written(name: string): readonly string[] {
  const [, before, choices, after] = /^([^{}]*)\{([^{}]*)\}(.*)$/.exec(name) ?? [];
  if (before === undefined || choices === undefined || after === undefined) return [name];
  return choices.split(',').flatMap((choice) => written(before + choice + after));
}
