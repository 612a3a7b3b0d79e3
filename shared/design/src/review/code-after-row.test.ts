import { loadPublicProblem, problemsDir } from "@proofroom/problems/public";
import { beforeAll, expect, test } from "vitest";
import { loadReader, readDesign } from "../read.ts";

beforeAll(() => loadReader());

const { capabilities } = loadPublicProblem(problemsDir, "url-shortener");
const drawn = "```mermaid\nflowchart LR\n c[Client] --> api[API] --> db[(Postgres)]\n```\n\n";
const api = "POST /links {url: uri} -> 201 {code}\nGET /{code} -> 302 | 404\n";
const told = (prose: string, kind = "text unique") =>
  readDesign(
    {
      schema: `create table link (id bigserial primary key, code ${kind}, url text not null);`,
      api,
      design: drawn + prose,
    },
    capabilities,
  ).findings.find(({ rule }) => rule === "code-after-row");

const insert = "INSERT INTO link (url) VALUES ($1) RETURNING id;";
const update = "UPDATE link SET code = $1 WHERE id = $2;";

test.each([
  `1. ${insert}\n2. code = base62(id)\n3. ${update}`,
  `${insert} It's autocommitted. Then ${update} No explicit transaction around them.`,
  "```js\nconst link = await repo.save({ url });\nlink.code = base62(link.id);\nawait repo.save(link);\n```",
  "```python\nlink = Link(url=url); session.add(link); session.commit()\nlink.code = encode(link.id)\nsession.commit()\n```\nTwo transactions.",
  "```java\nLink link = repo.save(new Link(url));\nlink.setCode(Base62.encode(link.getId()));\nrepo.save(link);\n```",
])("a code that a second statement fills is told of where it stands: %s", (prose) => {
  expect(told(prose)).toMatchObject({ document: "design", severity: "warning" });
});

test.each([
  `BEGIN;\n${insert}\n${update}\nCOMMIT;`,
  `Both in one transaction: ${insert} ${update}`,
  "INSERT INTO link (code, url) VALUES ($1, $2);",
  "```java\n@Transactional\nLink link = repo.save(new Link(url));\nlink.setCode(Base62.encode(link.getId()));\n```",
])("nothing is told of what is written at once: %s", (prose) => {
  expect(told(prose)).toBeUndefined();
});

test("a code that a row cannot be without is written with it", () => {
  expect(told(`${insert} ${update}`, "text not null unique")).toBeUndefined();
});
