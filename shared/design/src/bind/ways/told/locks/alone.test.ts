import { loadPublicProblem, problemsDir } from "@proofroom/problems/public";
import { beforeAll, expect, test } from "vitest";
import { loadReader } from "../../../../read.ts";
import { schema, servedIn } from "../../holds-unguarded.ts";

beforeAll(() => loadReader());

const served = servedIn(loadPublicProblem(problemsDir, "ticket-booking").capabilities);

const told = (said: string) =>
  served("hold", `${said}\n\n## Hold\n\nA live hold -> 409, else insert.\n\n## Confirm\n\nBook.`);

test("that transactions are as if alone may be told once for all of them, in a heading, a statement or a sentence", () => {
  for (const said of [
    "## Idea\n\nBoth write endpoints run as `BEGIN ISOLATION LEVEL SERIALIZABLE` with a wrapper that tries again on 40001.",
    "## Concurrency: SERIALIZABLE\n\nTried again on 40001.",
    "## Stack\n\n- Postgres 16\n- **Isolation:** SERIALIZABLE, 40001 -> again",
    "## Idea\n\n```sql\nset session characteristics as transaction isolation level serializable;\n```",
    "## Idea\n\n`default_transaction_isolation = 'serializable'`",
    "## Idea\n\nWe use serialisable isolation and try again.",
    "## Idea\n\nTransactions are sent as `sql.LevelSerializable`.",
    "## Idee\n\nBeide Transaktionen laufen SERIALIZABLE, bei 40001 noch einmal.",
    "## Idea\n\nLas dos transacciones corren en SERIALIZABLE.",
    "## Ideia\n\nTodas as escritas são serializáveis.",
    "## Idée\n\nToutes les écritures sont en isolation sérialisable.",
    "## Idea\n\nTutte le scritture sono serializzabili.",
    "## Pomysł\n\nObie transakcje działają jako SERIALIZABLE.",
    "## Идея\n\nВсе транзакции SERIALIZABLE, при 40001 повтор.",
  ]) {
    const { questions, words } = told(said);
    expect(questions, said).toEqual([]);
    expect(words, said).toContain("keeps it from others until the end");
  }
});

test("what is weighed and left, is another endpoint's, or is only a word of Java keeps nobody apart", () => {
  for (const said of [
    "## Considered and left out\n\n- All transactions SERIALIZABLE: retries under contention.",
    "## Idea\n\nAll transactions could be SERIALIZABLE; a unique index is enough.",
    "## Idea\n\nAll transactions are READ COMMITTED, never SERIALIZABLE.",
    "## Confirm\n\nBEGIN ISOLATION LEVEL SERIALIZABLE",
    "## Idea\n\nAll entities are `class Hold implements Serializable`.",
  ])
    expect(
      told(said).questions.map(({ rule, fixes }) => [rule, fixes?.[0]?.label.slice(0, 14)]),
      said,
    ).toEqual([["which-way", "It looks for a"]]);
});

test("where it is spoken of and nothing says of what, it is asked, and what keeps two apart is offered first", () => {
  const [asked] = told("## Stack\n\nPostgres 16, SERIALIZABLE, pgx.").questions;
  expect(asked?.fixes?.[0]?.label).toMatch(/^It locks the seat's row/);
  const [verdict] = told("## Notes\n\n- SERIALIZABLE: retries under contention.").questions;
  expect(verdict?.fixes?.[0]?.label).toMatch(/^It looks for a hold that lasts/);
});

test("of a row that is read and changed in such a transaction all is looked at that is told around its statement", () => {
  const states = schema.replace(
    "expires_at timestamptz not null)",
    "status text not null default 'active' check (status in ('active', 'confirmed', 'expired')), expires_at timestamptz not null)",
  );
  const confirming = (general: string) =>
    served(
      "confirm",
      `## Idea\n\n${general}\n\n## Hold\n\nA live hold -> 409, else insert.\n\n## Confirm\n\nRead the hold; confirmed -> 200 with its booking, expires_at over -> 410. Then \`UPDATE holds SET status = 'confirmed' WHERE id = $1\`.`,
      states,
    );
  const { questions, words } = confirming("Every transaction is SERIALIZABLE.");
  expect(questions).toEqual([]);
  expect(words).toContain('status is "active" and expires_at is at least the time now');
  expect(
    confirming("Every transaction is short.")
      .questions.map(({ message }) => message)
      .join("\n"),
  ).toContain("does not look at status");
});
