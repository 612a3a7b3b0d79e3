{
  "tables": [
    {
      "name": "links",
      "columns": [
        { "name": "id", "type": "bigint", "primaryKey": true, "identity": true },
        { "name": "slug", "type": "varchar(10)", "unique": true, "nullable": false },
        { "name": "url", "type": "text", "nullable": false },
        { "name": "idempotencyKey", "type": "text", "unique": true },
        { "name": "createdAt", "type": "timestamptz", "default": "now()" }
      ],
      "indexes": [{ "columns": ["createdAt"] }]
    }
  ]
}
