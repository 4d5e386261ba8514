import type { Instruction, Stage } from '../model.ts';

/**
 * What an instruction adds to an image: a layer of files, or settings only.
 * Source: docs.docker.com/build/cache and BuildKit, which makes a layer of WORKDIR too, because it creates the folder.
 */
export type Effect = 'layer' | 'settings';

/** `undefined` for FROM, for ARG, which stays in no image, and for what is no instruction. */
export function effectOf({ keyword, words }: Instruction): Effect | undefined {
  switch (keyword) {
    case 'RUN':
    case 'COPY':
    case 'ADD':
      return 'layer';
    case 'WORKDIR':
      return words.length === 1 && words[0]?.text === '/' ? 'settings' : 'layer';
    case 'CMD':
    case 'ENTRYPOINT':
    case 'ENV':
    case 'EXPOSE':
    case 'HEALTHCHECK':
    case 'LABEL':
    case 'MAINTAINER':
    case 'ONBUILD':
    case 'SHELL':
    case 'STOPSIGNAL':
    case 'USER':
    case 'VOLUME':
      return 'settings';
    default:
      return undefined;
  }
}

/** How many layers a stage adds to those of its base. */
export function countLayers({ instructions }: Stage): number {
  return instructions.filter((instruction) => effectOf(instruction) === 'layer').length;
}
