import type { Model } from '../rule.ts';
import type { YamlFile } from '../yaml/parse.ts';

/** A parsed Compose file. */
export interface ComposeModel extends Model {
  readonly file: YamlFile;
}
