import { expect, test } from "vitest";
import { refusedAgainIn, repeatedIn } from "./repeated.ts";

test.each([
  "A hold has one booking: calling it again returns 200 and the booking that is there already.",
  "repeated hold_id -> 200, the same booking",
  "confirm is idempotent, hold_id is unique in bookings",
  "1. Look for a booking with this hold_id, return it if there.",
  "`hold.with_lock`: if it has a booking, render that",
  "No row: if `confirmed_at` is set it's a retry, answer 200 with it",
  "Wiederholt er die Anfrage mit derselben, bekommt er dieselbe Buchung",
  "si se repite la petición, devolvemos la misma compra",
  "201 { bookingId } 200 same body, already confirmed before 402 card declined",
  "booking with this hold_id (and mine)? return it, 200",
  "Já tem venda com esse token → 200 com ela.",
  '"200": "ja estava confirmada, devolve a mesma compra"',
  '"200": {description: "déjà confirmée : la même réservation"}',
  "booking existant → 200",
  "Schon bestätigt: 200 und nichts weiter",
  "if hold.status === 'CONFIRMED' return existing",
  "if (hold.getStatus() == HoldStatus.CONFIRMED) { return bookings.findByHoldId(id); }",
  "if hold.Status == StatusConfirmed {\n  return s.bookings.ByHold(ctx, hold.ID)\n}",
  "existing = Booking.find_by(hold: hold)\nreturn existing if existing",
  "if r.sold_at is not null then return r; end if;",
  "201 {booking_id}  200 booked before, same booking_id",
  "200 with the order if you have bought it already",
  "bought before: 200, that booking",
  "200 when they bought this already",
  "One after another: the second sees 'C', gives 200 and the same booking.",
  "if (hold.confirmedAt != null) { return toBooking(hold); }",
  "if booking:\n    return Response(data(booking), 200)",
  "if ($hold->status === 'confirmed') { return response()->json($hold->booking, 200); }",
  "IF v_status = 'CONFIRMED' THEN RETURN QUERY SELECT * FROM bookings WHERE hold_id = p_hold; RETURN; END IF;",
  "when CONFIRMED -> Ok(existing booking)",
  "\n| already confirmed | 200, same booking |",
  "\n| hold is CONFIRMED | return booking, 200 |",
  "Confirming a confirmed hold is a no-op.",
  "Unique violation on hold_id -> read the booking and return 200",
  "200 { bookingId } if it was confirmed before",
  "Ist der Hold schon CONFIRMED, wird die vorhandene Buchung zurückgegeben",
  "Si ya existe la compra, se devuelve la misma.",
  "cas CONFIRMEE : on renvoie la même réservation",
  "Già confermata → 200 con la stessa prenotazione",
  "al bevestigd → 200 met dezelfde boeking",
  "Jeśli już potwierdzona, zwracamy tę samą rezerwację.",
  "Aynı istek tekrar gelirse aynı bilet döner.",
  "Second call finds it confirmed and returns the same thing.",
  "Gibt es schon eine `buchung` mit dieser `reservierung_id` → 200 und genau diese zurückgeben.",
  "200 dasselbe bei Wiederholung",
  "- `BOOKED` → 200 with that booking. No second charge, no second row.",
  "* confirmed → 200 with the order as it is. We don't look at the key.",
  "\n| BOOKED | 200, the same allocation |",
  "\n| CONFIRMEE | 200, la même réservation |",
  "If it is PAID: 200 with the same ticket.",
  '"200": {description: "booked, now or earlier; body = Allocation"}',
  "200 when it was confirmed earlier, 201 when now",
  "200: gebucht, jetzt oder früher",
  "Повторный запрос возвращает ту же бронь.",
  "200  (renvoyée à l'identique si on répète)",
  "2. Il y a une `VENTE` : 200 avec cette vente.",
  "There is a booking of this hold: 200 with it.",
  "Hay una venta de este bloqueo -> 200",
  "201 { bookingId }  BOOKED\n200 { bookingId }  ALREADY_BOOKED, same id as first time\n404  NO_SUCH_HOLD",
  "SCHON_GEBUCHT -> 200 { buchungId }\nZU_SPAET -> 410",
  "- 200 `DEJA_RESERVE`\n- 410 `TROP_TARD`",
  "Already SALE → 200 with the booking.",
  "Keyed by holdId. Second reply has the same bookingId, 200.",
  "The second submission gets the same ticket no. back.",
  "if v_kind = 'SALE' then\n  select booking_id into o_booking from booking where hold_id = p_hold;\n  outcome := 'ALREADY_BOOKED'; return;\nend if;",
  "IF v_status = 'GEBUCHT' THEN SELECT id INTO STRICT v_id FROM buchung WHERE reservierung_id = p_id; RETURN v_id; END IF;",
  "if v_booking is not null then select b.id, b.seat_id into o_id, o_seat from booking b where b.hold_id = p_hold; o_outcome = 'AGAIN'; return; end if;",
  "* `paid` → 200 with the tickets it already has.",
  "So a repeat is just a read.",
  "* 200 order with status `paid` and its tickets. Also what you get for every repeat",
  "* 200 Bestellung mit Tickets. Auch bei jeder Wiederholung",
  "* 200 la commande et ses billets (aussi si on répète)",
  "201 {buchung_id}    (Wiederholung: 200, gleiche Buchung)",
  "Confirm is idempotent, so we need no idempotency table.",
])("a repeated request is answered with what is there: %s", (text) => {
  expect(repeatedIn(`Something else. ${text}`)).not.toBeNull();
});

test.each([
  "After the sale nobody can hold the seat again.",
  "Authorise the card with the key passed to the PSP, so a repeated call authorises once.",
  "A retry gets the same intent, since Stripe is idempotent.",
  "If the client doesn't get an answer it sends the request again.",
  "Booking is not idempotent yet.",
  "Marking a sold seat as sold again is a no-op, and it's still the same hold.",
  "Updating a booked seat twice changes nothing, it is the same row.",
  "201 {booking_id}, already sold -> 409",
  "already confirmed -> 409 | 201 {booking_id}",
  "if (hold.status === 'CONFIRMED') throw new ConflictException();",
  "if r.sold_at is not null then return null; end if;",
  "if r.sold_at is null then return r; end if;",
  "Cargo en Conekta con llave de idempotencia = id del apartado",
  "Reserve the money with the provider's gateway, idempotency key = hold_ref.",
  "if r.sold_at is not null then raise exception 'gone'; end if;",
  "if (seat.status === 'sold') return res.status(409).json({error})",
  "if (hold.status !== 'CONFIRMED') return show(hold)",
  "if existing: raise AlreadyConfirmed()",
  "\n| already confirmed | 409 |",
  "\n| confirmed | 200 |",
  "\n| BOOKED | 409, the same answer for everybody |",
  "If it is SOLD, 409 with the same body.",
  "Once it is paid, insert the ticket, answer 200 with the same body.",
  "Paid earlier than the end: book it.",
  "Set status to CONFIRMED, insert booking, return it with 201.",
  "UPDATE holds SET status = 'CONFIRMED' WHERE id = $1; INSERT INTO bookings; return the booking",
  "Unique violation on hold_id -> 409",
  "Si ya está confirmada devolvemos 409.",
  "Il y a une vente : 409.",
  "Es gibt noch keinen Verkauf: Buchung anlegen, 201.",
  "Double clic : le verrou garantit que les deux requêtes ne s'exécutent pas en même temps.",
  "* 200 the order\n* 409 already paid. Also what you get for every repeat",
  "paid → 200, declined → 402",
  "The client gets a proper answer both times and I don't need any idempotency table of my own.",
  "Eine Tabelle für Schlüssel gibt es nicht, also keine Idempotenz-Tabelle.",
  "Va bene senza tabelle: nessuna idempotency key.",
  "There is no idempotency key in this API.",
  "A look at the order is just a read.",
])("nothing is told of what a repeated request is answered: %s", (text) => {
  expect(repeatedIn(text)).toBeNull();
});

test("of a request with a key what is told of that is no word about the request itself", () => {
  expect(repeatedIn("The same key again returns the same booking.", { isKeyed: true })).toBeNull();
  expect(repeatedIn("The key goes to Stripe. Already confirmed: 200 with its booking.", { isKeyed: true })).toBe(
    "Already confirmed: 200 with its booking.",
  );
});

test.each([
  "If a confirmation is sent twice, the second insert violates the primary key and the client gets 409.",
  'if (exists(key)) return Conflict("Already processed");',
  '"201": { description: "booked" } "409": { description: "a replay of the same key" }',
  "Eine Anfrage mit demselben Schlüssel wird beim Wiederholen abgelehnt.",
])("what comes again under its key is refused: %s", (text) => {
  expect(refusedAgainIn(text)).not.toBeNull();
});

test.each([
  "A retry with the same key gets 200 and the booking; a repeat under another key is refused with 409.",
  "The key of a retry is looked at first; 409 if the request differs.",
  "The second request loses with a conflict on the key, reads again and answers 200.",
  "A second hold of the seat gets 409.",
  '"201": { description: "Held. Also what a replay of the same key gets.", content: { schema: Hold } } "400": { description: "body malformed" } "409": { description: "unavailable" }',
  "Repeated keys never book twice.",
  "Any error rolls everything back including the key, so a 409 isn't remembered and the customer can try again with it.",
  "hold.with_lock do if (b = Booking.find_by(key: key)) render(b) # repeated elsif Booking.exists? render status: :conflict",
])("what comes again under its key is not refused: %s", (text) => {
  expect(refusedAgainIn(text)).toBeNull();
});

test("a state in backticks or in bold is the state all the same", () => {
  expect(repeatedIn("Read it. Unknown: 404. Déjà `confirmee` → 200 tout de suite.")).toBe(
    "Déjà confirmee → 200 tout de suite.",
  );
  expect(repeatedIn("Already **confirmed**: 200 with the same booking.")).not.toBeNull();
  expect(repeatedIn("Already `confirmed`: 409.")).toBeNull();
});
