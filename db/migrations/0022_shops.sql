CREATE TABLE "shop_acts" (
	"key" text COLLATE "C" PRIMARY KEY NOT NULL,
	"ordinal" bigint GENERATED ALWAYS AS IDENTITY (sequence name "shop_acts_ordinal_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"shop" text COLLATE "C" NOT NULL,
	"order_id" text COLLATE "C",
	"kind" text NOT NULL,
	"act" jsonb NOT NULL,
	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	"tries" integer DEFAULT 0 NOT NULL,
	"next_try_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	"outcome" text,
	"reference" text,
	"detail" text,
	"done_at" timestamp(3) with time zone
);
--> statement-breakpoint
CREATE TABLE "shop_deliveries" (
	"shop" text COLLATE "C" NOT NULL,
	"delivery_id" text COLLATE "C" NOT NULL,
	"about" jsonb NOT NULL,
	"received_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	"handled_at" timestamp(3) with time zone,
	"attempts" integer DEFAULT 0 NOT NULL,
	"next_try_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	"detail" text,
	CONSTRAINT "shop_deliveries_shop_delivery_id_pk" PRIMARY KEY("shop","delivery_id")
);
--> statement-breakpoint
CREATE TABLE "shop_levels" (
	"shop" text COLLATE "C" NOT NULL,
	"sku" text COLLATE "C" NOT NULL,
	"location" text COLLATE "C" NOT NULL,
	"available" integer,
	"read_at" timestamp(3) with time zone,
	"counted_at" timestamp(3) with time zone,
	"lower_by" integer,
	"lower_at" timestamp(3) with time zone,
	"next_read_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	"told" jsonb,
	CONSTRAINT "shop_levels_shop_sku_location_pk" PRIMARY KEY("shop","sku","location")
);
--> statement-breakpoint
CREATE TABLE "shop_orders" (
	"order_id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"shop" text COLLATE "C" NOT NULL,
	"platform_id" text COLLATE "C" NOT NULL,
	"number" text NOT NULL,
	"url" text,
	"seen" jsonb NOT NULL,
	"trouble" text,
	"look_at" timestamp(3) with time zone,
	"told_revision" integer DEFAULT -1 NOT NULL,
	"seen_at" timestamp(3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "shops" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"api_base" text NOT NULL,
	"location" text COLLATE "C" NOT NULL,
	"terms" text NOT NULL,
	"mandate" jsonb,
	"credentials" text NOT NULL,
	"secrets" text NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	"state" text DEFAULT 'ok' NOT NULL,
	"hooks" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"last_pull_at" timestamp(3) with time zone,
	"last_delivery_at" timestamp(3) with time zone,
	"last_error" text,
	"watermark" timestamp(3) with time zone NOT NULL,
	"pull_since" timestamp(3) with time zone,
	"pull_began_at" timestamp(3) with time zone,
	"pull_after" text,
	"next_pull_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	"next_hooks_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	"rests_until" timestamp(3) with time zone DEFAULT now() NOT NULL,
	"failures" integer DEFAULT 0 NOT NULL,
	"claimed_by" text,
	"claimed_until" timestamp(3) with time zone DEFAULT now() NOT NULL,
	"put_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "shops_state" CHECK ("shops"."state" in ('ok', 'failing', 'gone')),
	CONSTRAINT "shops_terms" CHECK ("shops"."terms" in ('prepaid', 'ask'))
);
--> statement-breakpoint
CREATE INDEX "shop_acts_open" ON "shop_acts" USING btree ("shop","next_try_at") WHERE "shop_acts"."outcome" is null;--> statement-breakpoint
CREATE INDEX "shop_acts_order" ON "shop_acts" USING btree ("order_id");--> statement-breakpoint
CREATE INDEX "shop_deliveries_open" ON "shop_deliveries" USING btree ("shop","next_try_at") WHERE "shop_deliveries"."handled_at" is null;--> statement-breakpoint
CREATE INDEX "shop_orders_shop" ON "shop_orders" USING btree ("shop","platform_id");