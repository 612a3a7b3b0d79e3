/**
 * A transcript shows `GET /x7Gh2kQ` where a reference says `GET /{code}`: a part of a path that is the value of a field
 * shown elsewhere in the text, or the end of its URL, stands for that field. Plain words stay what they are.
 */
export function exampleNames(text: string): (path: string) => string {
  const names = new Map<string, string>();
  for (const [, name = "", value = ""] of text.matchAll(/"([A-Za-z_]\w{0,40})"\s{0,9}:\s{0,9}"([^"\s]{3,200})"/g)) {
    const last = value.split("/").at(-1) ?? "";
    if (isMade(last)) names.set(last, names.get(last) ?? name);
  }
  return (path) =>
    path
      .split("/")
      .map((part) => (names.has(part) ? `{${names.get(part) ?? ""}}` : part))
      .join("/");
}

/** `x7Gh2kQ` or `abc123`, not `links` nor `v1`. */
const isMade = (part: string): boolean =>
  /^[\w-]{3,64}$/.test(part) && /\d|[a-z][A-Z]/.test(part) && !/^v\d+$/.test(part);
