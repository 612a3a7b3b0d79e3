import { expect, test } from "vitest";
import { answeredWithPage } from "./answered-with-page.ts";

test.each([
  'GET /{code} answers 200 with {"url": …} and the client goes there.',
  "It answers 200 and a page with a meta refresh.",
  "200, a JSON body with the long url.",
  "Es kommt 200 und eine Seite, die per Skript weiterführt.",
])("what is told to be answered as content is no redirect: %s", (told) => {
  expect(answeredWithPage(told, "", "")).not.toBeNull();
});

test.each([
  "It answers 302 with the URL in Location.",
  "For an unknown code it answers 200 with a page of our own.",
  'A preview answers 200 with {"url": …}.',
  "200 with JSON where Accept asks for application/json.",
  "It does not answer 200 with a page.",
  "A CDN keeps 200 entries a second.",
])("what is answered otherwise, or to others, is not that: %s", (told) => {
  expect(answeredWithPage(told, "", "")).toBeNull();
});

test("what is told of nobody in particular has to begin with the opening", () => {
  expect(answeredWithPage("", "Opening answers 200 with a page.", "")).not.toBeNull();
  expect(answeredWithPage("", "The list answers 200 with a page of twenty.", "")).toBeNull();
});

test.each([
  ["if (!link) return res.sendStatus(404);\nres.json({ url: link.url });", true],
  ["if link is None: raise HTTPException(404)\nreturn jsonify(url=link.url)", true],
  ["render json: { url: link.url }", true],
  ["if (!link) return res.status(404).json({});\nres.redirect(302, link.url);", false],
  ['w.Header().Set("Location", link.URL)\nw.WriteHeader(http.StatusFound)\nc.JSON(map)', false],
  ["res.json({ url: link.url });\n// …", false],
  ["", false],
])("code that answers content and sends nobody on does so: %s", (code, isSo) => {
  expect(answeredWithPage("", "", code) !== null).toBe(isSo);
});
