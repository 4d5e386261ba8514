import type { PageContent } from '../../../../server/protocol.ts';
import { drawFigure } from '../../drawing/page/figure.ts';
import { element } from '../../library/page/dom.ts';
import type { PageView } from '../messages.ts';
import type { renderNote } from '../render.ts';
import { addTools } from './code.ts';
import type { Say } from './say.ts';
import { mendTables } from './tables.ts';

/** From the script that is loaded before this one. */
declare const mulgilRenderNote: typeof renderNote;

/** Draws what is to be read, below the buttons that the page offers. */
export function drawPage({ page, hasBack, hasForward, hasTerminal, canPrint }: PageView, say: Say): HTMLElement {
  const { id, title, docs, facts = [], drawing, body, related, source } = page;
  const text = rendered('body', body);
  for (const code of text.querySelectorAll(':not(pre) > code')) code.classList.toggle('short', code.textContent.length <= 24);
  mendTables(text, say);
  addTools(text, hasTerminal, say);
  return element(
    'main',
    {},
    ...drawButtons({ hasBack, hasForward, canPrint }, say),
    element('h1', { tabindex: '-1' }, title),
    ...(id === undefined ? [] : [element('p', { class: 'id' }, id)]),
    ...(facts.length > 0 ? [drawFacts(facts, say)] : []),
    ...(drawing ? [drawFigure(drawing)] : []),
    text,
    ...(docs === undefined ? [] : [element('p', { class: 'docs' }, element('a', { href: docs }, say('docs')))]),
    ...(related.length > 0 ? [drawRelated(related, say)] : []),
    // The study notes are in Korean, and so are their titles.
    ...(source === undefined ? [] : [element('footer', {}, `${say('source')}: `, element('span', { lang: 'ko' }, source))]),
  );
}

function drawButtons(offers: Pick<PageView, 'hasBack' | 'hasForward' | 'canPrint'>, say: Say): readonly HTMLElement[] {
  const { hasBack, hasForward, canPrint } = offers;
  const button = (name: 'back' | 'forward' | 'print', text: string): HTMLElement =>
    element('button', { type: 'button', class: name }, text);
  const buttons = [
    ...(hasBack ? [button('back', `← ${say('back')}`)] : []),
    ...(hasForward ? [button('forward', `${say('forward')} →`)] : []),
    ...(canPrint ? [button('print', say('print'))] : []),
  ];
  return buttons.length > 0 ? [element('div', { class: 'buttons' }, ...buttons)] : [];
}

function drawFacts(facts: readonly string[], say: Say): HTMLElement {
  return element('section', { class: 'facts', 'aria-label': say('facts') }, ...facts.map((fact) => rendered('fact', fact)));
}

function drawRelated(related: PageContent['related'], say: Say): HTMLElement {
  const links = related.map(({ id, title }) => element('li', {}, element('a', { href: `note:${encodeURIComponent(id)}` }, title)));
  return element('nav', { 'aria-label': say('related') }, element('h2', {}, say('related')), element('ul', {}, ...links));
}

/** Markdown of ours, or that the server has made harmless; markup in it is not interpreted. */
function rendered(name: string, markdown: string): HTMLElement {
  const made = element('div', { class: name });
  made.innerHTML = mulgilRenderNote(markdown);
  return made;
}
