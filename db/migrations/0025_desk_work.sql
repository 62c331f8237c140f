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
CREATE TABLE "give_up_orders" (
	"give_up_id" text COLLATE "C" NOT NULL,
	"order_id" text COLLATE "C" NOT NULL,
	"most" integer,
	"round" integer DEFAULT 1 NOT NULL,
	"tries" integer DEFAULT 0 NOT NULL,
	"due_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	"outcome" text,
	"code" text,
	"units" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "give_up_orders_give_up_id_order_id_pk" PRIMARY KEY("give_up_id","order_id"),
	CONSTRAINT "give_up_orders_outcome" CHECK ("give_up_orders"."outcome" in ('cancelled', 'gone', 'refused'))
);
--> statement-breakpoint
CREATE TABLE "give_ups" (
	"give_up_id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"sku" text COLLATE "C" NOT NULL,
	"location" text COLLATE "C",
	"supply_id" text COLLATE "C",
	"reason" text NOT NULL,
	"body_hash" text NOT NULL,
	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	"ended_at" timestamp(3) with time zone
);
--> statement-breakpoint
ALTER TABLE "update_posts" DROP CONSTRAINT "update_posts_update_id_updates_update_id_fk";
--> statement-breakpoint
ALTER TABLE "cancellations" ADD COLUMN "give_up_id" text COLLATE "C";
--> statement-breakpoint
ALTER TABLE "operators" ADD COLUMN "email" text;
--> statement-breakpoint
ALTER TABLE "stock" ADD COLUMN "given_up" text;
--> statement-breakpoint
ALTER TABLE "give_up_orders" ADD CONSTRAINT "give_up_orders_give_up_id_give_ups_give_up_id_fk" FOREIGN KEY ("give_up_id") REFERENCES "public"."give_ups"("give_up_id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
CREATE INDEX "specimens_operator" ON "specimens" USING btree ("operator_id","asked_at");
--> statement-breakpoint
CREATE INDEX "specimens_owed" ON "specimens" USING btree ("asked_at") WHERE "specimens"."decision" = 'owed';
--> statement-breakpoint
CREATE INDEX "give_up_orders_due" ON "give_up_orders" USING btree ("tries","due_at") WHERE "give_up_orders"."outcome" is null;
--> statement-breakpoint
CREATE INDEX "give_up_orders_order" ON "give_up_orders" USING btree ("order_id") WHERE "give_up_orders"."outcome" is null;
--> statement-breakpoint
CREATE INDEX "give_ups_open" ON "give_ups" USING btree ("created_at") WHERE "give_ups"."ended_at" is null;
--> statement-breakpoint
CREATE INDEX "give_ups_sku" ON "give_ups" USING btree ("sku","created_at");
--> statement-breakpoint
ALTER TABLE "update_posts" ADD CONSTRAINT "update_posts_update_id_updates_update_id_fk" FOREIGN KEY ("update_id") REFERENCES "public"."updates"("update_id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "stock" ADD CONSTRAINT "stock_given_up" CHECK ("stock"."given_up" in ('here', 'everywhere'));
