import { type Fields, fieldsIn, listedField } from "./listed-fields.ts";

/** Fields that a line below an endpoint names in words. */
export type SaidFields = { are: "body" | "answer"; fields: Fields; status?: number };

const lead = "^[\\s>*_`•▸▪◦‣●○–-]*";
const mark = "[*_`]*\\s*(?:\\([^()]{0,30}\\))?\\s*[:=][*_`]*\\s*";
const sent = new RegExp(
  `${lead}(?:(?:(?:json\\s+)?request|req|body|payload|input|in|data|params?|parameters|args?|arguments|fields)(?:\\s+(?:body|payload|json|fields|params|parameters))?${mark}|(?:sends?|takes?|accepts?|expects?)\\s*:?\\s+)`,
  "i",
);
const given = new RegExp(
  `${lead}(?:(?:response|resp|res|output|out|result|reply|returns?|answers?|gives?(?: back)?)(?:\\s+(?:body|payload|json|fields))?${mark}|(?:returns?|answers?|gives?(?: back)?)\\s+)`,
  "i",
);

/** A word that can only be the name of a field, and is no thing that is answered whole. */
export const isName = /_|[a-z][A-Z]|^(?:id|code|token|url|slug|status)$/;

/** `Body: url, alias?`, `out: code 201`, or an item of the list below such a line; null where it says something else. */
export function saidFields(text: string, from: number, shows: "body" | "answer" | null): SaidFields | null {
  const asked = sent.exec(text)?.[0];
  if (asked !== undefined) {
    const fields = fieldsIn(text.slice(asked.length), from + asked.length);
    return fields === null ? null : { are: "body", fields };
  }
  const answered = given.exec(text)?.[0];
  const listed = shows === null || answered !== undefined ? null : listedField(text, from);
  if (shows !== null && listed !== null) return { are: shows, fields: listed };
  if (answered === undefined) return null;
  const [, words = "", status] = /^(.*?\S)(?:[\s,;]+([2-5]\d\d))?\s*$/.exec(text.slice(answered.length)) ?? [];
  const fields = fieldsIn(words, from + answered.length);
  const names = Object.keys(fields?.schema.properties ?? {});
  if (fields === null || (names.length === 1 && !isName.test(names[0] ?? ""))) return null;
  return { are: "answer", fields, ...(status === undefined ? {} : { status: Number(status) }) };
}
