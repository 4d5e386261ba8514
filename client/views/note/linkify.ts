/** In the place of the package `linkify-it`: the Markdown renderer makes one, but notes turn no bare addresses into links. */
export const LinkifyIt = Object;
