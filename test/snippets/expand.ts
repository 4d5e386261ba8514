import type { Locale } from '../../server/locale.ts';
import { library } from '../../server/library.ts';
import { plainText } from '../../server/snippets/plain-text.ts';
import { wholeFile, type SnippetData } from '../../server/snippets/snippet.ts';

/** The snippets of the library. */
export function allSnippets(): readonly SnippetData[] {
  return library.snippets();
}

/** What a snippet is as a file of its own when nothing is typed over. A stage stands below one that it may take from, and above one that runs. */
export function expand(snippet: SnippetData, locale: Locale): string {
  const text = plainText(wholeFile(snippet, locale));
  if (snippet.where !== 'stage') return text;
  return `${stageAbove}${text}${/^(?:USER|ENTRYPOINT) /m.test(text) ? '' : stageBelow}`;
}

const stageAbove = `FROM debian:13-slim AS build
WORKDIR /src
COPY . .
RUN make

`;
const stageBelow = `
FROM gcr.io/distroless/static-debian13:nonroot
COPY --from=build /out/server /server
USER 65532:65532
ENTRYPOINT ["/server"]
`;
