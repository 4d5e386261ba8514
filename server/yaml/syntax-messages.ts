import type { Localized } from '../locale.ts';
import type { SyntaxKind } from './syntax.ts';

/** What to say of each kind of syntax mistake: what is wrong and what to do. */
export const syntaxMessages: Readonly<Record<SyntaxKind, Localized>> = {
  tab: {
    ko: '들여쓰기에 탭이 있습니다. YAML은 공백만 받으니 탭을 공백으로 바꾸세요.',
    en: 'A tab indents this line. YAML accepts only spaces there: replace it.',
  },
  indentation: {
    ko: '이 줄의 들여쓰기가 위의 어느 줄과도 맞지 않습니다. 같은 맵의 키는 같은 열에서 시작하게 맞추세요.',
    en: 'This line is indented like no line above it. Start the keys of one map in the same column.',
  },
  deeper: {
    ko: '바로 위의 키에 이미 값이 있어 더 깊이 들여쓸 수 없습니다. 들여쓰기를 위의 키에 맞추세요.',
    en: 'The key above has a value already, so this line cannot be indented deeper. Align it with that key.',
  },
  'nested-colon': {
    ko: '값 안의 `: `이 또 다른 키로 읽힙니다. 값 전체를 따옴표로 감싸세요.',
    en: 'The `: ` inside this value reads as another key. Put the whole value in quotes.',
  },
  'missing-colon': {
    ko: '키가 올 자리인데 `:`이 없습니다. `키: 값`으로 쓰거나, 위의 값에 이어지는 글이면 더 깊이 들여쓰세요.',
    en: 'A key belongs here, but there is no `:`. Write `key: value`, or indent the line deeper if it goes on with the value above.',
  },
  'missing-space': {
    ko: '`:` 뒤에 공백이 없어 키로 읽히지 않습니다. 한 칸 띄우세요.',
    en: 'Without a space after the `:` this is not read as a key. Add one.',
  },
  'list-among-keys': {
    ko: '목록의 항목(`-`)과 맵의 키가 한자리에 섞였습니다. 어느 쪽에 속하는지에 맞춰 들여쓰세요.',
    en: 'Items of a list (`-`) and keys of a map are mixed in one place. Indent the line to where it belongs.',
  },
  'list-on-key-line': {
    ko: '목록은 키와 같은 줄에서 시작할 수 없습니다. `-`부터 다음 줄로 내리세요.',
    en: "A list cannot start on its key's line. Move it to the next line, from the `-` on.",
  },
  'unclosed-quote': {
    ko: '이 따옴표가 닫히지 않았습니다. 값이 끝나는 곳에 같은 따옴표를 쓰세요.',
    en: 'This quote is never closed. Write the same quote where the value ends.',
  },
  'unclosed-bracket': {
    ko: '이 괄호가 제대로 닫히지 않았습니다. 짝이 맞는 괄호로 닫고 항목 사이의 쉼표를 확인하세요.',
    en: 'This bracket is not closed properly. Close it with its partner and check the commas between the items.',
  },
  'text-after': {
    ko: '값은 닫는 따옴표나 괄호에서 이미 끝났는데 글자가 더 있습니다. 지우거나 값 전체를 따옴표로 감싸세요.',
    en: 'The value ended at its closing quote or bracket, yet there is more. Remove it, or put the whole value in quotes.',
  },
  'stray-bracket': {
    ko: '이 닫는 괄호에 짝이 되는 여는 괄호가 없습니다. 지우거나, 글자라면 값을 따옴표로 감싸세요.',
    en: 'Nothing opens this bracket. Remove it, or put the value in quotes if it is meant as text.',
  },
  comma: {
    ko: '괄호 안에서 쉼표가 빠졌거나 남습니다. 항목과 항목 사이에 쉼표를 하나씩 두세요.',
    en: 'A comma is missing or left over inside the brackets. Put exactly one between two items.',
  },
  reserved: {
    ko: '따옴표 없는 값은 `{detail}` 기호로 시작할 수 없습니다. 값을 따옴표로 감싸세요.',
    en: 'A value without quotes cannot start with `{detail}`. Put it in quotes.',
  },
  'block-header': {
    ko: '`|`나 `>` 뒤에는 `-`, `+`, 숫자와 주석만 올 수 있습니다. 내용은 다음 줄부터 쓰세요.',
    en: 'Only `-`, `+`, a digit or a comment may follow `|` and `>`. Start the text on the next line.',
  },
  escape: {
    ko: '큰따옴표 안에서 쓸 수 없는 이스케이프입니다. `\\`를 두 번 쓰거나 작은따옴표를 쓰세요.',
    en: 'Double quotes know no such escape. Write the `\\` twice, or use single quotes.',
  },
  alias: {
    ko: '`&{detail}` 앵커가 위에 없습니다. 이름을 확인하고, `*`가 글자라면 값을 따옴표로 감싸세요.',
    en: 'There is no anchor `&{detail}` above. Check the name, or put the value in quotes if the `*` is meant as text.',
  },
  'anchor-or-tag': {
    ko: '앵커(`&`)나 태그(`!`)가 잘못 쓰였습니다. 값 하나에 하나씩, 값 바로 앞에 두고 이름을 확인하세요.',
    en: 'An anchor (`&`) or tag (`!`) is misused. Put at most one of each right before the value and check its name.',
  },
  directive: {
    ko: '`%`로 시작하는 지시문이 잘못되었거나 뒤에 `---` 줄이 없습니다. 지시문을 지우세요. 대개는 없어도 됩니다.',
    en: 'A directive (`%`) is wrong or lacks a `---` line after it. Delete it: hardly any file needs one.',
  },
  'document-start': {
    ko: '`---`와 같은 줄에서 키를 쓸 수 없습니다. 다음 줄로 내리세요.',
    en: 'Keys cannot stand on the line of the `---`. Move them to the next line.',
  },
  'control-character': {
    ko: '보이지 않는 제어 문자({detail})가 있습니다. 이 문자를 지우세요.',
    en: 'There is an invisible control character ({detail}). Delete it.',
  },
  other: {
    ko: '여기서부터 YAML로 읽을 수 없습니다. 이 줄과 윗줄의 들여쓰기, 따옴표, `:`을 확인하세요.',
    en: 'From here on this cannot be read as YAML. Check indentation, quotes and `:` on this line and the one above.',
  },
};
