/** Blocks that stand around routes, each by its opening line. */
const blocks =
  /^([ \t]*)(?:scope\s+"([^"\n]*)"|[^\n]{0,80}?\.Route\(\s*"([^"\n]*)"\s*,\s*func|route\(\s*"([^"\n]*)"\s*\)\s*\{|Route::prefix\(\s*["']([^"'\n]*)["']\)[^\n]*->group\()/gm;

/** `v1 := r.Group("/v1")`, `var links = app.MapGroup("/links")` */
const groups = /\b(\w{1,40})\s*:?=\s*(\w{1,40})\.(?:Group|MapGroup|group)\(\s*["'`]([^"'`\n]*)["'`]/g;

/** What stands before the paths of a whole class. */
const classes =
  /@RequestMapping\(\s*(?:(?:value|path)\s*=\s*)?"([^"\n]*)"|@Controller\(\s*(?:["'`]([^"'`\n]*)["'`])?|APIRouter\([^)\n]*prefix\s*=\s*["']([^"'\n]*)["']|\[Route\("([^"\n]*)"\)\]/g;

/** What stands before the path of a route: of its class, of the blocks around it, of the group that it is added to. */
export function prefixesIn(text: string): (at: number) => string {
  const around = [...text.matchAll(blocks)].map((found) => {
    const [whole, indent = "", ...paths] = found;
    return { from: found.index, to: endOf(text, found.index + whole.length, indent.length), path: firstOf(paths) };
  });
  const named = new Map<string, string>();
  for (const [, name = "", on = "", path = ""] of text.matchAll(groups))
    named.set(name, `${named.get(on) ?? ""}/${path}`);
  const ofClass = [...text.matchAll(classes)].map((found) => {
    const [whole, ...paths] = found;
    return { from: found.index, path: classPath(firstOf(paths), text.slice(found.index + whole.length)) };
  });
  return (at) => {
    const receiver =
      /(\w{1,40})\.$/.exec(text.slice(Math.max(0, at - 42), at))?.[1] ?? /^\w{1,40}/.exec(text.slice(at, at + 42))?.[0];
    return [
      ofClass.findLast(({ from }) => from < at)?.path ?? "",
      ...around.filter(({ from, to }) => from < at && at < to).map(({ path }) => path),
      named.get(receiver ?? "") ?? "",
    ].join("/");
  };
}

const firstOf = (paths: readonly (string | undefined)[]): string => paths.find((path) => path !== undefined) ?? "";

/** A block ends with the first line below it that is indented no deeper than its first. */
function endOf(text: string, from: number, indent: number): number {
  const below = text.slice(from);
  const end = new RegExp(`\\n[ \\t]{0,${indent}}(?=[^\\s])`).exec(below);
  return end === null ? text.length : from + end.index;
}

/** `api/[controller]` */
const classPath = (path: string, behind: string): string =>
  path.replace("[controller]", /\bclass\s+(\w{1,60}?)(?:Controller)?\b/.exec(behind)?.[1]?.toLowerCase() ?? "");
