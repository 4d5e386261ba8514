import { fill, type Localized } from '../locale.ts';
import { codeSpan } from '../text/markdown.ts';

/** What output shows of a Pod, a container or another object. */
export interface Seen {
  readonly kind: 'pod' | 'container' | 'object';
  readonly name: string;
  readonly namespace?: string;
  /** As the output writes it: `CrashLoopBackOff`, `Exited (137) 2 minutes ago`. */
  readonly state: string;
  /** Nothing to do: it runs and is ready, or has ended as it should. */
  readonly isFine: boolean;
  /** Under which states of Kubernetes or words of a terminal an entry of troubleshooting tells more, the most telling first. */
  readonly about: readonly string[];
  /** What the output itself shows of it, each in Markdown. */
  readonly signs: readonly string[];
  /** What shows more of it. */
  readonly commands: readonly string[];
}

/** Says a text in the language that is asked for. */
export type Say = (text: Localized, values?: Readonly<Record<string, string | number>>) => string;

/** Makes a way to say things; values come from the output, so they are quoted as code. */
export function speaker(locale: keyof Localized): Say {
  return (text, values = {}) =>
    fill(
      text[locale],
      Object.fromEntries(Object.entries(values).map(([name, value]) => [name, typeof value === 'number' ? String(value) : quoted(value)])),
    );
}

/** A text of the output as code, not longer than one reads. */
export function quoted(text: string, limit = 300): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return codeSpan(line.length > limit ? `${line.slice(0, limit)}…` : line);
}

/** A name for a command; a placeholder in the place of what no name of Kubernetes or Docker can be, so that nothing else gets into a shell. */
export function argument(name: string, placeholder: string): string {
  return /^[A-Za-z0-9](?:[\w.-]{0,252})$/.test(name) ? name : `<${placeholder}>`;
}
