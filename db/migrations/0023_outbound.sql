CREATE TABLE "availability_watch" (
	"watch_id" smallint PRIMARY KEY NOT NULL,
	"day" date NOT NULL
);
--> statement-breakpoint
CREATE TABLE "told_availability" (
	"sku" text COLLATE "C" PRIMARY KEY NOT NULL,
	"state" text NOT NULL,
	"ships_on" date,
	"told_at" timestamp(3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "touched_skus" (
	"touch_id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "touched_skus_touch_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"sku" text COLLATE "C" NOT NULL,
	"due_at" timestamp(3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "webhook_deliveries" (
	"endpoint_id" text COLLATE "C" NOT NULL,
	"seq" bigint GENERATED ALWAYS AS IDENTITY (sequence name "webhook_deliveries_seq_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"delivery_id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"key" text COLLATE "C" NOT NULL,
	"type" text NOT NULL,
	"order_id" text COLLATE "C",
	"subject" text COLLATE "C" NOT NULL,
	"data" jsonb,
	"body" text,
	"redactions" integer DEFAULT 0 NOT NULL,
	"state" text DEFAULT 'pending' NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"due_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	"last_attempt_at" timestamp(3) with time zone,
	"last_status" integer,
	"last_error" text,
	"delivered_at" timestamp(3) with time zone,
	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "webhook_deliveries_endpoint_id_seq_pk" PRIMARY KEY("endpoint_id","seq"),
	CONSTRAINT "webhook_deliveries_id" UNIQUE("delivery_id"),
	CONSTRAINT "webhook_deliveries_key" UNIQUE("endpoint_id","key"),
	CONSTRAINT "webhook_deliveries_state" CHECK ("webhook_deliveries"."state" in ('pending', 'delivered', 'failed'))
);
--> statement-breakpoint
CREATE TABLE "webhook_endpoints" (
	"endpoint_id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"url" text NOT NULL,
	"events" text[] NOT NULL,
	"personal_data" boolean NOT NULL,
	"secrets" jsonb NOT NULL,
	"state" text DEFAULT 'enabled' NOT NULL,
	"disabled_because" text,
	"disabled_at" timestamp(3) with time zone,
	"failing_since" timestamp(3) with time zone,
	"failures" integer DEFAULT 0 NOT NULL,
	"last_success_at" timestamp(3) with time zone,
	"rests_until" timestamp(3) with time zone DEFAULT now() NOT NULL,
	"claimed_until" timestamp(3) with time zone DEFAULT now() NOT NULL,
	"claim" uuid,
	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "webhook_endpoints_state" CHECK ("webhook_endpoints"."state" in ('enabled', 'disabled')),
	CONSTRAINT "webhook_endpoints_disabled" CHECK ("webhook_endpoints"."disabled_because" in ('gone', 'failing'))
);
--> statement-breakpoint
CREATE INDEX "touched_skus_due" ON "touched_skus" USING btree ("due_at","touch_id");--> statement-breakpoint
CREATE INDEX "webhook_deliveries_due" ON "webhook_deliveries" USING btree ("endpoint_id","due_at","seq") WHERE "webhook_deliveries"."state" = 'pending';--> statement-breakpoint
CREATE INDEX "webhook_deliveries_order" ON "webhook_deliveries" USING btree ("order_id") WHERE "webhook_deliveries"."order_id" is not null;--> statement-breakpoint
CREATE INDEX "webhook_deliveries_old" ON "webhook_deliveries" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "webhook_endpoints_enabled" ON "webhook_endpoints" USING btree ("endpoint_id") WHERE "webhook_endpoints"."state" = 'enabled';--> statement-breakpoint
CREATE INDEX "webhook_endpoints_newest" ON "webhook_endpoints" USING btree ("created_at","endpoint_id");--> statement-breakpoint
-- Marks SKUs whose availability may have changed, in the transaction of whatever changed them, as
-- long as somebody wants to hear of it. A trigger, because so many statements move units.
CREATE FUNCTION "touch_skus"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF EXISTS (
		SELECT FROM "webhook_endpoints"
		WHERE "state" = 'enabled' AND 'availability.changed' = ANY ("events")
	) THEN
		INSERT INTO "touched_skus" ("sku") SELECT DISTINCT "sku" FROM "changed";
	END IF;
	RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER "touched_by_arrival" AFTER INSERT ON "stock" REFERENCING NEW TABLE AS "changed" FOR EACH STATEMENT EXECUTE FUNCTION "touch_skus"();--> statement-breakpoint
CREATE TRIGGER "touched_by_move" AFTER UPDATE ON "stock" REFERENCING NEW TABLE AS "changed" FOR EACH STATEMENT EXECUTE FUNCTION "touch_skus"();--> statement-breakpoint
CREATE TRIGGER "touched_by_checkout" AFTER INSERT ON "lines" REFERENCING NEW TABLE AS "changed" FOR EACH STATEMENT EXECUTE FUNCTION "touch_skus"();--> statement-breakpoint
CREATE TRIGGER "touched_by_supply" AFTER INSERT ON "supplies" REFERENCING NEW TABLE AS "changed" FOR EACH STATEMENT EXECUTE FUNCTION "touch_skus"();--> statement-breakpoint
CREATE TRIGGER "touched_by_news" AFTER UPDATE ON "supplies" REFERENCING NEW TABLE AS "changed" FOR EACH STATEMENT EXECUTE FUNCTION "touch_skus"();--> statement-breakpoint
CREATE TRIGGER "touched_by_product" AFTER INSERT ON "products" REFERENCING NEW TABLE AS "changed" FOR EACH STATEMENT EXECUTE FUNCTION "touch_skus"();--> statement-breakpoint
CREATE TRIGGER "touched_by_words" AFTER UPDATE ON "products" REFERENCING NEW TABLE AS "changed" FOR EACH STATEMENT EXECUTE FUNCTION "touch_skus"();--> statement-breakpoint
CREATE TRIGGER "touched_by_walk" AFTER UPDATE ON "walks" REFERENCING NEW TABLE AS "changed" FOR EACH STATEMENT EXECUTE FUNCTION "touch_skus"();
