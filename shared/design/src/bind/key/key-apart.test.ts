import { expect, test } from "vitest";
import { isKeptApart } from "./key-apart.ts";

const insert = "INSERT INTO answers (key, response)\nVALUES ($1, $2) ON CONFLICT (key) DO NOTHING";
const apart = (text: string): boolean => isKeptApart({ keys: "answers", row: "links" }, [text]);

test.each([
  `An interceptor keeps answers. \`${insert}\`. The service knows nothing of it.`,
  `The middleware stores it:\n${insert}`,
  `The link is one statement, auto commit. Then \`${insert}\`.`,
  `The key is kept in a separate statement: ${insert}`,
  `They are not in one transaction. ${insert}`,
])("a key is kept behind what it is the key of: %s", (text) => {
  expect(apart(text)).toBe(true);
});

test.each([
  `The interceptor opens a transaction and ${insert}`,
  `BEGIN; ${insert}; COMMIT;`,
  `${insert}`,
  "An interceptor keeps answers.",
  `An interceptor keeps them: ${insert.replace("answers", "others")}`,
  `In einer Transaktion; die Middleware: ${insert}`,
])("nothing tells that a key is kept by itself: %s", (text) => {
  expect(apart(text)).toBe(false);
});

const link = "insert into links (code, url) values ($1, $2) on conflict (code) do nothing";

test.each([
  `In separate small steps, so that we never hold a long transaction (each statement commits by itself): 1. \`${link}\` 2. \`${insert}\``,
  `BEGIN;\n${link};\nCOMMIT;\n${insert};`,
  `2. \`${link}\`\n - 1 row: commit, the link exists\n3. \`${insert}\``,
  `${link}; the link is committed. After that we remember the key: ${insert}`,
  `Jede Anweisung committet für sich. \`${link}\`, danach \`${insert}\``,
  `Sans transaction : \`${link}\`, puis \`${insert}\``,
  `Fuera de la transacción se guarda la clave: ${link}; ${insert}`,
  `Bez transakcji: ${link}; potem ${insert}`,
])("a key is kept once its row is committed: %s", (text) => {
  expect(apart(text)).toBe(true);
});

test.each([
  `Each statement commits by itself. First the key: ${insert}; then ${link}`,
  `No transaction is needed: with k as (${insert}) ${link}`,
  `Without a transaction: ${link}; ${insert}; 0 rows: delete from links where code = $1`,
  `${link}; both commit together: ${insert}`,
  `${link}. If the server dies before it commits nothing is there. ${insert}`,
  `In one transaction, no other transaction waits: ${link}; ${insert}`,
])("a key is kept with its row, before it, or not without taking it back: %s", (text) => {
  expect(apart(text)).toBe(false);
});

const called = (on: string): string =>
  `\`\`\`go\ntag, err := ${on}(ctx, \`${link}\`, code, url)\nif tag.RowsAffected() == 0 { continue }\ntag, err = ${on}(ctx, \`${insert}\`, key, code)\n\`\`\``;

test.each(["s.pool.Exec", "pool.query", "await pool.execute", "db.ExecContext"])(
  "two calls on the pool are two transactions: %s",
  (on) => {
    expect(apart(called(on))).toBe(true);
    expect(apart(`tx, err := s.pool.Begin(ctx)\n${called("tx.Exec")}`)).toBe(false);
    expect(apart(`${called(on)}\n\nBoth are in one transaction.`)).toBe(false);
  },
);

test.each(["tx.Exec", "client.query", "conn.execute", "session.execute"])(
  "calls on a connection may be one transaction: %s",
  (on) => {
    expect(apart(called(on))).toBe(false);
  },
);

test.each([
  ["The link is inserted and committed, then the row of answers in a transaction of its own.", true],
  ["The link is committed first; the row of answers is written in a separate transaction.", true],
  ["The link and the row of answers are inserted in one transaction.", false],
  ["The link is not committed before answers, which is no transaction of its own.", false],
  ["The answers are read in a separate transaction after the link is committed.", false],
])("words tell of two transactions or do not: %s", (said, isSo) => {
  expect(apart(said)).toBe(isSo);
});
