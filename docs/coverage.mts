import type { Correction, Inventory, InventoryRow } from '../content/compiler/inventory.ts';

const kinds: Readonly<Record<string, string>> = {
  tables: 'Tables / 표',
  questions: 'Questions / 질문',
  troubleshooting: 'Troubleshooting / 문제 해결',
  commands: 'Commands / 명령어',
  instructions: 'Dockerfile instructions / Dockerfile 명령',
  snippets: 'Examples / 예제',
  concepts: 'Concepts and pictures / 개념과 그림',
  checklists: 'Checklists / 체크리스트',
  curriculum: 'Curriculum / 학습 일정',
};

/** The page that shows where each thing of the study notes is taught. @param places every id that exists, as `placesOf` gives them */
export function coveragePage({ rows, corrections }: Inventory, places: ReadonlySet<string>): string {
  const found = rows.filter((row) => isCovered(row, places)).length;
  const settled = corrections.filter((correction) => isSettled(correction, places)).length;
  return [
    '<!-- Generated from content/inventory.yaml by `npm run generate`; do not edit. -->',
    '',
    '# Coverage of the study notes / 스터디 노트 반영표',
    '',
    `${share(found, rows.length)} of what the study notes hold, and ${share(settled, corrections.length)} of their mistakes put right.`,
    '',
    ...Object.entries(kinds).flatMap(([kind, title]) =>
      section(
        title,
        rows.filter(({ id }) => id.startsWith(`${kind}/`)),
      ),
    ),
    `## Mistakes put right / 바로잡은 것 (${corrections.length})`,
    '',
    '| | In the study notes | What holds | 맞는 내용 | Taught in | Reported by |',
    '|--|--|--|--|--|--|',
    ...corrections.map(
      ({ wrong, right, at = [], rules = [], avoided }, index) =>
        `| ${index + 1} | ${cell(wrong.en)} | ${cell(right.en)} | ${cell(right.ko)} | ${at.length > 0 ? names(at) : cell(avoided?.en ?? '')} | ${rules.map((id) => `[${id}](rules/${id}.md)`).join('<br>')} |`,
    ),
    '',
  ].join('\n');
}

/** Whether all of the places that a row names exist. */
export function isCovered({ at }: InventoryRow, places: ReadonlySet<string>): boolean {
  return at.length > 0 && at.every((id) => places.has(id));
}

/** Whether a mistake is taught right somewhere, reported by a rule, or not mentioned for a reason. */
export function isSettled({ at = [], rules = [], avoided }: Correction, places: ReadonlySet<string>): boolean {
  return at.every((id) => places.has(id)) && (at.length > 0 || rules.length > 0 || avoided !== undefined);
}

function section(title: string, rows: readonly InventoryRow[]): readonly string[] {
  return [
    `## ${title} (${rows.length})`,
    '',
    '| What | 내용 | Study note | Taught in |',
    '|--|--|--|--|',
    ...rows.map(({ what, source, at }) => `| ${cell(what.en)} | ${cell(what.ko)} | ${cell(source)} | ${names(at)} |`),
    '',
  ];
}

function share(part: number, all: number): string {
  return `**${part} of ${all} (${Math.floor((100 * part) / all)} %)**`;
}

function names(at: readonly string[]): string {
  return at.map((id) => `\`${id.replaceAll('|', '\\|')}\``).join('<br>');
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('<', '&lt;');
}
