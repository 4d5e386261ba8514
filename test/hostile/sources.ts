import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LanguageId } from '../../server/language.ts';
import { allSnippets, expand } from '../snippets/expand.ts';

/** A file that tests disturb. */
export interface Source {
  readonly path: string;
  readonly language: LanguageId;
  readonly text: string;
}

/** What a file of each language is called, so that it is recognised. */
export const fileNames = { dockerfile: 'Dockerfile', compose: 'compose.yaml', kubernetes: 'manifest.yaml' } as const;

/** Dockerfiles of well-known stacks, the examples, and what the snippets insert. */
export const sources: readonly Source[] = [...filesIn('test/server/dockerfile/stacks'), ...filesIn('examples'), ...snippets()];

/** What they read. */
export const texts = sources.map(({ text }) => text);

function filesIn(folder: string): readonly Source[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(({ name }) => /dockerfile$|\.yaml$/i.test(name))
    .map(({ parentPath, name }): Source => {
      const language = /dockerfile$/i.test(name) ? 'dockerfile' : name.startsWith('compose') ? 'compose' : 'kubernetes';
      return { path: fileNames[language], language, text: readFileSync(join(parentPath, name), 'utf8') };
    });
}

function snippets(): readonly Source[] {
  return allSnippets().flatMap((snippet): readonly Source[] => {
    const { language } = snippet;
    return language === 'pipeline' ? [] : [{ path: fileNames[language], language, text: expand(snippet, 'en') }];
  });
}
