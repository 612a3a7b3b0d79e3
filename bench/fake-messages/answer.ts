import { fitting } from "./fitting.ts";
import { quotablesIn } from "./quotes.ts";
import { type MessagesBody, wordsOf } from "./request.ts";

/** What a sensible interviewer would say: it quotes the newest line that it was shown and asks what it was told to ask. */
export function sensibleAnswer(body: MessagesBody): string {
  const { schema } = body.output_config?.format ?? {};
  const quotables = quotablesIn(body);
  if (schema !== undefined) return JSON.stringify(fitting(schema, quotables));
  const wordings = wordsOf(body).match(/<untrusted doc="wording"[^]*?<\/untrusted>/g) ?? [];
  const asked =
    wordings
      .at(-1)
      ?.match(/[^.!?>\n]*\?/g)
      ?.at(-1)
      ?.trim() ?? "What would you do next?";
  const shown = quotables.at(-1);
  return shown === undefined
    ? `I am with you. ${asked}`
    : `You wrote “${shown.quote}” in ${shown.doc} line ${shown.at}. ${asked}`;
}
