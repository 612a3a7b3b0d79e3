import { expect, test } from "vitest";
import { isDrawnInCode } from "./drawn-key.ts";

const insert = "INSERT INTO bookings (idempotency_key) VALUES ($1)";
const inCode = (code: string, column = "idempotency_key"): boolean =>
  isDrawnInCode(column, [`\`\`\`\n${code}\n\`\`\``]);

test.each([
  `const idempotencyKey = randomUUID();\nawait c.query('${insert}', [idempotencyKey]);`,
  `const idempotencyKey: string = crypto.randomUUID();\nawait c.query('${insert}', [idempotencyKey]);`,
  `const key = uuidv4();\nawait c.query('${insert}', [key]);`,
  `const idemKey = nanoid(21);\nawait c.query('${insert}', [idemKey]);`,
  "await prisma.booking.create({ data: { holdId, idempotencyKey: uuid() } });",
  "Booking.objects.create(hold=hold, idempotency_key=uuid.uuid4())",
  `idempotency_key = str(uuid4())\ncur.execute("${insert}", (idempotency_key,))`,
  `key = secrets.token_hex(16)\ncur.execute("${insert}", (key,))`,
  'String idempotencyKey = UUID.randomUUID().toString();\njdbc.update("INSERT INTO bookings (idempotency_key) VALUES (?)", idempotencyKey);',
  "Booking b = new Booking();\nb.setIdempotencyKey(UUID.randomUUID());\nrepo.save(b);",
  "repo.save(Booking.builder().holdId(id).idempotencyKey(UUID.randomUUID()).build());",
  "db.Bookings.Add(new Booking { HoldId = id, IdempotencyKey = Guid.NewGuid() });",
  "val key = UUID.randomUUID()\nbookings.save(Booking(hold.id, key))",
  `key := uuid.NewString()\ntx.Exec(ctx, "${insert}", key)`,
  `idempotencyKey := uuid.Must(uuid.NewV7())\ntx.Exec(ctx, "${insert}", idempotencyKey)`,
  "Booking::create(['hold_id' => $id, 'idempotency_key' => (string) Str::uuid()]);",
  `$idempotencyKey = bin2hex(random_bytes(16));\nDB::insert("${insert}", [$idempotencyKey]);`,
  `$key = Uuid::uuid4()->toString();\nDB::insert("${insert}", [$key]);`,
  "Booking.create!(hold: hold, idempotency_key: SecureRandom.uuid)",
  `let idempotency_key = Uuid::new_v4();\nsqlx::query("${insert}").bind(idempotency_key)`,
  "Repo.insert!(%Booking{hold_id: id, idempotency_key: Ecto.UUID.generate()})",
  "INSERT INTO bookings (hold_id, idempotency_key, user_id)\nVALUES ($1, gen_random_uuid(), $2);",
  "cur.execute('INSERT INTO bookings (idempotency_key, user_id) VALUES (UUID(), %s)', (user,))",
  "app.use((req, res, next) => { req.idempotencyKey = uuidv4(); next(); });",
])("the service's code draws a key for each request: %s", (code) => {
  expect(inCode(code)).toBe(true);
});

test.each([
  ["it is taken from the request first", `const key = req.get('Idempotency-Key') ?? randomUUID();\n${insert}`],
  ["it is drawn where none came", `let key = req.body.key;\nif (!key) {\n  key = randomUUID();\n}\n${insert}`],
  ["it is drawn where none came, in one line", `if (!key) key = randomUUID();\n${insert}`],
  ["it is drawn where none came, as Ruby says it", "key = SecureRandom.uuid if key.nil?\nBooking.create!(key: key)"],
  ["it is what was sent", `const idempotencyKey = req.get('Idempotency-Key');\n${insert}`],
  ["something else is drawn", `const holdId = randomUUID();\n${insert}`],
  [
    "nothing is written there",
    "const idempotencyKey = crypto.randomUUID();\nawait confirm(holdId, { idempotencyKey });",
  ],
  [
    "it is kept in a browser",
    "const key = crypto.randomUUID();\nsessionStorage.setItem('key', key);\nawait bookings.create(holdId, key);",
  ],
  ["it is made of what is sent", `const key = uuidv5(holdId, NAMESPACE);\n${insert}`],
])("no key is drawn for each request where %s", (_, code) => {
  expect(inCode(code)).toBe(false);
});

test("a key for short is that of a column that is called a key", () => {
  expect(inCode(`key := uuid.New()\ntx.Exec(ctx, "${insert}", key)`, "request_id")).toBe(false);
  expect(inCode(`requestID := uuid.New()\ntx.Exec(ctx, "${insert}", requestID)`, "request_id")).toBe(true);
});
