{"tables": {
  "accounts": {"columns": [
    {"name": "id", "type": "uuid", "default": "gen_random_uuid()"},
    {"name": "email", "type": "text", "unique": true}
  ], "primaryKey": ["id"]},
  "short_urls": {"columns": [
    {"name": "short_code", "type": "text"},
    {"name": "long_url", "type": "text", "nullable": false},
    {"name": "account_id", "type": "uuid", "references": "accounts.id"},
    {"name": "request_id", "type": "uuid", "unique": true}
  ], "primaryKey": ["short_code"], "indexes": [{"columns": ["account_id"]}]}
}}
