CREATE TABLE events (
	id UUID NOT NULL DEFAULT gen_random_uuid(), 
	title VARCHAR NOT NULL, 
	PRIMARY KEY (id)
)

;

CREATE TABLE seats (
	id UUID NOT NULL DEFAULT gen_random_uuid(), 
	event_id UUID NOT NULL, 
	label VARCHAR(16) NOT NULL, 
	PRIMARY KEY (id), 
	CONSTRAINT uq_seats_event_id_label UNIQUE (event_id, label), 
	CONSTRAINT fk_seats_event_id_events FOREIGN KEY(event_id) REFERENCES events (id)
)

;

CREATE TABLE holds (
	id UUID NOT NULL DEFAULT gen_random_uuid(), 
	seat_id UUID NOT NULL, 
	user_email VARCHAR(254) NOT NULL, 
	expires_at TIMESTAMP WITH TIME ZONE NOT NULL, 
	PRIMARY KEY (id), 
	UNIQUE (seat_id), 
	FOREIGN KEY(seat_id) REFERENCES seats (id)
)

;

CREATE TABLE bookings (
	id UUID NOT NULL DEFAULT gen_random_uuid(), 
	seat_id UUID NOT NULL, 
	user_email VARCHAR(254) NOT NULL, 
	idempotency_key UUID, 
	created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL, 
	PRIMARY KEY (id), 
	UNIQUE (seat_id), 
	UNIQUE (idempotency_key), 
	FOREIGN KEY(seat_id) REFERENCES seats (id)
)

;
