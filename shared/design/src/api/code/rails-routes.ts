/** Whether a text is the routes of Rails, which name resources rather than paths. */
export const isOfRails = (text: string): boolean =>
  /\bRails\.application\.routes\b|^[ \t]*resources?[ \t]+:\w/m.test(text);

const most = 200;

/** The methods and paths that Rails makes of its resources: `resources :links, only: %i[create index]`. */
export function railsRoutes(text: string): { verb: string; path: string; own: string }[] {
  const routes: { verb: string; path: string; own: string }[] = [];
  const open: { indent: number; before: string; one: string }[] = [];
  for (const whole of text.split("\n", 2_000)) {
    const line = whole.replace(/(?:^|\s)#.*$/, "");
    const before = routes.length;
    const [, spaces = "", word = "", rest = ""] = /^([ \t]*)(\w{1,20})\b(.{0,300})$/.exec(line) ?? [];
    if (word === "") continue;
    while (open.length > 0 && (open.at(-1)?.indent ?? 0) >= spaces.length) open.pop();
    const { before: above = "", one = "" } = open.at(-1) ?? {};
    const opens = (inside: string, member = inside): void => {
      if (/\bdo\b/.test(rest)) open.push({ indent: spaces.length, before: inside, one: member });
    };
    const add = (verb: string, path: string): void => void routes.push({ verb: verb.toUpperCase(), path, own: "" });
    const name = /^\s*\(?\s*["']?:?\/?([\w/:-]{1,80})/.exec(rest)?.[1] ?? "";
    if (/^(?:namespace|scope)$/.test(word)) opens(`${above}/${name}`);
    else if (word === "member") {
      opens(one);
      for (const [, verb = "", action = ""] of rest.matchAll(inBraces)) add(verb, `${one}/${action}`);
    } else if (word === "collection") opens(above);
    else if (/^resources?$/.test(word) && name !== "") {
      const all = `${above}/${name}`;
      const isMany = word === "resources";
      const each = isMany ? `${all}/:id` : all;
      for (const { action, verb, of } of actions)
        if ((isMany || action !== "index") && isMade(action, rest)) add(verb, of === "all" ? all : each);
      const nested = isMany ? `${all}/:${name.replace(/s$/, "")}_id` : all;
      opens(nested, each);
    } else if (/^(?:get|post|put|patch|delete)$/.test(word) && name !== "")
      add(word, /on:\s*:member/.test(rest) ? `${one}/${name}` : `${above}/${name}`);
    // What is said beside several routes is said of none of them.
    const [made, ...more] = routes.slice(before);
    if (made !== undefined && more.length === 0) made.own = whole.slice(line.length).trim();
  }
  return routes.slice(0, most);
}

const inBraces = /\b(get|post|put|patch|delete)\s+:(\w{1,40})/g;

const actions = [
  { action: "index", verb: "GET", of: "all" },
  { action: "create", verb: "POST", of: "all" },
  { action: "show", verb: "GET", of: "each" },
  { action: "update", verb: "PATCH", of: "each" },
  { action: "destroy", verb: "DELETE", of: "each" },
] as const;

function isMade(action: string, options: string): boolean {
  const listed = (key: string): string | undefined =>
    new RegExp(`\\b${key}:\\s*(%i\\[[^\\]]*\\]|\\[[^\\]]*\\]|:\\w+)`).exec(options)?.[1];
  const only = listed("only");
  const speaks = (list: string): boolean => new RegExp(`\\b${action}\\b`).test(list);
  return only === undefined ? !speaks(listed("except") ?? "") : speaks(only);
}
