CREATE TABLE "card_offers" (
	"order_id" text COLLATE "C" NOT NULL,
	"offer_id" text NOT NULL,
	"key" uuid NOT NULL,
	"setup_id" text,
	"client_secret" text,
	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	"ended_at" timestamp(3) with time zone,
	CONSTRAINT "card_offers_order_id_offer_id_pk" PRIMARY KEY("order_id","offer_id")
);
--> statement-breakpoint
CREATE TABLE "reconciliation_differences" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "reconciliation_differences_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"run_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"order_id" text COLLATE "C",
	"provider_intent_id" text,
	"ours" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"theirs" jsonb DEFAULT '{}'::jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "reconciliations" (
	"run_id" uuid PRIMARY KEY NOT NULL,
	"started_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	"finished_at" timestamp(3) with time zone,
	"since" timestamp(3) with time zone NOT NULL,
	"intents" integer DEFAULT 0 NOT NULL,
	"orders" integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "webhooks" (
	"sender" text NOT NULL,
	"event_id" text COLLATE "C" NOT NULL,
	"type" text NOT NULL,
	"about" jsonb NOT NULL,
	"received_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	"handled_at" timestamp(3) with time zone,
	"attempts" integer DEFAULT 0 NOT NULL,
	"claimed_until" timestamp(3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "webhooks_sender_event_id_pk" PRIMARY KEY("sender","event_id")
);
--> statement-breakpoint
ALTER TABLE "orders" ADD COLUMN "paid_upfront" bigint;--> statement-breakpoint
ALTER TABLE "orders" ADD COLUMN "upfront_intent_id" text;--> statement-breakpoint
ALTER TABLE "payment_attempts" ADD COLUMN "client_secret" text;--> statement-breakpoint
CREATE INDEX "card_offers_setup" ON "card_offers" USING btree ("setup_id");--> statement-breakpoint
CREATE INDEX "reconciliation_differences_run" ON "reconciliation_differences" USING btree ("run_id","id");--> statement-breakpoint
CREATE INDEX "reconciliations_newest" ON "reconciliations" USING btree ("started_at");--> statement-breakpoint
CREATE INDEX "webhooks_open" ON "webhooks" USING btree ("claimed_until") WHERE "webhooks"."handled_at" is null;--> statement-breakpoint
CREATE INDEX "webhooks_received" ON "webhooks" USING btree ("received_at");--> statement-breakpoint
CREATE INDEX "orders_payment_method" ON "orders" USING btree ("payment_method_id");--> statement-breakpoint
CREATE INDEX "orders_upfront" ON "orders" USING btree ("upfront_intent_id") WHERE "orders"."upfront_intent_id" is not null;