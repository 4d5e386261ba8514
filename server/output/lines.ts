/** Longest output that is read, and the longest line of it, in UTF-16 units. More is nobody's question, and the cost has an end. */
const textLimit = 300_000;
const lineLimit = 2000;

// What colours a terminal's text, and sets its title.
const escapes = /\u001b(?:\[[0-9;?]*[ -/]*[@-~]|\][^\u0007\u001b]*(?:\u0007|\u001b\\)?)/g;

/** Output that someone pasted, line by line: without colours, tabs as spaces, without what stands at the ends of lines. */
export function outputLines(text: string): readonly string[] {
  return text
    .slice(0, textLimit)
    .split(/\r\n|\r|\n/)
    .map((line) => line.slice(0, lineLimit).replace(escapes, '').replaceAll('\t', '        ').trimEnd());
}
