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
ALTER TABLE "cancellations" ADD COLUMN "give_up_id" text COLLATE "C";--> statement-breakpoint
ALTER TABLE "stock" ADD COLUMN "given_up" text;--> statement-breakpoint
ALTER TABLE "give_up_orders" ADD CONSTRAINT "give_up_orders_give_up_id_give_ups_give_up_id_fk" FOREIGN KEY ("give_up_id") REFERENCES "public"."give_ups"("give_up_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "give_up_orders_due" ON "give_up_orders" USING btree ("tries","due_at") WHERE "give_up_orders"."outcome" is null;--> statement-breakpoint
CREATE INDEX "give_up_orders_order" ON "give_up_orders" USING btree ("order_id") WHERE "give_up_orders"."outcome" is null;--> statement-breakpoint
CREATE INDEX "give_ups_open" ON "give_ups" USING btree ("created_at") WHERE "give_ups"."ended_at" is null;--> statement-breakpoint
CREATE INDEX "give_ups_sku" ON "give_ups" USING btree ("sku","created_at");--> statement-breakpoint
CREATE INDEX "supplies_calendar" ON "supplies" USING btree ("expected_on","supply_id") WHERE "supplies"."remaining" > 0;--> statement-breakpoint
ALTER TABLE "stock" ADD CONSTRAINT "stock_given_up" CHECK ("stock"."given_up" in ('here', 'everywhere'));