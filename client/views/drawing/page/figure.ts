import type { Drawing } from '../../../../server/protocol.ts';
import { element } from '../../library/page/dom.ts';
import type { MulgilPicture } from './picture.ts';

/** The page's own script, which lies beside the one that draws; it is only known while it runs for the first time. */
const own = document.currentScript instanceof HTMLScriptElement ? document.currentScript : undefined;

let loading: Promise<MulgilPicture> | undefined;

/** A picture in a text, whose boxes lead to their notes by `note:` links. It stays empty until the script that draws is there. */
export function drawFigure(drawing: Drawing): HTMLElement {
  const figure = element('figure', { class: 'figure' });
  void loadPicture().then(({ drawPicture }) => {
    const width = figure.clientWidth;
    const address = (note: string | undefined): string | undefined => (note === undefined ? undefined : `note:${encodeURIComponent(note)}`);
    figure.append(
      drawPicture(drawing, {
        ...(width > 0 ? { width } : {}),
        addressOf: ({ note }) => address(note),
        linkName: ({ note, label, caption }) => (note === undefined ? undefined : [caption, label].filter(Boolean).join(' ')),
      }),
    );
  });
  return figure;
}

/** Loads the script that draws, once. */
function loadPicture(): Promise<MulgilPicture> {
  loading ??= new Promise((resolve, reject) => {
    const script = element('script', { src: new URL('picture.js', own?.src).href });
    script.nonce = own?.nonce ?? '';
    script.addEventListener('load', () => resolve((globalThis as unknown as { readonly mulgilPicture: MulgilPicture }).mulgilPicture));
    script.addEventListener('error', () => reject(new Error('the script that draws is missing')));
    document.head.append(script);
  });
  return loading;
}
