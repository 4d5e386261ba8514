import type { DocumentLink } from 'vscode-languageserver-types';
import { imagePage } from '../image.ts';
import { rangeOf } from '../text/span.ts';
import type { DockerfileModel } from './model.ts';
import { parentOf } from './stages/find.ts';

/** Links from base images to their pages, leaving out stages and names that hold variables. */
export function links(model: DockerfileModel): readonly DocumentLink[] {
  return model.stages.flatMap((stage) => {
    const { base } = stage;
    if (!base || parentOf(model, stage)) return [];
    const target = imagePage(base.text);
    return target === undefined ? [] : [{ range: rangeOf(model.document, base.span), target }];
  });
}
