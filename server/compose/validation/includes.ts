import { isMap, isScalar, isSeq, type Node } from 'yaml';
import { folderOf } from '../../text/path.ts';
import type { Workspace } from '../../workspace.ts';
import { spanOfNode } from '../../yaml/parse.ts';
import { nodeAt, resolve } from '../../yaml/read.ts';
import { pathFrom } from '../project/files.ts';
import type { Parts } from '../project/parts.ts';
import type { Problem } from './problem.ts';
import { shortened } from './spot.ts';

/** Files that `include` names and that are not there. */
export function includeProblems({ own }: Parts, workspace: Workspace): readonly Problem[] {
  return own.file.documents.flatMap((document) => {
    const { ast } = document.source;
    const list = nodeAt(ast, ast.contents, ['include']);
    const paths = (isSeq(list) ? list.items : []).flatMap((item): readonly (Node | undefined)[] => {
      const node = resolve(ast, item);
      const path = isMap(node) ? nodeAt(ast, node, ['path']) : node;
      return isSeq(path) ? path.items.map((inner) => resolve(ast, inner)) : [path];
    });
    return paths.flatMap((node): Problem[] => {
      const at = node && spanOfNode(document, node);
      if (!isScalar(node) || typeof node.value !== 'string' || !at) return [];
      const path = pathFrom(folderOf(own.path), node.value);
      if (path === undefined || workspace.read(path) !== null) return [];
      return [{ rule: 'defined-references', at, variant: 'include', data: { key: 'include', name: shortened(node.value) } }];
    });
  });
}
