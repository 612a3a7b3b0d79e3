import { expect, test } from "vitest";
import { isLateAccepted, isLateRefused, lateAnswered } from "./late-words.ts";

test.each([
  "If nobody has taken it then the seat still has your holdId, and your confirm just goes through with 200, no matter how late it is.",
  "A late confirmation is accepted as long as nobody else has the seat.",
  "Late confirmations still work.",
  "A confirmation that comes after the two minutes goes through if the seat is untouched, otherwise 410.",
  "It doesn't matter how late the confirm comes, it is accepted.",
  "Even if the hold has expired the confirm succeeds, unless someone else holds the seat.",
  "We accept late confirmations.",
  "Eine verspätete Bestätigung geht trotzdem durch.",
  "Hat ihn inzwischen niemand genommen, geht auch eine verspätete Bestätigung durch: sonst bliebe der Platz leer.",
  "Wer zu spät bestätigt, wird trotzdem gebucht, solange niemand den Platz hat.",
  "Auch wenn die zwei Minuten vorbei sind, klappt die Bestätigung.",
  "Une confirmation tardive passe quand même si personne n'a pris la place.",
  "Même si le délai est dépassé, la confirmation est acceptée.",
  "Una confirmación tardía se acepta igual si nadie tomó el asiento.",
  "Si llega tarde y el asiento sigue libre, la confirmación pasa, sin importar cuánto.",
  "Uma confirmação atrasada é aceita se ninguém pegou o assento.",
  "Mesmo que a reserva tenha expirado, a confirmação funciona.",
  "Una conferma in ritardo viene accettata se nessuno ha preso il posto.",
  "Anche se il blocco è scaduto, la conferma va a buon fine.",
  "Spóźnione potwierdzenie przechodzi, jeśli nikt nie zajął miejsca.",
  "Een te late bevestiging wordt geaccepteerd zolang niemand de stoel heeft.",
])("accepted: %s", (sentence) => {
  expect(isLateAccepted(sentence)).toBe(true);
});

test.each([
  "A retry after an hour also gives 200.",
  "A late retry of a confirmed hold still works.",
  "If it was already confirmed the late confirm gets 200 with the booking.",
  "Late confirmations are not accepted.",
  "We do not accept late confirmations.",
  "Late confirmations never go through.",
  "Nobody can confirm late and still succeeds.",
  "A confirm is accepted until it is too late.",
  "If it is not too late the confirm goes through.",
  "A second late is 410, even if nobody has taken the seat and the payment was accepted.",
  "We could accept late confirmations.",
  "If the sweeper job is late, hold and confirm still work.",
  "A confirmation that began in time goes through after the two minutes.",
  "Even if the hold expires while we charge, the confirm goes through.",
  "Up to five seconds late the confirm is accepted.",
  "The confirm goes through later.",
  "Eine verspätete Bestätigung wird nicht akzeptiert.",
  "Es geht nie eine verspätete Bestätigung durch.",
  "Eine Wiederholung nach zwei Minuten klappt auch.",
  "Zu spät: die Bestätigung geht nicht durch.",
  "Une confirmation tardive n'est pas acceptée.",
  "Une confirmation tardive ne passe pas.",
  "Una confirmación tardía no se acepta.",
  "Un reintento tarde funciona igual.",
  "Uma confirmação atrasada não é aceita.",
  "Una conferma in ritardo non viene accettata.",
  "Spóźnione potwierdzenie nie przechodzi.",
  "Een te late bevestiging wordt niet geaccepteerd.",
  "Powtórka po dwóch minutach działa tak samo.",
])("not accepted: %s", (sentence) => {
  expect(isLateAccepted(sentence)).toBe(false);
});

test.each<[string, boolean]>([
  ["A second late is a 410.", true],
  ["Zu spät: abgewiesen.", true],
  ["If you confirm too late and somebody else has taken the seat you get 410.", false],
  ["No such hold: 404.", false],
])("whether what is late is refused whoever else came: %s", (sentence, is) => {
  expect(isLateRefused(sentence)).toBe(is);
});

test.each([
  "And what if a confirmation comes late? Nobody else wants the seat then. In that case we confirm it anyway: the money is there.",
  "¿Y si la confirmación llega tarde? En ese caso confirmamos igualmente: no tiene sentido rechazarla.",
  "Was, wenn die Bestätigung zu spät kommt? Wir bestätigen sie trotzdem.",
])("a question after who comes too late is answered by doing it all the same: %s", (text) => {
  expect(lateAnswered(text)).not.toBeNull();
});

test.each([
  "And what if a confirmation comes late? It is refused with a 410.",
  "And what if a confirmation comes late? We do not confirm it anyway.",
  "And what if it comes twice? We confirm it anyway.",
])("any other answer, or question, is none of that: %s", (text) => expect(lateAnswered(text)).toBeNull());

test.each([
  "If the charge succeeds after the two minutes, we refund it.",
  "A confirm that comes late gets nothing, even if the payment works.",
])("money that comes late is no confirmation that goes through: %s", (sentence) => {
  expect(isLateAccepted(sentence)).toBe(false);
});
