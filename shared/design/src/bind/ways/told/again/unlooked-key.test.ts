import { expect, test } from "vitest";
import { unlookedKey } from "./unlooked-key.ts";

const kept = { header: "Idempotency-Key", column: "booking.idempotency_key" };
const foundIn = (handler: string, words = "") =>
  unlookedKey(
    { told: `${handler}\n\n${words}`, handler, toldOfAll: "", beside: "", code: "", design: "", all: "" },
    kept,
  );

const python = (look = "", end = "") => `def confirm(request, id):
    key = request.headers["Idempotency-Key"]
    seat = Seat.objects.select_for_update().get(pk=id)
${look}    if seat.status != "held":
        return JsonResponse({"detail": "over"}, status=410)
    booking = Booking.objects.create(seat=seat, user_id=seat.held_by, idempotency_key=key)
${end}    return JsonResponse({"booking_id": booking.id}, status=201)`;
const rust = (look = "") => `pub async fn confirm(pool: &PgPool, hold_id: Uuid, key: &str) -> Result<Booked, ApiError> {
${look}    let h = sqlx::query!("SELECT seat_id FROM holds WHERE hold_id = $1 FOR UPDATE", hold_id).fetch_one(pool).await?;
    sqlx::query!("INSERT INTO booking (seat_id, idempotency_key) VALUES ($1, $2)", h.seat_id, key).execute(pool).await?;
    Ok(Booked {})
}`;

test.each([
  [python(), ""],
  [rust(), ""],
  [rust(), "A unique violation is answered with a 409."],
  [python(), "Wer denselben Schlüssel zweimal schickt, wird mit 409 abgelehnt.".replace("denselben ", "einen ")],
  [python(), "La clave es única: la segunda petición recibe 409."],
  [rust(), "The card is charged with the same key before."],
])("code that writes a key and never looks for it answers no repeat: %s %s", (handler, words) => {
  expect(foundIn(handler, words)).not.toBeNull();
});

test.each([
  [python("    booking = Booking.objects.filter(idempotency_key=key).first()\n"), ""],
  [python("    if known(key):\n        return known(key)\n"), ""],
  [python("", "    # ...\n"), ""],
  [
    python()
      .replace("    booking =", "    try:\n        booking =")
      .replace("    return Json", "    except IntegrityError:\n        pass\n    return Json"),
    "",
  ],
  [rust('    if let Some(b) = find("SELECT id FROM booking WHERE idempotency_key = $1", key) { return Ok(b); }\n'), ""],
  [rust(), "A unique violation is caught, and the booking of the key is returned."],
  [rust(), "Retries are answered by the gateway."],
  [python(), "Wird es wiederholt, kommt dieselbe Buchung zurück."],
  [python(), "Una petición repetida recibe la misma respuesta."],
  ["", "The key is unique."],
])("a key that is looked for, or of which more is told, may answer a repeat: %s %s", (handler, words) => {
  expect(foundIn(handler, words)).toBeNull();
});
