import { beforeAll, expect, test } from "vitest";
import { loadReader, readDesign } from "../../../../read.ts";
import { timeDeniedIn } from "./denied-time.ts";

beforeAll(() => loadReader());

const denied = (told: string) => {
  const schema = "create table holds (id int primary key, expires_at timestamptz not null);";
  const [holds] = readDesign({ schema, api: "", design: "" }, {}).tables;
  return holds === undefined ? undefined : timeDeniedIn(told, "expires_at", holds);
};

test.each([
  "The confirmation looks at the status only, not at `expires_at`.",
  "A late confirmation is fine: expiry is ignored here.",
  "We confirm regardless of expires_at.",
  "expires_at is not checked again.",
  "La scadenza qui non la guardo: serve soltanto ad altri.",
  "Ob die Reservierung abgelaufen ist, prüfen wir hier nicht.",
  "On ne vérifie pas expires_at.",
  "Je ne regarde volontairement pas `expires_at` ici : seul le statut compte.",
  "No miramos si la reserva está vencida.",
  "Não olhamos o expires_at.",
  "O `expires_at` não é olhado aqui de propósito: ele só serve pra devolver o assento.",
  "El `expires_at` no es consultado al confirmar.",
  "La scadenza non viene controllata qui.",
  "`expires_at` n'est pas vérifié à la confirmation.",
  "Aqui eu olho só o status e não o `expires_at`: quem chegou atrasado confirma.",
  "Only the status counts here, not `expires_at`.",
  "Aquí miro sólo el estado y no el `expires_at`.",
  "Hier zählt nur der Status und nicht expires_at.",
  "Seul le statut compte, pas le `expires_at`.",
  "Tu guardo solo lo stato, non expires_at.",
  "`expires_at` is not in the condition of the confirmation.",
  "If expires_at is over we do not answer 410 either, it is ignored.",
  "Only another state is a 410, and expires_at is ignored.",
])("%s", (told) => {
  expect(denied(`Load the hold, 404 if there is none. ${told} Then insert.`)).toBe(told);
});

test.each([
  "`expires_at <= now` → 410, doesn't matter that nobody else has it yet.",
  "We do not need to check expires_at first: UPDATE holds SET s = 'x' WHERE id = $1 AND expires_at > now().",
  "return gone if r.expires_at <= db_now; it does not matter whether the row still says `expired`.",
  "An expired hold must not be ignored.",
  "If we did not check expires_at, a late payment would win.",
  "Not found, or expired: 410.",
  "Only while expires_at is not null.",
  "It is looked at, and not only by the map: expires_at > now.",
  "The price is not checked again.",
  "If the hold's expires_at is not in the future any more → 410. It doesn't matter if somebody else wants the seat, late is late.",
  "expires_at is not in the future: 410.",
  "Unless expires_at isn't in the past, 410.",
  "Wer zu spät kommt, wenn expires_at nicht mehr in der Zukunft liegt: 410. Egal, ob jemand anderes den Platz will.",
  "Si expires_at no está en el futuro → 410, sin importar si otro quiere el asiento.",
  "Si expires_at n'est plus dans le futur : 410, peu importe si quelqu'un d'autre veut la place.",
  "Se expires_at não está no futuro → 410. Não importa se alguém mais quer o assento.",
  "Se expires_at non è nel futuro → 410. Non importa se qualcun altro vuole il posto.",
  "Jeśli expires_at nie jest w przyszłości → 410. Nieważne, czy ktoś inny chce miejsce.",
  "Als expires_at niet in de toekomst ligt → 410. Het maakt niet uit of iemand anders de stoel wil.",
  "expires_at is over → 410, no matter whether somebody else has the seat.",
])("no denial: %s", (told) => {
  expect(denied(told)).toBeUndefined();
});

test.each([
  "Una retención vencida no cuenta.",
  "An expired hold does not count.",
  "Eine abgelaufene Reservierung zählt nicht.",
  "Une option expirée ne compte plus.",
])("that what has ended counts for nothing denies no look: %s", (told) => expect(denied(told)).toBeUndefined());

test("what asks for the time in words with names in backticks looks at it, whatever else does not matter", () => {
  const told =
    "It sets the row to `sold` where the status is `held` AND expires_at is still ahead. I leave expires_at as it was, it doesn't matter for a sold seat.";
  expect(denied(told)).toBeUndefined();
});

test.each(["座席を expires_at は見ずに sold に更新する。", "确认时不检查 expires_at。"])("%s", (told) => {
  expect(denied(told)).toBe(told);
});
