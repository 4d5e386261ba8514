/** A file of content; its path counts from the folder of its kind, with `/`. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
}
