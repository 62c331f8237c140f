CREATE UNLOGGED TABLE "address_counts" (
	"minute" timestamp(3) with time zone NOT NULL,
	"subject" text COLLATE "C" NOT NULL,
	"process" uuid NOT NULL,
	"count" integer NOT NULL,
	CONSTRAINT "address_counts_minute_subject_process_pk" PRIMARY KEY("minute","subject","process")
);
--> statement-breakpoint
ALTER TABLE "card_offers" ADD COLUMN "refusal" text;