import { folderOf } from '../text/path.ts';
import type { Place } from '../workspace.ts';

/** Whether a file belongs to a Helm chart: a `Chart.yaml` lies in its folder or above. Its values, names among them, are decided elsewhere. */
export function isInChart({ workspace, path }: Place): boolean {
  return chartsAbove(path).some((chart) => typeof workspace.read(chart) === 'string');
}

/** What the file is called that makes a folder a chart. */
export const chartName = 'Chart.yaml';

/** Where the `Chart.yaml` of a file may lie: in its folder and in every one above. */
export function chartsAbove(path: string): readonly string[] {
  const charts: string[] = [];
  for (let folder = folderOf(path); ; folder = folderOf(folder.slice(0, -1))) {
    charts.push(folder + chartName);
    if (folder === '') return charts;
  }
}
