CREATE TABLE "shelves" (
	"sku" text PRIMARY KEY NOT NULL,
	"counted_at" timestamp with time zone
);
