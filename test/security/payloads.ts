/** Stands in every hostile text, so that it is found again wherever it comes out. */
export const mark = 'mulgilpwn';

/** What a stranger's file may hold to be taken for something else where it is shown. None holds a line break. */
export const payloads: Readonly<Record<string, string>> = {
  'an image with a handler': `<img src=x onerror=${mark}()>`,
  'a script': `</code></pre><script>${mark}()</script>`,
  'a command link': `[${mark}](command:workbench.action.terminal.new)`,
  'a command link in angle brackets': `<command:${mark}.open>`,
  'a Markdown link': `[${mark}](https://evil.example/${mark})`,
  'a Markdown image': `![${mark}](https://evil.example/${mark}.png)`,
  'a link out of code': `\`[${mark}](https://evil.example/)\``,
  'a link out of longer code': `\`\`\`\`[${mark}](https://evil.example/)\`\`\`\``,
  'an escaped link': `\\[${mark}](https://evil.example/\\)`,
  'a note link': `[${mark}](note:${mark})`,
  'a reference': `[${mark}]: https://evil.example/${mark}`,
  'a table and emphasis': `|${mark}|**x**|_y_|~~z~~|`,
  'an icon': `$(alert)${mark}$(sync~spin)`,
  'an entity': `&lt;${mark}&#x3c;img&gt;`,
  'a placeholder': `{name}{image}{value}${mark}{message}`,
  'a replacement pattern': `$&$1$\`${mark}$'$$`,
  'terminal escapes': `\u001b[2J\u001b]0;${mark}\u0007\u001b[31m\u009b31m`,
  'text that runs backwards': `a\u202e${mark}\u202c\u2066b\u2069\u200f`,
  'hidden text': `\u200b${mark}\u2060\ufeff`,
  'a command to a log': `::error file=x::${mark}`,
  'a shell': `$(touch ${mark})\`touch ${mark}\`; touch ${mark} && 'touch' "${mark}"`,
  'a way out of the workspace': `../../../../etc/${mark}`,
  'an absolute path': `/etc/${mark}`,
  'very long text': `${mark}${'x'.repeat(30_000)}`,
};

/** A text with line breaks where they can be written: in quotes of YAML and in what tools print. */
export const lineBreaks = `a\n\n# ${mark}\n[${mark}](command:x)\n\n\`\`\`\n<img src=x onerror=${mark}()>\n\`\`\`\n---\n${mark}: true\n`;
