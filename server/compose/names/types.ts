/** What is kept of a Compose file so that others can refer to it: names and where they stand, without the text or its tree. */
import type { Name } from '../../yaml/marks.ts';

/** What a name stands for. */
export type NameKind = 'service' | 'network' | 'volume' | 'config' | 'secret' | 'model' | 'profile';

/** A name that is written somewhere in a file. */
export interface WrittenName extends Name {
  readonly kind: NameKind;
  /** A profile is made by every service that lists it. */
  readonly role: 'definition' | 'use';
  /** The file in which the name counts, as it is written, when it is another one: `extends` names a service of it. */
  readonly file?: string;
  /** Only a name if there is a service of this name: a host in the value of a variable. */
  readonly isGuess?: true;
}

/** What a service is built from. */
export interface Build {
  /** The folder, and the Dockerfile as seen from it, as they are written. */
  readonly context: string;
  readonly dockerfile: string;
  /** Where the Dockerfile is named, or where its folder is. */
  readonly named: Name;
  readonly target: Name | undefined;
}

/** What others may know of one YAML document of a Compose file. */
export interface DocumentNames {
  readonly names: readonly WrittenName[];
  /** The files that it includes, as they are written. */
  readonly includes: readonly string[];
  readonly builds: readonly Build[];
  readonly images: readonly string[];
  /** Whether a service has neither an image nor a build, so that another file must give it one. */
  readonly isPartial: boolean;
  readonly lines: number;
}

/** A document with the file in which it stands. */
export interface PlacedNames {
  readonly path: string;
  /** The line, from 0, at which the document begins. */
  readonly line: number;
  readonly names: DocumentNames;
}
