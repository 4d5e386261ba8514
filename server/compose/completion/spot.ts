import { isMap, type YAMLMap } from 'yaml';
import type { FeatureContext } from '../../language.ts';
import type { Path } from '../../yaml/path.ts';
import { nodeAt } from '../../yaml/read.ts';
import { typingAt, type Typing } from '../../yaml/typing.ts';
import type { ComposeModel } from '../model.ts';
import type { SchemaPlace } from '../schema/schema.ts';
import { schema } from '../schema.ts';

/** Where something is to be completed, and what the schema says about the place. */
export interface Spot extends Typing {
  readonly model: ComposeModel;
  readonly context: FeatureContext;
  /** Of the map that gets a key, or of the value; from the document's root. */
  readonly path: Path;
  /** What stands at {@link path}; `undefined` for places that are not known. */
  readonly at: SchemaPlace | undefined;
  /** The service around the cursor, as far as it could be parsed, and its name. */
  readonly service: YAMLMap | undefined;
  readonly serviceName: string | undefined;
}

/** Finds the spot at an offset of the file; `undefined` where nothing can be typed that is known. */
export function spotAt(model: ComposeModel, offset: number, context: FeatureContext): Spot | undefined {
  const typing = typingAt(model.file, offset);
  return typing && spotWith({ ...typing, model, context }, typing.place.path);
}

/** The spot, seen as that of another place in the same file. */
export function spotWith(spot: Typing & Pick<Spot, 'model' | 'context'>, path: Path): Spot {
  const { ast } = spot.document.source;
  const [section, name] = path;
  const service = section === 'services' && typeof name === 'string' ? nodeAt(ast, ast.contents, [section, name]) : undefined;
  return {
    ...spot,
    path,
    at: schema.at(path),
    service: isMap(service) ? service : undefined,
    serviceName: section === 'services' && typeof name === 'string' ? name : undefined,
  };
}
