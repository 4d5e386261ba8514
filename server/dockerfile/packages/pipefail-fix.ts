import type { Fix } from '../../rule.ts';
import { insertAbove, keywordLike } from '../edits.ts';
import type { DockerfileModel } from '../model.ts';
import type { Run } from './calls.ts';
import { pipefailShell } from './shells.ts';

/** A SHELL with `pipefail` above the RUN, where the image's shells are known and the file has not chosen another. */
export function addPipefail(
  model: DockerfileModel,
  { instruction, outer, stage }: Run,
  shell: readonly string[] | undefined,
): Fix | undefined {
  const words = shell ? undefined : pipefailShell(model, stage);
  if (words === undefined || instruction !== outer) return undefined;
  return {
    title: { ko: '위에 `pipefail`을 켠 `SHELL` 두기', en: 'Put a `SHELL` with `pipefail` above' },
    // It holds for every command below, CMD in shell form included, so it is not to be applied unseen.
    edits: [insertAbove(model, instruction, [`${keywordLike(model, instruction, 'SHELL')} ${words}`])],
  };
}
