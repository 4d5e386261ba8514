import assert from 'node:assert/strict';
import { maskTemplates, templateExpressions } from '../../../server/yaml/mask.ts';
import { parseYamlFile } from '../../../server/yaml/parse.ts';

const mask = (text: string): string => maskTemplates(text, templateExpressions(text));
const isTemplated = (text: string): boolean => parseYamlFile(text).documents.some(({ source }) => source.templated);

describe('maskTemplates', () => {
  it('keeps length and line breaks', () => {
    for (const text of [
      'a: {{ b }}\n',
      '{{- if x }}\r\na: 1\r\n{{- end }}\r\n',
      'a: {{ "x\ny" }}z\n',
      '{% for a in b %}\n- {{ a }}\n{% endfor %}\n',
    ]) {
      const masked = mask(text);
      assert.equal(masked.length, text.length);
      assert.deepEqual(
        [...masked.matchAll(/\r?\n/g)].map(({ index }) => index),
        [...text.matchAll(/\r?\n/g)].map(({ index }) => index),
      );
    }
  });

  it('blanks lines that hold nothing else, and puts letters elsewhere', () => {
    assert.equal(mask('{{- if .x }}\na: {{ .b }}-c\n  {{ end }} {{ end }}\n'), '            \na: xxxxxxxx-c\n                     \n');
    assert.equal(mask('{{ .key }}: {{ .value }}\n'), 'xxxxxxxxxx: xxxxxxxxxxxx\n');
  });

  it('leaves alone what is never closed or no expression', () => {
    for (const text of ['a: {{ b\n', 'a: {b: {c: d}}\n', 'a: {% b\n', '{', '{{', 'a: }}\n']) assert.equal(mask(text), text);
  });

  it('takes linear time on hostile text', function () {
    this.timeout(5000);
    for (const piece of ['{{', '{{}}', '{%', '{{ {% ', '}}{{']) mask(piece.repeat(300_000));
  });
});

describe('templated documents', () => {
  it('are those whose text is not YAML as it stands', () => {
    for (const text of [
      'a: {{ .b }}\n',
      '{{- if .a }}\nb: c\n{{- end }}\n',
      'a: {{ .b }}-c\n',
      '{{ .a }}: b\n',
      '{% if a %}\nb: c\n{% endif %}\n',
    ])
      assert.ok(isTemplated(text), text);
  });

  it('are those with expressions of Helm, even in quotes', () => {
    assert.ok(isTemplated('image: "{{ .Values.image }}:latest"\n'));
    assert.ok(isTemplated('name: "{{ include \\"web.name\\" . }}"\n'));
  });

  it('are not those with expressions in strings and comments', () => {
    for (const text of [
      'tag: "{{.Name}}"\n',
      "tag: '{{.Name}}' # {{ comment }}\n",
      '# {{ comment }}\na: b\n',
      'summary: |\n  {{ $labels.instance }} is down\n',
      'args: ["{{inputs.parameters.message}}"]\n',
    ])
      assert.ok(!isTemplated(text), text);
  });

  it('are judged one by one', () => {
    const [first, second] = parseYamlFile('a: {{ b }}\n---\na: b\n').documents;
    assert.deepEqual([first?.source.templated, second?.source.templated], [true, false]);
  });
});
