import { expect, test } from "vitest";
import { isTimeLookedAtInCode } from "./looked-in-code.ts";

const expiresAt = { name: "expires_at", type: "timestamp with time zone", nullable: false, generated: false, line: 2 };
const holds = {
  name: "holds",
  columns: [expiresAt],
  primaryKey: ["id"],
  uniques: [],
  foreignKeys: [],
  indexes: [],
  line: 1,
};
const looks = (code: string): boolean => isTimeLookedAtInCode(code, "expires_at", holds);

const read = "hold = await one('SELECT * FROM holds WHERE id = $1 FOR UPDATE', [id]);";

test.each([
  `${read}\nif (hold.expiresAt <= new Date()) throw gone();`,
  `${read}\nif (hold.getExpiresAt().isBefore(now)) throw gone();`,
  `${read}\nif (!isLive(hold)) return res.sendStatus(410);`,
  `${read}\n// has it ended by now?`,
  `${read}\n// ...\nawait insert(hold);`,
  `${read}\nif (hold.isExpired()) throw new Gone();`,
  `${read}\nif (hasExpired(hold)) return res.sendStatus(410);`,
  `${read}\nif (!hold.getExpiresAt().isAfter(Instant.now())) throw gone();`,
  "SELECT id, expires_at <= now() AS lapsed FROM holds WHERE id = $1",
  "hold = Hold.lock.find(id)\nraise Gone if hold.expired?",
])("code that names the time, or asks for an end, may look at it: %s", (code) => expect(looks(code)).toBe(true));

test.each([
  `${read}\nif (hold === undefined) return res.sendStatus(410);`,
  "SELECT id, seat_id, expires_at FROM holds WHERE id = $1 FOR UPDATE",
  `${read}\n.ok_or(ApiError::Gone)?`,
  `${read}\nif (!hold) throw new HoldExpiredException(id);`,
  `${read}\nif (hold == null) return new ResponseStatusException(HttpStatus.GONE, "hold expired");`,
  `${read}\nif (hold == null) throw new HoldGone();`,
  "INSERT INTO holds (id, seat_id, expires_at) VALUES ($1, $2, $3) RETURNING id, expires_at",
])("what is read, written or answered is not looked at: %s", (code) => expect(looks(code)).toBe(false));
