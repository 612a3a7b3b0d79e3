import type { Edit, Fix } from "@proofroom/domain/design/finding";
import type { Remark } from "./report.ts";

interface Mistake {
  code: string;
  message: string;
  /** Where it is, as offsets in the text. */
  pos: [number, number];
}

type Explained = Pick<Remark, "message" | "fixes">;

/**
 * What a mistake in YAML, or in JSON, is in plain words, with the click that mends it where prose stands among the keys. `startsAt` is
 * where the text lies in its document.
 */
export function explain(text: string, mistake: Mistake, inJson: boolean, startsAt: number): Explained {
  const { code, message } = mistake;
  switch (code) {
    case "TAB_AS_INDENT":
      return { message: "YAML is indented by spaces; replace the tab." };
    case "DUPLICATE_KEY":
      return { message: "This key stands here twice; merge the two." };
    case "BAD_INDENT":
    case "BAD_COLLECTION_ITEM":
    case "IMPOSSIBLE":
      return { message: "The indentation does not fit the lines above; align it with its neighbours." };
    case "BLOCK_AS_IMPLICIT_KEY":
      return secondColon(text, mistake, startsAt) ?? { message: `This cannot be read: ${message}.` };
    case "MULTILINE_IMPLICIT_KEY":
      return inJson ? { message: `This cannot be read: ${message}.` } : prose(text, mistake, startsAt);
    case "MISSING_CHAR":
      if (inJson) return { message: `A bracket, quote or comma is missing here: ${message}.` };
      return message.startsWith("Implicit map keys")
        ? prose(text, mistake, startsAt)
        : { message: `Something is not closed here: ${message}.` };
    default:
      return message.startsWith("Maximum call stack")
        ? { message: "This nests too deeply to be read." }
        : { message: `This cannot be read: ${message}.` };
  }
}

/** `summary: Shorten a URL: answers a code`. */
function secondColon(text: string, { pos: [at] }: Mistake, startsAt: number): Explained | null {
  const from = text.lastIndexOf("\n", at - 1) + 1;
  const [line = ""] = text.slice(from, from + longestLine).split(/\r?\n/, 1);
  const [, lead = "", value = ""] =
    /^([ \t]*(?:-[ \t]+)*[\w$./{}-]{1,80}:[ \t]+)([^\s"'{[&|>#].*?)[ \t]*$/.exec(line) ?? [];
  if (value === "") return null;
  const start = from + lead.length;
  const quoted = `'${value.replaceAll("'", "''")}'`;
  return {
    message: "Behind the first colon of this line stands another, which YAML takes for a key; put the text in quotes.",
    fixes: [fixOf("Put it in quotes", [{ from: start, to: start + value.length, insert: quoted }], startsAt)],
  };
}

const longestLine = 2_000;

/** A sentence among the keys; what follows it up to the next key was read as one with it. */
function prose(text: string, { pos: [from, to] }: Mistake, startsAt: number): Explained {
  const lines = text.slice(from, to).split("\n");
  const own = lines.length > 1 ? lines.slice(0, -1) : lines;
  let at = from;
  const marks = own.flatMap((line) => {
    const start = at + line.length - line.trimStart().length;
    at += line.length + 1;
    return line.trim() === "" ? [] : [{ from: start, to: start, insert: "# " }];
  });
  return {
    message: "This line is no key with a value; where it is a note, put # before it.",
    fixes: [fixOf("Make it a comment", marks, startsAt)],
  };
}

/** YAML is what the API document is written in. */
const fixOf = (label: string, edits: Omit<Edit, "document">[], startsAt: number): Fix => ({
  label,
  edits: edits.map(({ from, to, insert }) => ({ document: "api", from: from + startsAt, to: to + startsAt, insert })),
});
