import type { Locale } from '../../../../server/protocol.ts';
import { element, icon } from './dom.ts';
import type { Say } from './say.ts';

const search = element('input', { type: 'search', autocomplete: 'off', spellcheck: 'false', 'aria-keyshortcuts': '/' });
const clearButton = element('button', { type: 'button', class: 'clear' }, icon('clear'));
const languageButton = element('button', { type: 'button', class: 'language' });
const status = element('p', { class: 'status', role: 'status', 'aria-live': 'polite' });
const content = element('main', { class: 'content' });
const bar = element('div', { class: 'bar' }, element('div', { role: 'search', class: 'field' }, search, clearButton), languageButton);
document.body.append(element('header', {}, bar, status), content);

/** What stays while the language and the contents change, so that the cursor keeps its place in the search. */
export const frame = { search, clearButton, languageButton, status, content };

/** Gives the frame its words. */
export function addressUser(locale: Locale, say: Say): void {
  search.setAttribute('aria-label', say('search'));
  search.placeholder = say('placeholder');
  clearButton.title = say('clear');
  clearButton.setAttribute('aria-label', say('clear'));
  languageButton.textContent = locale === 'ko' ? 'EN' : '한';
  languageButton.title = say('otherLanguage');
  languageButton.setAttribute('aria-label', say('otherLanguage'));
}
