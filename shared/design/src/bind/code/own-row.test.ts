import { expect, test } from "vitest";
import { looksWhose } from "./own-row.ts";

const kept = { table: "links", code: "code", main: "url" };
const insert = "insert into links (code, url) values ($1, $2) on conflict (code) do nothing";

test.each([
  `${insert};\nexisting = select url from links where code = $1;\nif existing == url -> 200, code`,
  `${insert.toUpperCase()}\nSELECT url FROM links WHERE code = :code\nif it equals our url: break`,
  `insert ignore into links values (?, ?)\nselect * from links where code = ?\n-- dieselbe URL: fertig`,
  `${insert}; select url into v_url from app.links where code = v_code; exit when v_url = p_url;`,
  "if the code belongs to *another* URL, take n = 1, 2, ... until it is free or ours",
  "If a different link has it, increment the counter.",
  "Gehört der Code einer anderen URL, nächster Versuch.",
  "Si le code est à une autre URL, essai suivant.",
  "Si el código es de otra URL, siguiente intento.",
  "Jeśli kod ma inny adres, następna próba.",
  "if (row.url !== url) continue;",
  `${insert};\nselect code, url from links where code = $1;\nurl is mine: 200`,
  "Same customer and same url: it is a retry, return the same code. Otherwise it is a true collision:\nattempt + 1, and again.",
  "Dieselbe URL: der Code wird noch einmal geantwortet, sonst nächster Versuch.",
  "Même URL, on répond le code ; sinon, essai suivant.",
])("it is looked at whose the code is: %s", (text) => {
  expect(looksWhose(kept, text)).toBe(true);
});

test.each([
  "If it is taken, the next attempt is made.",
  `${insert}; 0 rows: next attempt.\n## Open\nselect url from links where code = $1. Any other answer is a 404.`,
  "select url from links where code = $1; the other column is not read",
  `${insert}; select code from links where url = $1; if it is the same, done`,
  "The same URL is answered with its code.\n## Collisions\nOtherwise the next attempt is made.",
  "Two different URLs never get one code. The next section says why.",
])("nobody looks whose the code is: %s", (text) => {
  expect(looksWhose(kept, text)).toBe(false);
});
