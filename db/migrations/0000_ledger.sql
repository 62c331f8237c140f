CREATE TABLE "api_keys" (
	"key_hash" text COLLATE "C" PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"scopes" text[] NOT NULL,
	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp(3) with time zone
);
--> statement-breakpoint
CREATE TABLE "cancellations" (
	"order_id" text COLLATE "C" NOT NULL,
	"cancel_id" text COLLATE "C" NOT NULL,
	"by" text NOT NULL,
	"reason" text,
	"requested" jsonb,
	"lines" jsonb,
	"requested_at" timestamp(3) with time zone NOT NULL,
	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "cancellations_order_id_cancel_id_pk" PRIMARY KEY("order_id","cancel_id")
);
--> statement-breakpoint
CREATE TABLE "idempotency_keys" (
	"principal" text COLLATE "C" NOT NULL,
	"key" text COLLATE "C" NOT NULL,
	"route" text NOT NULL,
	"body_hash" text NOT NULL,
	"status" integer,
	"response" jsonb,
	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	"locked_at" timestamp(3) with time zone,
	CONSTRAINT "idempotency_keys_principal_key_pk" PRIMARY KEY("principal","key")
);
--> statement-breakpoint
CREATE TABLE "lease_units" (
	"lease_id" text COLLATE "C" NOT NULL,
	"line_id" text COLLATE "C" NOT NULL,
	"units" integer NOT NULL,
	CONSTRAINT "lease_units_lease_id_line_id_pk" PRIMARY KEY("lease_id","line_id"),
	CONSTRAINT "lease_units_positive" CHECK ("lease_units"."units" > 0)
);
--> statement-breakpoint
CREATE TABLE "leases" (
	"lease_id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"order_id" text COLLATE "C" NOT NULL,
	"revision" bigint NOT NULL,
	"state" text NOT NULL,
	"ends_at" timestamp(3) with time zone NOT NULL,
	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "leases_state" CHECK ("leases"."state" in ('leased', 'firm'))
);
--> statement-breakpoint
CREATE TABLE "lines" (
	"order_id" text COLLATE "C" NOT NULL,
	"line_id" text COLLATE "C" NOT NULL,
	"ordinal" smallint NOT NULL,
	"sku" text COLLATE "C" NOT NULL,
	"location" text COLLATE "C" NOT NULL,
	"quantity" integer NOT NULL,
	"unit_price" bigint NOT NULL,
	"total" bigint NOT NULL,
	"waiting" integer NOT NULL,
	"kept" integer DEFAULT 0 NOT NULL,
	"leased" integer DEFAULT 0 NOT NULL,
	"firm" integer DEFAULT 0 NOT NULL,
	"shipped" integer DEFAULT 0 NOT NULL,
	"cancelled" integer DEFAULT 0 NOT NULL,
	"priority" integer NOT NULL,
	"placed_at" timestamp(3) with time zone NOT NULL,
	"passed_over" text,
	CONSTRAINT "lines_order_id_line_id_pk" PRIMARY KEY("order_id","line_id"),
	CONSTRAINT "lines_add_up" CHECK ("lines"."quantity" = "lines"."waiting" + "lines"."kept" + "lines"."leased" + "lines"."firm" + "lines"."shipped" + "lines"."cancelled"),
	CONSTRAINT "lines_not_negative" CHECK (least("lines"."waiting", "lines"."kept", "lines"."leased", "lines"."firm", "lines"."shipped", "lines"."cancelled") >= 0)
);
--> statement-breakpoint
CREATE TABLE "messages" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"order_id" text COLLATE "C" NOT NULL,
	"key" text COLLATE "C" NOT NULL,
	"kind" text NOT NULL,
	"class" text NOT NULL,
	"decision" text NOT NULL,
	"reason" text,
	"due_at" timestamp(3) with time zone,
	"at" timestamp(3) with time zone NOT NULL,
	"to" text,
	"mail" jsonb,
	"provider_id" text,
	"first_attempt_at" timestamp(3) with time zone,
	"events" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "messages_key" UNIQUE("order_id","key")
);
--> statement-breakpoint
CREATE TABLE "news" (
	"order_id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"seq" bigint DEFAULT 1 NOT NULL,
	"claimed_until" timestamp(3) with time zone,
	"attempts" integer DEFAULT 0 NOT NULL,
	"not_before" timestamp(3) with time zone DEFAULT now() NOT NULL,
	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "orders" (
	"order_id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"placed_at" timestamp(3) with time zone NOT NULL,
	"priority" integer NOT NULL,
	"fulfilment" text NOT NULL,
	"imported" boolean NOT NULL,
	"country" text NOT NULL,
	"region" text,
	"postal_code" text,
	"email" text NOT NULL,
	"name" text,
	"locale" text NOT NULL,
	"time_zone" text NOT NULL,
	"marketing_consent" boolean NOT NULL,
	"currency" text NOT NULL,
	"shipping" bigint NOT NULL,
	"terms" text NOT NULL,
	"provider_customer_id" text NOT NULL,
	"payment_method_id" text,
	"mandate" jsonb,
	"body_hash" text NOT NULL,
	"token" text COLLATE "C" NOT NULL,
	"ledger_revision" bigint DEFAULT 1 NOT NULL,
	"passed_over" text,
	"accumulates" boolean DEFAULT false NOT NULL,
	"skipped_ms" bigint DEFAULT 0 NOT NULL,
	"started_at" timestamp(3) with time zone,
	"hold_reason" text,
	"held_at" timestamp(3) with time zone,
	"erased_at" timestamp(3) with time zone,
	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "orders_token" UNIQUE("token"),
	CONSTRAINT "orders_fulfilment" CHECK ("orders"."fulfilment" in ('ship-available', 'whole-line', 'whole-order'))
);
--> statement-breakpoint
CREATE TABLE "passes" (
	"pass_id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "passes_pass_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"sku" text COLLATE "C" NOT NULL,
	"location" text COLLATE "C" NOT NULL,
	"restock_id" text COLLATE "C",
	"only_order_id" text COLLATE "C",
	"cursor_priority" integer,
	"cursor_placed_at" timestamp(3) with time zone,
	"cursor_order_id" text COLLATE "C",
	"allocated" bigint DEFAULT 0 NOT NULL,
	"left_free" bigint DEFAULT 0 NOT NULL,
	"filled" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"skipped" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"more" boolean DEFAULT false NOT NULL,
	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	"done_at" timestamp(3) with time zone,
	CONSTRAINT "passes_restock" UNIQUE("restock_id")
);
--> statement-breakpoint
CREATE TABLE "payment_attempts" (
	"attempt_id" uuid PRIMARY KEY NOT NULL,
	"order_id" text COLLATE "C" NOT NULL,
	"intent" text NOT NULL,
	"step" text NOT NULL,
	"ordinal" integer NOT NULL,
	"key" uuid NOT NULL,
	"request" jsonb NOT NULL,
	"provider_intent_id" text,
	"provider_refund_id" text,
	"outcome" text,
	"code" text,
	"answer" jsonb,
	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	"first_called_at" timestamp(3) with time zone,
	"last_called_at" timestamp(3) with time zone,
	"settled_at" timestamp(3) with time zone,
	CONSTRAINT "payment_attempts_step" UNIQUE("order_id","intent","step","ordinal"),
	CONSTRAINT "payment_attempts_key" UNIQUE("key"),
	CONSTRAINT "payment_attempts_call" CHECK ("payment_attempts"."step" in ('authorize', 'capture', 'void', 'refund'))
);
--> statement-breakpoint
CREATE TABLE "products" (
	"sku" text COLLATE "C" PRIMARY KEY NOT NULL,
	"title" text NOT NULL,
	"url" text,
	"image_url" text,
	"highlights" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"related" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"backorder_limit" integer,
	"handling_days" integer DEFAULT 0 NOT NULL,
	"body_hash" text NOT NULL,
	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "projections" (
	"order_id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"revision" bigint NOT NULL,
	"phase" text NOT NULL,
	"body" jsonb NOT NULL,
	"promised_on" date,
	"attention" text[] DEFAULT '{}' NOT NULL,
	"next_wake_at" timestamp(3) with time zone,
	"ended_at" timestamp(3) with time zone,
	"outcome" text,
	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "promises" (
	"order_id" text COLLATE "C" NOT NULL,
	"promise_id" text COLLATE "C" NOT NULL,
	"ordinal" integer NOT NULL,
	"on" date,
	"basis" text,
	"reason" text,
	"stated_at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "promises_order_id_promise_id_pk" PRIMARY KEY("order_id","promise_id")
);
--> statement-breakpoint
CREATE TABLE "receipts" (
	"restock_id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"sku" text COLLATE "C" NOT NULL,
	"location" text COLLATE "C" NOT NULL,
	"quantity" integer NOT NULL,
	"supply_id" text COLLATE "C",
	"received_at" timestamp(3) with time zone NOT NULL,
	"body_hash" text NOT NULL,
	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "shipments" (
	"order_id" text COLLATE "C" NOT NULL,
	"shipment_id" text COLLATE "C" NOT NULL,
	"requested" jsonb,
	"lines" jsonb,
	"carrier" text,
	"tracking" text,
	"scanned_at" timestamp(3) with time zone NOT NULL,
	"body_hash" text NOT NULL,
	"status" text NOT NULL,
	"code" text,
	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "shipments_order_id_shipment_id_pk" PRIMARY KEY("order_id","shipment_id"),
	CONSTRAINT "shipments_status" CHECK ("shipments"."status" in ('reported', 'accepted', 'refused'))
);
--> statement-breakpoint
CREATE TABLE "stock" (
	"sku" text COLLATE "C" NOT NULL,
	"location" text COLLATE "C" NOT NULL,
	"received" bigint DEFAULT 0 NOT NULL,
	"found" bigint DEFAULT 0 NOT NULL,
	"shipped" bigint DEFAULT 0 NOT NULL,
	"written_off" bigint DEFAULT 0 NOT NULL,
	"allocated" bigint DEFAULT 0 NOT NULL,
	"on_hand" bigint GENERATED ALWAYS AS (received + found - shipped - written_off) STORED NOT NULL,
	CONSTRAINT "stock_sku_location_pk" PRIMARY KEY("sku","location"),
	CONSTRAINT "stock_no_oversell" CHECK ("stock"."allocated" between 0 and "stock"."on_hand")
);
--> statement-breakpoint
CREATE TABLE "timeline" (
	"order_id" text COLLATE "C" NOT NULL,
	"key" text COLLATE "C" NOT NULL,
	"id" bigint GENERATED ALWAYS AS IDENTITY (sequence name "timeline_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"at" timestamp(3) with time zone NOT NULL,
	"type" text NOT NULL,
	"summary" text NOT NULL,
	"detail" jsonb DEFAULT '{}'::jsonb NOT NULL,
	CONSTRAINT "timeline_order_id_key_pk" PRIMARY KEY("order_id","key")
);
--> statement-breakpoint
ALTER TABLE "lease_units" ADD CONSTRAINT "lease_units_lease_id_leases_lease_id_fk" FOREIGN KEY ("lease_id") REFERENCES "public"."leases"("lease_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "leases" ADD CONSTRAINT "leases_order_id_orders_order_id_fk" FOREIGN KEY ("order_id") REFERENCES "public"."orders"("order_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lines" ADD CONSTRAINT "lines_order_id_orders_order_id_fk" FOREIGN KEY ("order_id") REFERENCES "public"."orders"("order_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "promises" ADD CONSTRAINT "promises_order_id_orders_order_id_fk" FOREIGN KEY ("order_id") REFERENCES "public"."orders"("order_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "idempotency_keys_created" ON "idempotency_keys" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "leases_order" ON "leases" USING btree ("order_id","revision");--> statement-breakpoint
CREATE INDEX "leases_ending" ON "leases" USING btree ("ends_at") WHERE "leases"."state" = 'leased';--> statement-breakpoint
CREATE INDEX "lines_queue" ON "lines" USING btree ("sku","location",(-"priority"),"placed_at","order_id") WHERE "lines"."waiting" > 0 and "lines"."passed_over" is null;--> statement-breakpoint
CREATE INDEX "lines_sku" ON "lines" USING btree ("sku","placed_at","order_id");--> statement-breakpoint
CREATE INDEX "messages_newest" ON "messages" USING btree ("order_id","at","id");--> statement-breakpoint
CREATE INDEX "messages_provider" ON "messages" USING btree ("provider_id") WHERE "messages"."provider_id" is not null;--> statement-breakpoint
CREATE INDEX "news_due" ON "news" USING btree ("not_before");--> statement-breakpoint
CREATE INDEX "orders_newest" ON "orders" USING btree ("placed_at","order_id");--> statement-breakpoint
CREATE INDEX "orders_email" ON "orders" USING btree (lower("email"),"placed_at","order_id");--> statement-breakpoint
CREATE INDEX "orders_unstarted" ON "orders" USING btree ("placed_at") WHERE "orders"."started_at" is null;--> statement-breakpoint
CREATE INDEX "passes_unfinished" ON "passes" USING btree ("sku","location") WHERE "passes"."done_at" is null;--> statement-breakpoint
CREATE INDEX "payment_attempts_provider_intent" ON "payment_attempts" USING btree ("provider_intent_id");--> statement-breakpoint
CREATE INDEX "payment_attempts_open" ON "payment_attempts" USING btree ("last_called_at") WHERE "payment_attempts"."settled_at" is null;--> statement-breakpoint
CREATE INDEX "projections_phase" ON "projections" USING btree ("phase");--> statement-breakpoint
CREATE INDEX "projections_promised" ON "projections" USING btree ("promised_on");--> statement-breakpoint
CREATE INDEX "projections_updated" ON "projections" USING btree ("updated_at");--> statement-breakpoint
CREATE INDEX "projections_attention" ON "projections" USING btree ("order_id") WHERE "projections"."attention" <> '{}';--> statement-breakpoint
CREATE INDEX "projections_wake" ON "projections" USING btree ("next_wake_at") WHERE "projections"."ended_at" is null;--> statement-breakpoint
CREATE INDEX "timeline_oldest" ON "timeline" USING btree ("order_id","at","id");