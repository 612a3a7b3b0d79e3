{
  "tables": [
    { "name": "seats",
      "columns": [
        { "name": "event_id", "type": "bigint", "nullable": false },
        { "name": "seat_no", "type": "text", "nullable": false },
        { "name": "status", "type": "text", "nullable": false, "default": "'free'" },
        { "name": "hold_id", "type": "uuid", "unique": true },
        { "name": "hold_until", "type": "timestamptz" }
      ],
      "primaryKey": ["event_id", "seat_no"] },
    { "name": "bookings",
      "columns": [
        { "name": "id", "type": "bigint", "identity": true, "primaryKey": true },
        { "name": "event_id", "type": "bigint", "nullable": false },
        { "name": "seat_no", "type": "text", "nullable": false },
        { "name": "idempotency_key", "type": "text", "unique": true }
      ] }
  ]
}
