CREATE TABLE "adjustments" (
	"adjustment_id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"sku" text COLLATE "C" NOT NULL,
	"location" text COLLATE "C" NOT NULL,
	"delta" integer NOT NULL,
	"reason" text NOT NULL,
	"body_hash" text NOT NULL,
	"revoked" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"pass_id" bigint,
	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "counts" (
	"count_id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"sku" text COLLATE "C" NOT NULL,
	"location" text COLLATE "C" NOT NULL,
	"on_hand" integer NOT NULL,
	"counted_at" timestamp(3) with time zone NOT NULL,
	"difference" integer NOT NULL,
	"body_hash" text NOT NULL,
	"revoked" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"pass_id" bigint,
	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "orders" ALTER COLUMN "accumulates" DROP DEFAULT;--> statement-breakpoint
ALTER TABLE "orders" ALTER COLUMN "accumulates" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "orders" ADD COLUMN "revocations" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
CREATE INDEX "adjustments_shelf" ON "adjustments" USING btree ("sku","location","created_at");--> statement-breakpoint
CREATE INDEX "counts_last" ON "counts" USING btree ("sku","location","counted_at");--> statement-breakpoint
CREATE INDEX "orders_parked" ON "orders" USING btree ("order_id") WHERE "orders"."passed_over" = 'parked';--> statement-breakpoint
CREATE INDEX "receipts_shelf" ON "receipts" USING btree ("sku","location","received_at");--> statement-breakpoint
CREATE INDEX "shipments_created" ON "shipments" USING btree ("created_at");
--> statement-breakpoint
UPDATE "orders" SET "accumulates" = NULL;
