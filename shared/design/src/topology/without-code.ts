import { blocksIn } from "../text/fence.ts";

/** Arrows in code, and between states, are between no components. Offsets stay. */
export function withoutCode(document: string): string {
  let text = document;
  for (const { language, at, text: code } of blocksIn(document))
    if (!/^(?:|text|txt|plain|plaintext|ascii|diagram)$/.test(language))
      text = text.slice(0, at) + code.replaceAll(/[^\n]/g, " ") + text.slice(at + code.length);
  return text;
}
