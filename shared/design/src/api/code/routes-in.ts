import { bracedPath } from "../sketch/endpoint-line.ts";
import { prefixesIn } from "./prefixes-in.ts";
import { isOfRails, railsRoutes } from "./rails-routes.ts";
import { typesIn } from "./types-in.ts";

const verbs = "get|post|put|patch|delete";
const quote = "[\"'`]";

/** Where a framework's code, or an annotation of gRPC, says a method and a path. */
const routes: readonly RegExp[] = [
  new RegExp(
    `(?:@|\\b)(?:app|router|r|api|server|fastify|mux|e|g|v1|group|routes?|bp|\\w+(?:Router|_router|Routes))\\.(?<verb>${verbs})\\(\\s*${quote}(?<path>/?[^"'\`\\s]*)${quote}`,
    "gi",
  ),
  new RegExp(`\\bHandle(?:Func)?\\(\\s*"(?<verb>${verbs}) (?<path>/[^"\\s]*)"`, "gi"),
  new RegExp(`\\bHandleFunc\\(\\s*"(?<path>/[^"\\s]*)"[^\\n]{0,120}\\.Methods\\(\\s*"(?<verb>${verbs})"`, "gi"),
  new RegExp(
    `@\\w+\\.route\\(\\s*${quote}(?<path>/[^"'\\s]*)${quote}(?:[^)\\n]*methods\\s*=\\s*\\[\\s*${quote}(?<verb>\\w+)${quote})?`,
    "gi",
  ),
  new RegExp(`@(?<verb>${verbs})Mapping\\b(?:\\(\\s*(?:(?:value|path)\\s*=\\s*)?"(?<path>[^"]*)")?`, "gi"),
  new RegExp(`@(?<verb>Get|Post|Put|Patch|Delete)\\(\\s*(?:${quote}(?<path>[^"'\`]*)${quote})?\\s*\\)`, "g"),
  new RegExp(`\\[Http(?<verb>${verbs})(?:\\(\\s*"(?<path>[^"]*)")?`, "gi"),
  new RegExp(`\\bMap(?<verb>${verbs})\\(\\s*"(?<path>[^"]*)"`, "gi"),
  new RegExp(`\\bRoute::(?<verb>${verbs})\\(\\s*${quote}(?<path>[^"']*)${quote}`, "gi"),
  new RegExp(`^[ \\t]*(?<verb>${verbs})\\s+${quote}(?<path>/[^"'\\s]*)${quote}`, "gim"),
  new RegExp(`\\b\\w+\\.(?<verb>GET|POST|PUT|PATCH|DELETE)\\(\\s*"(?<path>[^"]*)"`, "g"),
  new RegExp(`#\\[(?<verb>${verbs})\\(\\s*"(?<path>[^"]*)"`, "g"),
  new RegExp(`^[ \\t]*(?<verb>${verbs})\\(\\s*"(?<path>/[^"]*)"\\s*\\)\\s*\\{`, "gm"),
  new RegExp(
    `\\bmethod["']?\\s*:\\s*${quote}(?<verb>${verbs})${quote}\\s*,\\s*["']?(?:path|url|route)["']?\\s*:\\s*${quote}(?<path>/[^"'\`\\s]*)${quote}`,
    "gi",
  ),
  new RegExp(
    `\\b(?:path|url|route)["']?\\s*:\\s*${quote}(?<path>/[^"'\`\\s]*)${quote}\\s*,\\s*["']?method["']?\\s*:\\s*${quote}(?<verb>${verbs})${quote}`,
    "gi",
  ),
  new RegExp(`\\{\\s*(?<verb>${verbs})\\s*:\\s*"(?<path>/[^"\\s]*)"`, "gi"),
];

const most = 40;

/** Endpoints that a source text routes, each as the line of a sketch. */
export function routesIn(text: string): string[] {
  const types = typesIn(text);
  const found = isOfRails(text)
    ? railsRoutes(text)
    : [...routed(text).map((route) => withHandler(route, text)), ...ofAxum(text)];
  return [...new Set(found.slice(0, most).map(({ verb, path, own }) => lineOf(verb, pathOf(path), own, types)))];
}

/** `POST /holds/{id}/confirm`, as a line of code routes it; undefined of a line that routes nothing. */
export function routeAt(line: string): string | undefined {
  const [found] = mayRoute.test(line) ? routed(line.slice(0, longestLine)) : [];
  return found === undefined || found.path === "" ? undefined : `${found.verb} ${pathOf(found.path)}`;
}

const mayRoute = /(?:get|post|put|patch|delete|handle|route)\w{0,20}[\s(:"'`]/i;
const longestLine = 300;

interface Route {
  verb: string;
  path: string;
  /** What is written of it. */
  own: string;
}

function routed(text: string): Route[] {
  const before = prefixesIn(text);
  const found = routes
    .flatMap((pattern) => [...text.matchAll(pattern)])
    .map(({ index, groups }) => ({ at: index, verb: groups?.["verb"] ?? "GET", path: groups?.["path"] ?? "" }))
    .toSorted((a, b) => a.at - b.at)
    .filter(({ at }, n, all) => n === 0 || at !== all[n - 1]?.at);
  return found.slice(0, most).map(({ at, verb, path }, n) => ({
    verb: verb.toUpperCase(),
    path: `${before(at)}/${path}`,
    own: text.slice(at, Math.min(found[n + 1]?.at ?? text.length, at + mostOwn)).split(nextClass)[0] ?? "",
  }));
}

const mostOwn = 1_500;
const nextClass = /\n(?=@(?:Rest)?Controller|(?:export |public )?class )/;

/** A route with the function that it names, where that stands elsewhere: `v1.POST("/holds", h.Hold)`, `handler: hold`. */
function withHandler(route: Route, text: string): Route {
  const [line = ""] = route.own.split("\n", 1);
  const name =
    named
      .exec(line)
      ?.slice(1)
      .find((one) => one !== undefined) ?? "";
  if (name === "") return route;
  const declared = new RegExp(
    `^[ \\t]*(?:export\\s|async\\s|pub\\s){0,3}(?:func|function|def|fn|const)\\s+(?:\\([^()\\n]{0,60}\\)\\s*)?${name}\\b`,
    "m",
  );
  const at = text.search(declared);
  const behind = at === -1 ? "" : text.slice(at, at + mostOwn);
  return { ...route, own: [line, ...(behind.split(/\n(?=[^\s)}])/)[0] ?? "").split("\n")].join("\n") };
}

/** The last thing that a route is given, where that is a name. */
const named =
  /(?:,\s*|handler:\s*)(?:\w{1,40}\.)?([A-Za-z_]\w{1,60})\s*\)?[,;\s})]*(?:(?:\/\/|#)[^\n]*)?$|handler:\s*([A-Za-z_]\w{1,60})/;

/** `.route("/links", post(create).get(list))`, whose functions stand elsewhere. */
function ofAxum(text: string): Route[] {
  const chained = text.matchAll(
    /\.route\(\s*"([^"\n]{1,200})"\s*,\s*((?:[\w:]*\.?\b(?:get|post|put|patch|delete)\([\w:]{1,80}\)\s*\.?){1,6})/g,
  );
  return [...chained].flatMap(([, path = "", handlers = ""]) =>
    [...handlers.matchAll(/\b(get|post|put|patch|delete)\((?:\w+::)*(\w+)\)/g)].map(([, verb = "", name = ""]) => {
      const at = text.search(new RegExp(`\\bfn ${name}\\b`));
      const behind = at === -1 ? "" : text.slice(at, at + mostOwn);
      return { verb: verb.toUpperCase(), path, own: behind.split(/\n(?=\S)/)[0] ?? "" };
    }),
  );
}

const pathOf = (path: string): string => {
  const whole = `/${path}`.replaceAll(/\/{2,}/g, "/").replace(/(?<=.)\/$/, "");
  return bracedPath(whole.replaceAll(/<(?:\w+:)?(\w+)>/g, "{$1}").replaceAll(/\{(\w+):[^}]*\}/g, "{$1}"));
};

function lineOf(verb: string, path: string, own: string, types: Map<string, string[]>): string {
  const sent = /^(?:POST|PUT|PATCH)$/.test(verb) ? bodyIn(own, types, path) : [];
  const key = /idempotency[-_ ]?key/i.test(own) ? " [Idempotency-Key]" : "";
  const body = sent.length === 0 ? "" : ` {${sent.join(", ")}}`;
  const [, beside] = /^[^\n]*?(?:\/\/|#)[ \t]*(\{[^\n]{1,300})/.exec(own) ?? [];
  if (beside !== undefined) return `${verb} ${path} ${beside}`;
  const [, behind] = /^[^\n]*?(?:\/\/|#)[^\n>]{0,80}(?:->|=>|→)[ \t]*([2-5]\d\d[^\n]{0,300})/.exec(own) ?? [];
  if (behind !== undefined) return `${verb} ${path}${body}${key} -> ${behind}`;
  const statuses = statusesIn(own, verb);
  const shown = answerIn(own, types);
  const answers = statuses.map((status) =>
    status < 300 && shown.length > 0 && status !== 204 ? `${status} {${shown.join(", ")}}` : String(status),
  );
  return `${verb} ${path}${body}${key} -> ${answers.join(" | ")}`;
}

function bodyIn(own: string, types: Map<string, string[]>, path: string): string[] {
  const [, unpacked = ""] =
    /\{([^{}]{1,300})\}\s*=\s*(?:await\s+)?(?:req|request|ctx\.request|c\.req)\.(?:body|json\(\))/.exec(own) ?? [];
  const taken = [
    ...own.matchAll(/\b(?:req|request)\.(?:body|json|data)(?:\.(?!get\b|json\b)(\w+)|(?:\.get\(|\[)\s*["'](\w+)["'])/g),
  ].flatMap(([, dotted, keyed]) => dotted ?? keyed ?? []);
  const [, listed = ""] = /\bbody["']?\s*:\s*[[{]([^[\]{}]{1,200})[\]}]/.exec(own) ?? [];
  const names = [...unpacked.split(","), ...listed.replaceAll(/["'`\s]/g, "").split(",")].map(
    (name) => name.split(/[:=]/)[0]?.trim() ?? "",
  );
  const typed = [...types].find(([name]) =>
    new RegExp(
      `(?:@RequestBody\\s+(?:@\\w+\\s+)?|@Body\\(\\)\\s*\\w+\\s*:\\s*|\\[FromBody\\]\\s*|:\\s*|\\(\\s*|,\\s*|var \\w+ )${name}\\b(?!\\s*[>\\]])|^[^\\n]{0,400}?:\\s*(?:\\w+::)*Json<${name}>`,
    ).test(signatureOf(own)),
  );
  const fields = [...new Set([...(typed?.[1] ?? []), ...names, ...taken])];
  return fields.filter((name) => /^\w+\??$/.test(name) && !path.includes(`{${name}}`));
}

/** The first lines behind a route: its annotations and the head of its function. */
const signatureOf = (own: string): string => own.slice(0, 500);

function answerIn(own: string, types: Map<string, string[]>): string[] {
  const [, model] =
    /response_model\s*=\s*(\w+)|(?:ResponseEntity|Promise|ActionResult|Task)<(\w+)>|->[^{\n]{0,200}\bJson<(\w+)>/
      .exec(own)
      ?.filter((part) => part !== undefined) ?? [];
  const shown = types.get(model ?? "");
  if (shown !== undefined) return shown.map((name) => name.replace("?", ""));
  const [, inside = ""] =
    [...own.matchAll(inJson)]
      .find(
        ({ index, 0: whole }) =>
          !refuses.test(
            (own
              .slice(Math.max(0, index - 40), index)
              .split("\n")
              .at(-1) ?? "") + whole,
          ),
      )
      ?.filter((part) => part !== undefined) ?? [];
  return inside
    .split(",")
    .map((part) => part.split(/[:=]/)[0]?.replaceAll(/["'\s]/g, "") ?? "")
    .filter((name) => /^\w+$/.test(name));
}

const inJson = /(?:\bjson|\bsend|JSON\([^{\n]{0,40})\(?\s*(?:\w+\.H)?\{([^{}]{1,300})\}|jsonify\(([^()]{1,200})\)/g;

/** What is answered with a status that refuses is no answer of a success. */
const refuses = /\b(?:status|code)\w{0,8}\s?\(\s?[45]\d\d[^;\n]*$|\b[45]\d\d\s?,[^;\n]*$|\{\s*["']?error\b/i;

const words: readonly (readonly [RegExp, number])[] = [
  [/\b(?:CREATED|StatusCreated|Created(?:At\w+)?)\b|:created\b/, 201],
  [/\b(?:NO_CONTENT|StatusNoContent|[nN]oContent)\b|:no_content\b/, 204],
  [/\bredirect\w*\b|\bRedirect\w*\b|StatusFound|HttpStatus\.FOUND/, 302],
  [/\b(?:NOT_FOUND|StatusNotFound|[nN]otFound\w*)\b|:not_found\b/, 404],
  [/\b(?:CONFLICT|StatusConflict|Conflict\w*)\b|:conflict\b/, 409],
  [/\b(?:GONE|StatusGone)\b|:gone\b/, 410],
];

function statusesIn(own: string, verb: string): number[] {
  const said = [
    ...own.matchAll(
      /(?:status\w*|code|returns?|JSON|HttpCode|abort|HTTPException|redirect\w*|\)|\/\/[^\n]*?|,)[\s(=:]{1,3}([2-5]\d\d)\b(?!\d)/gi,
    ),
  ].map(([, status]) => Number(status));
  const named = words.flatMap(([word, status]) =>
    word.test(own) && !(status === 302 && said.some((one) => one >= 300 && one < 400)) ? [status] : [],
  );
  const all = [...new Set([...said, ...named])].toSorted((a, b) => a - b);
  return all.some((status) => status < 400) ? all : [verb === "POST" ? 201 : 200, ...all];
}
