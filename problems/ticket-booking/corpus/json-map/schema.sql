{"tables": {
  "seats": {"columns": [{"name": "id", "type": "uuid"}, {"name": "event_id", "type": "uuid", "nullable": false}], "primaryKey": ["id"]},
  "holds": {"columns": [{"name": "token", "type": "uuid", "default": "gen_random_uuid()"}, {"name": "seat_id", "type": "uuid", "unique": true, "references": "seats.id"}, {"name": "user_id", "type": "text"}, {"name": "expires_at", "type": "timestamptz", "nullable": false}], "primaryKey": ["token"]},
  "orders": {"columns": [{"name": "id", "type": "uuid", "default": "gen_random_uuid()"}, {"name": "seat_id", "type": "uuid", "unique": true, "references": "seats.id"}, {"name": "user_id", "type": "text"}, {"name": "request_id", "type": "uuid", "unique": true}], "primaryKey": ["id"]}
}}
