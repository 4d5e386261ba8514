import { isMap } from 'yaml';
import { isSameStage, stageIndex } from '../../builds/stages.ts';
import { shown, shownList, type Lines } from '../../say.ts';
import { folderOf } from '../../text/path.ts';
import { nodeAt } from '../../yaml/read.ts';
import { pathFrom } from '../project/files.ts';
import { inService, readText, serviceName, type Spot } from './spot.ts';

/** Which Dockerfile a build reads, and the stages in it, where the workspace has it. */
export function buildLead(spot: Spot): Lines {
  const { place, file, document } = spot;
  if (!/^services\.\*\.build(?:\.(?:context|dockerfile|target))?$/.test(place.place)) return [];
  const service = serviceName(spot);
  const build = service === undefined ? undefined : inService(spot, service, ['build']);
  const read = (key: string): string | undefined => readText(spot, isMap(build) ? nodeAt(document.source.ast, build, [key]) : undefined);
  const context = (isMap(build) ? read('context') : readText(spot, build)) ?? '.';
  const target = read('target');
  const folder = pathFrom(folderOf(file.path), context);
  const path = folder === undefined ? undefined : pathFrom(folder === '' ? '' : `${folder}/`, read('dockerfile') ?? 'Dockerfile');
  const stages = path === undefined ? undefined : stageIndex(file.workspace)?.stagesOf(path);
  if (path === undefined || !stages) return [];
  const names = stages.flatMap(({ name }) => name ?? []);
  const listed =
    names.length === 0 ? { ko: '', en: '' } : { ko: `. 스테이지: ${shownList(names, 6)}`, en: `. Stages: ${shownList(names, 6)}` };
  const stage = target === undefined ? undefined : stages.find(({ name }) => name !== undefined && isSameStage(name, target));
  const base =
    stage?.base === undefined
      ? []
      : [
          {
            ko: `${shown(target ?? '')} 스테이지는 ${shown(stage.base)}에서 시작합니다.`,
            en: `The stage ${shown(target ?? '')} starts from ${shown(stage.base)}.`,
          },
        ];
  return [{ ko: `Dockerfile ${shown(path)}${listed.ko}`, en: `Dockerfile ${shown(path)}${listed.en}` }, ...base];
}
