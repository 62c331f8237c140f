CREATE TABLE "specimens" (
	"specimen_id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"operator_id" text COLLATE "C" NOT NULL,
	"to" text NOT NULL,
	"kind" text NOT NULL,
	"mail" jsonb,
	"order_id" text COLLATE "C",
	"message_id" uuid,
	"decision" text NOT NULL,
	"reason" text,
	"asked_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	"first_attempt_at" timestamp(3) with time zone,
	"ended_at" timestamp(3) with time zone
);
--> statement-breakpoint
ALTER TABLE "operators" ADD COLUMN "email" text;--> statement-breakpoint
CREATE INDEX "specimens_operator" ON "specimens" USING btree ("operator_id","asked_at");--> statement-breakpoint
CREATE INDEX "specimens_owed" ON "specimens" USING btree ("asked_at") WHERE "specimens"."decision" = 'owed';