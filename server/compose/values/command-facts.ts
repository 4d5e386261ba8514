import { shown, type Lines } from '../../say.ts';

/** Says that a command written as a text is run without a shell, where it counts on one. */
export function commandFacts(text: string): Lines {
  const command = text.slice(0, 2000);
  // What stands in quotes may well be for a shell that the command starts.
  if (/["']/.test(command) || /(?:^|[\s/])(?:ba|da|z|a)?sh\s/.test(command)) return [];
  const [, sign] = /(?:^|\s)(&&|\|\||>>|[|<>;&])(?=\s|$)/.exec(command) ?? [];
  if (sign !== undefined)
    return [
      {
        ko: `셸 없이 실행되어 ${shown(sign)}도 인자 하나로 넘어갑니다. \`sh -c '…'\`로 감싸세요.`,
        en: `Run without a shell, so ${shown(sign)} is just an argument: wrap it in \`sh -c '…'\`.`,
      },
    ];
  return command.includes('$$')
    ? [
        {
          ko: "셸 없이 실행되어 컨테이너의 변수로 바뀌지 않습니다. `sh -c '…'`로 감싸세요.",
          en: "Run without a shell, so the container’s variables are not filled in: wrap it in `sh -c '…'`.",
        },
      ]
    : [];
}
