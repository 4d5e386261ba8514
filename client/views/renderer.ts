import { renderNote } from './note/render.ts';

/**
 * The script that pages load before their own when they show notes: the Markdown renderer is larger than all pages, so that it
 * is a bundle by itself and shipped once.
 */
Object.assign(globalThis, { mulgilRenderNote: renderNote });
