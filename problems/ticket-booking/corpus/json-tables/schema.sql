{"tables":[
 {"name":"seats","columns":[{"name":"id","type":"uuid","primaryKey":true},{"name":"event_id","type":"uuid","notNull":true},{"name":"label","type":"text","notNull":true}]},
 {"name":"holds","columns":[{"name":"id","type":"uuid","primaryKey":true},{"name":"seat_id","type":"uuid","notNull":true,"unique":true},{"name":"user_id","type":"text"},{"name":"expires_at","type":"timestamptz","notNull":true}]},
 {"name":"bookings","columns":[{"name":"id","type":"uuid","primaryKey":true},{"name":"seat_id","type":"uuid","notNull":true,"unique":true},{"name":"user_id","type":"text"},{"name":"idempotency_key","type":"text","unique":true}]}
]}
