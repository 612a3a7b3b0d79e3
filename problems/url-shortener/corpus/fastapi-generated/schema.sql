CREATE TABLE links (
	id UUID NOT NULL, 
	short_id VARCHAR(10) NOT NULL, 
	target_url VARCHAR NOT NULL, 
	idempotency_key VARCHAR(64), 
	is_active BOOLEAN DEFAULT true NOT NULL, 
	clicks INTEGER DEFAULT 0 NOT NULL, 
	created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL, 
	CONSTRAINT pk_links PRIMARY KEY (id), 
	CONSTRAINT uq_links_idempotency_key UNIQUE (idempotency_key)
);

CREATE UNIQUE INDEX ix_links_short_id ON links (short_id);
