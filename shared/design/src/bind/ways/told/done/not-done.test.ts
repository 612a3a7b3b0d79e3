import { loadPublicProblem, problemsDir } from "@proofroom/problems/public";
import { beforeAll, expect, test } from "vitest";
import { loadReader } from "../../../../read.ts";
import { servedIn } from "../../holds-unguarded.ts";

beforeAll(() => loadReader());

const served = servedIn(loadPublicProblem(problemsDir, "ticket-booking").capabilities);

const told = (hold: string) => served("hold", `## Hold\n\n${hold}\n\n## Confirm\n\nBook.`);
const look = "A live hold -> 409, else insert.";

test.each([
  "We decided against SELECT ... FOR UPDATE on the seat, because it makes everybody wait in a row.",
  "An alternative would be to lock the seat row first; we do not do that yet.",
  "Later, when there are more buyers, we would move to SERIALIZABLE transactions.",
  "We considered FOR UPDATE on the seat and SERIALIZABLE, and chose neither.",
  "We could lock the seat row with SELECT ... FOR UPDATE.",
  "`SELECT ... FOR UPDATE` on the seat is not needed now.",
  "An advisory lock of the seat was rejected: it makes people wait.",
  "In version 2 we lock the seat row with FOR UPDATE.",
  "SERIALIZABLE: too slow for a sale.",
  "If two people ever get the same seat, we would use SERIALIZABLE.",
  "Should we lock the seat row with FOR UPDATE? It makes people wait.",
  "**Alternatives.** Lock the seat row with FOR UPDATE. It makes people wait.",
  "Not done:\n\n- FOR UPDATE on the seat row\n- SERIALIZABLE",
  "### Alternatives\n\nLock the seat row.\n\n#### Isolation\n\nSERIALIZABLE.",
  "Later we would run this first:\n\n```sql\nSELECT 1 FROM seats WHERE id = $1 FOR UPDATE;\n```",
  "~~SELECT FOR UPDATE on the seat~~",
  "Gegen ein SELECT FOR UPDATE auf den Seat haben wir uns entschieden.",
  "Wir verzichten auf SELECT ... FOR UPDATE auf dem Seat.",
  "Später würden wir auf SERIALIZABLE gehen.",
  "Nous avons décidé de ne pas faire de SELECT ... FOR UPDATE sur le siège.",
  "À l'avenir on passera en SERIALIZABLE.",
  "Decidimos no usar SELECT ... FOR UPDATE sobre el asiento.",
  "Más adelante pasaremos a SERIALIZABLE.",
  "Decidimos não usar SELECT ... FOR UPDATE no assento.",
  "No futuro usaremos SERIALIZABLE.",
  "Abbiamo deciso di non usare SELECT ... FOR UPDATE sul posto.",
  "In futuro passeremo a SERIALIZABLE.",
  "We hebben besloten geen SELECT ... FOR UPDATE op de stoel te doen.",
  "Zrezygnowaliśmy z SELECT ... FOR UPDATE na miejscu.",
  "W przyszłości przejdziemy na SERIALIZABLE.",
  "Vi valde bort SELECT ... FOR UPDATE på stolen.",
  "İleride SERIALIZABLE kullanacağız.",
  "Мы отказались от SELECT ... FOR UPDATE на месте.",
  "В будущем перейдём на SERIALIZABLE.",
  "Não travo a linha do assento, para não criar fila.",
  "Je ne verrouille pas la ligne avec FOR UPDATE.",
  "Non blocchiamo la riga del posto.",
  "Vi låser inte raden med FOR UPDATE.",
  "We don't lock the seat row.",
  "Ми відмовилися від SELECT ... FOR UPDATE на місці.",
])("a lock that is turned down, weighed or put off keeps nobody apart: %s", (said) => {
  for (const hold of [`${said}\n\n${look}`, `${look}\n\n${said}`])
    expect(
      told(hold).questions.map(({ fixes }) => fixes?.[0]?.label.slice(0, 14)),
      hold,
    ).toEqual(["It looks for a"]);
});

test.each([
  "SERIALIZABLE would be too slow, so we use SELECT ... FOR UPDATE on the seat.",
  "We considered SERIALIZABLE but lock the seat row with FOR UPDATE.",
  "We decided against Redis and lock the seat row with FOR UPDATE instead.",
  "Two people could press at once, so the seat row is locked: SELECT 1 FROM seats WHERE id = $1 FOR UPDATE.",
  "We could not trust a plain read; SELECT 1 FROM seats WHERE id = ? FOR UPDATE makes the later one wait.",
  "Later requests wait: we lock the seat row with FOR UPDATE.",
  "To avoid selling a seat twice, we lock the seat row with FOR UPDATE.",
  "For now we lock the seat row; in version 2 there may be a queue.",
  "Lock the seat row first. Alternatives: a partial unique index.",
  "```sql\nSELECT 1 FROM seats WHERE id = ? FOR UPDATE; -- the later one waits\n```",
  "### Alternatives\n\nAn index.\n\n### What we do\n\nLock the seat row.",
  "Wir haben SERIALIZABLE verworfen und nehmen SELECT FOR UPDATE auf den Seat.",
  "Für ein SELECT FOR UPDATE auf den Seat haben wir uns entschieden.",
  "SERIALIZABLE sería más lento, por eso usamos SELECT ... FOR UPDATE sobre seats.",
  "Nous avons écarté SERIALIZABLE, donc SELECT ... FOR UPDATE sur seats.",
])("a lock that is taken beside what is weighed keeps two apart: %s", (said) => {
  const { words, questions } = told(`${said}\n\n${look}`);
  expect(questions).toEqual([]);
  expect(words).toContain("keeps it from others until the end");
});
