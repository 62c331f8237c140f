CREATE TABLE "promise_moves" (
	"order_id" text COLLATE "C" NOT NULL,
	"promise_id" text COLLATE "C" NOT NULL,
	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "promise_moves_order_id_promise_id_pk" PRIMARY KEY("order_id","promise_id")
);
--> statement-breakpoint
CREATE TABLE "supplies" (
	"supply_id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"sku" text COLLATE "C" NOT NULL,
	"location" text COLLATE "C" NOT NULL,
	"quantity" integer NOT NULL,
	"remaining" integer NOT NULL,
	"expected_on" date,
	"basis" text NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	"body_hash" text NOT NULL,
	"withdrawn_at" timestamp(3) with time zone,
	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "supplies_remaining" CHECK ("supplies"."remaining" between 0 and "supplies"."quantity")
);
--> statement-breakpoint
CREATE TABLE "supply_changes" (
	"supply_id" text COLLATE "C" NOT NULL,
	"revision" integer NOT NULL,
	"sku" text COLLATE "C" NOT NULL,
	"location" text COLLATE "C" NOT NULL,
	"before" jsonb NOT NULL,
	"cursor_priority" integer,
	"cursor_placed_at" timestamp(3) with time zone,
	"cursor_order_id" text COLLATE "C",
	"moved" bigint DEFAULT 0 NOT NULL,
	"broken" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"more" boolean DEFAULT false NOT NULL,
	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	"done_at" timestamp(3) with time zone,
	CONSTRAINT "supply_changes_supply_id_revision_sku_location_pk" PRIMARY KEY("supply_id","revision","sku","location")
);
--> statement-breakpoint
CREATE INDEX "supplies_coming" ON "supplies" USING btree ("sku","location","expected_on","supply_id") WHERE "supplies"."remaining" > 0;--> statement-breakpoint
CREATE INDEX "supply_changes_unfinished" ON "supply_changes" USING btree ("created_at") WHERE "supply_changes"."done_at" is null;--> statement-breakpoint
CREATE INDEX "lines_passed_over" ON "lines" USING btree ("sku") WHERE "lines"."waiting" > 0 and "lines"."passed_over" is not null;