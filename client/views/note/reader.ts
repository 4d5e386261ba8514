import type { Webview } from 'vscode';
import type { PageContent } from '../../../server/protocol.ts';
import { hasTerminal } from '../../has-terminal.ts';
import type { Library } from '../../library.ts';
import { openPage } from '../open-page.ts';
import type { FromPage, PrintedPage, ToPage } from './messages.ts';
import { shellCommands } from './shell.ts';
import { current, follow, go, idsOf, lasting, noTrail, type Step, type Trail } from './trail.ts';
import { useCode } from './use-code.ts';

/** What a reader is made with. */
export interface ReaderParts {
  readonly library: Library;
  /** Where it reads: a panel that may be closed at times, or a view. */
  webview(): Webview | undefined;
  /** Something is on show now. */
  onShow?(page: PageContent): void;
  /** There is no such thing to read. */
  onMissing(step: Step): void;
  /** Prints what is on show; absent where that is not offered. */
  readonly print?: (page: PrintedPage) => Promise<void>;
}

/** Reads notes in a webview: what panel and view have in common. */
export interface Reader {
  /** What is on show. */
  step(): Step | undefined;
  trail(): Trail;
  /** Reads the end of a trail; answers whether there is any such thing. Fails when the server does. */
  read(trail: Trail): Promise<boolean>;
  /** Reads anew what is on show, in the language of now. */
  refresh(): Promise<void>;
  /** Takes up a trail whose end is read when the page asks for it. */
  resume(trail: Trail): void;
  /** Asks the page for what is to be printed. */
  print(): void;
  receive(message: FromPage): Promise<void>;
}

/** Makes a reader. */
export function createReader({ library, webview, onShow, onMissing, print }: ReaderParts): Reader {
  let trail: Trail = noTrail;
  /** How often something was asked for: only the last answer counts. */
  let asked = 0;

  const post = (message: ToPage): void => void webview()?.postMessage(message);

  async function read(next: Trail): Promise<boolean> {
    const step = current(next);
    const number = ++asked;
    const page = step === undefined ? null : await pageOf(step, library);
    if (!page) return false;
    if (number !== asked) return true;
    trail = next;
    onShow?.(page);
    post({
      type: 'page',
      page,
      key: keyOf(step),
      state: { trail: idsOf(trail) },
      hasBack: go(trail, -1) !== trail,
      hasForward: go(trail, 1) !== trail,
      hasTerminal: hasTerminal(),
      canPrint: print !== undefined,
    });
    return true;
  }

  /** As {@link read}, for what happens in the page, where a failure is shown. */
  async function reread(next: Trail): Promise<void> {
    try {
      const step = current(next);
      if (step === undefined) {
        const locale = await library.locale();
        // Something may have come on show meanwhile.
        if (current(trail) === undefined) post({ type: 'empty', locale });
      } else if (!(await read(next))) onMissing(step);
    } catch {
      post({ type: 'failed' });
    }
  }

  return {
    step: () => current(trail),
    trail: () => trail,
    read,
    refresh: () => reread({ ...trail, steps: trail.steps.map(lasting) }),
    resume: (next) => (trail = next),
    print: () => post({ type: 'print' }),
    receive: async (message) => {
      switch (message.type) {
        case 'ready':
          return reread(trail);
        case 'note':
          return reread(follow(trail, message.id));
        case 'back':
          return reread(go(trail, -1));
        case 'forward':
          return reread(go(trail, 1));
        case 'open':
          return openPage(message.address);
        case 'print':
          return print?.(message);
        default: {
          const { type: action, text, language, block } = message;
          if (await useCode(action, shellCommands(language, text), text)) post({ type: 'done', action, block });
        }
      }
    },
  };
}

async function pageOf(step: Step, library: Library): Promise<PageContent | null> {
  if (typeof step === 'string') return library.note(step);
  if ('output' in step) return library.explainOutput(step.output);
  return step.page;
}

function keyOf(step: Step | undefined): string {
  if (typeof step === 'string') return step;
  if (!step) return '';
  return 'output' in step ? `output: ${step.output}` : (step.page.id ?? `title: ${step.page.title}`);
}
