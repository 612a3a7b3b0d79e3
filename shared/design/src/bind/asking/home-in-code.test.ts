import { expect, test } from "vitest";
import { homeInCode } from "./home-in-code.ts";

test.each([
  "row = DB[:urls].first(short: short)\nredirect '/', 302 unless row\nredirect row[:long], 302",
  "return redirect_to root_path unless link",
  'if (!row) return res.redirect("/");\nres.redirect(302, row.url);',
  "if (row === undefined) {\n  return reply.redirect('/');\n}",
  "res.redirect(302, row?.url ?? '/')",
  "res.redirect(row ? row.url : HOME_URL)",
  'if link is None:\n    return RedirectResponse("/")',
  "if (!$link) {\n    return redirect('/home');\n}",
  "return redirect()->away($link?->url ?? route_home ?? '/');",
  'if errors.Is(err, sql.ErrNoRows) {\n\thttp.Redirect(w, r, "/", http.StatusFound)',
  'return links.findById(code).map(l -> redirect(l.url)).orElse(redirect("/"));',
  'return link is null ? Results.Redirect("/") : Results.Redirect(link.Url);',
  'case Repo.get_by(Link, code: code) do\n  nil -> redirect(conn, to: "/")',
])("a missing row leads to the page of the design's own: %s", (code) => {
  expect(homeInCode(code)).not.toBeNull();
});

test.each([
  "halt 404 unless row\nredirect row[:long], 302",
  'if (!row) return res.status(404).end();\nres.redirect(302, row.url);\napp.get("/", home)',
  'if (!session) return res.redirect("/");',
  "return redirect_to root_path unless current_user",
  'if (!row) { return res.sendStatus(404); }\nreturn res.redirect("/go");',
  "if link is None:\n    raise HTTPException(404)\nreturn RedirectResponse(link.url)",
  'router.get("/", (req, res) => res.redirect("/home"));',
])("where a missing row is refused, or it is about somebody else, none does: %s", (code) => {
  expect(homeInCode(code)).toBeNull();
});
