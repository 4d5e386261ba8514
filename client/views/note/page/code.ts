import { commandParts } from '../../library/command.ts';
import type { EntryAction } from '../../library/messages.ts';
import { element, icon, type Icon } from '../../library/page/dom.ts';
import { shellCommands } from '../shell.ts';
import type { Say } from './say.ts';

const drawings: readonly (readonly [EntryAction, Icon])[] = [
  ['copy', 'copy'],
  ['insert', 'insert'],
  ['terminal', 'terminal'],
];

/** A code block: its text and its language. */
export interface CodeBlock {
  readonly text: string;
  readonly language: string;
  readonly block: number;
}

/** Gives each code block its buttons, and shows its placeholders as such. */
export function addTools(root: HTMLElement, hasTerminal: boolean, say: Say): void {
  [...root.querySelectorAll('pre')].forEach((pre, block) => {
    const code = pre.firstElementChild ?? pre;
    const { text, language } = blockIn(pre);
    code.replaceChildren(
      ...commandParts(text).map((part) =>
        part.placeholder === undefined ? part.text : element('span', { class: 'placeholder' }, part.text),
      ),
    );
    const offered = drawings.filter(([action]) => action !== 'terminal' || (hasTerminal && shellCommands(language, text).length > 0));
    const tools = element(
      'div',
      { class: 'tools' },
      ...offered.map(([action, drawing]) =>
        element('button', { type: 'button', 'data-action': action, title: say(action), 'aria-label': say(action) }, icon(drawing)),
      ),
    );
    const frame = element('div', { class: 'code', 'data-block': String(block) });
    pre.replaceWith(frame);
    // A long line is scrolled by keyboard too.
    pre.tabIndex = 0;
    frame.append(pre, tools);
  });
}

/** The code block in whose frame an element stands. */
export function blockOf(inside: Element): CodeBlock | undefined {
  const frame = inside.closest<HTMLElement>('.code');
  const pre = frame?.querySelector('pre');
  return frame && pre ? { ...blockIn(pre), block: Number(frame.dataset['block']) } : undefined;
}

/** Tells that something was done with a block. */
export function showDone(block: number, action: EntryAction): void {
  const button = document.querySelector(`.code[data-block="${String(block)}"] [data-action="${action}"]`);
  if (!button) return;
  const before = [...button.childNodes];
  button.replaceChildren(icon('done'));
  setTimeout(() => button.replaceChildren(...before), 1500);
}

function blockIn(pre: Element): Pick<CodeBlock, 'text' | 'language'> {
  const names = [...(pre.firstElementChild?.classList ?? [])];
  const language = names.find((name) => name.startsWith('language-'))?.slice('language-'.length) ?? '';
  return { text: pre.textContent.replace(/\n$/, ''), language };
}
