/**
 * A picture as data: boxes, what holds them, and the lines between them. Pictures of files and those of the library have this one
 * form; whoever shows them finds the places. Every text is plain: nothing in it is ever interpreted.
 */

/** What a box stands for; it decides the colour and the shape. */
export type DrawingKind =
  | 'image'
  | 'stage'
  | 'service'
  | 'workload'
  | 'container'
  | 'network'
  | 'route'
  | 'port'
  | 'volume'
  | 'config'
  | 'secret'
  | 'account'
  | 'control'
  | 'machine'
  | 'person'
  | 'step';

/** A place in a file. Lines and UTF-16 characters count from 0. */
export interface DrawingPlace {
  readonly uri: string;
  readonly range: {
    readonly start: { readonly line: number; readonly character: number };
    readonly end: { readonly line: number; readonly character: number };
  };
}

/** A frame around boxes. */
export interface DrawingGroup {
  readonly id: string;
  readonly label: string;
  /** The group that it stands in. */
  readonly in?: string;
}

/** A box. */
export interface DrawingNode {
  readonly id: string;
  readonly label: string;
  readonly kind: DrawingKind;
  /** What it is, in a word: `Deployment`. It stands above the label. */
  readonly caption?: string;
  /** Lines below the label. */
  readonly detail?: string;
  /** The group that it stands in. */
  readonly in?: string;
  /** The id of the note that explains it. */
  readonly note?: string;
  /** Where it is written. */
  readonly at?: DrawingPlace;
  /** Named by others, but there is none. */
  readonly isMissing?: boolean;
  /** What all is for, such as the final stage. */
  readonly isMain?: boolean;
  /** There, but not used. */
  readonly isFaint?: boolean;
}

/** A line from one box to another; a broken one leads nowhere, or to something that does not fit. */
export interface DrawingEdge {
  readonly from: string;
  readonly to: string;
  readonly label?: string;
  readonly kind: 'solid' | 'dashed' | 'broken';
}

/** A picture. */
export interface Drawing {
  readonly title: string;
  /** What is to be seen, in a sentence or two, for those who do not see it. */
  readonly description: string;
  /** Which way its lines lead. */
  readonly direction: 'down' | 'right';
  readonly groups: readonly DrawingGroup[];
  readonly nodes: readonly DrawingNode[];
  readonly edges: readonly DrawingEdge[];
  /** What is not in it, a sentence each. */
  readonly remarks?: readonly string[];
  /** How much of a workspace it shows, where there is a choice. */
  readonly reach?: 'file' | 'workspace';
}
