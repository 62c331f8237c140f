CREATE TABLE "alerts" (
	"key" text PRIMARY KEY NOT NULL,
	"at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	"sent_at" timestamp(3) with time zone
);
--> statement-breakpoint
CREATE TABLE "mail_pace" (
	"provider" text PRIMARY KEY NOT NULL,
	"per_second" double precision NOT NULL,
	"next_at" timestamp with time zone NOT NULL,
	"next_relationship_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "mail_plans" (
	"order_id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"plan_number" integer NOT NULL,
	"entries" jsonb NOT NULL,
	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "address_changes" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"order_id" text COLLATE "C" NOT NULL,
	"email" text,
	"requested_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp(3) with time zone NOT NULL,
	"confirmed_at" timestamp(3) with time zone
);
--> statement-breakpoint
CREATE TABLE "mail_preference_changes" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"address_key" text NOT NULL,
	"at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	"by" text NOT NULL,
	"order_id" text COLLATE "C",
	"change" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "mail_preferences" (
	"address_key" text PRIMARY KEY NOT NULL,
	"email" text,
	"updates" boolean DEFAULT true NOT NULL,
	"offers" boolean DEFAULT false NOT NULL,
	"offers_by_hand" boolean DEFAULT false NOT NULL,
	"paused_until" date,
	"changed_at" timestamp(3) with time zone NOT NULL,
	"by" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "unsubscribe_tokens" (
	"token_hash" text PRIMARY KEY NOT NULL,
	"address_key" text NOT NULL,
	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "suppressions" (
	"address_key" text PRIMARY KEY NOT NULL,
	"email" text,
	"reason" text NOT NULL,
	"at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	"message_id" uuid
);
--> statement-breakpoint
ALTER TABLE "orders" ADD COLUMN "time_zone_given" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "messages" ADD COLUMN "held_until" timestamp(3) with time zone;--> statement-breakpoint
ALTER TABLE "messages" ADD COLUMN "merged_into" uuid;--> statement-breakpoint
ALTER TABLE "messages" ADD COLUMN "covers" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "messages" ADD COLUMN "about" jsonb;--> statement-breakpoint
ALTER TABLE "messages" ADD COLUMN "address_key" text;--> statement-breakpoint
ALTER TABLE "messages" ADD COLUMN "status" text;--> statement-breakpoint
CREATE INDEX "address_changes_order" ON "address_changes" USING btree ("order_id","requested_at");--> statement-breakpoint
CREATE INDEX "address_changes_open" ON "address_changes" USING btree ("expires_at") WHERE "address_changes"."confirmed_at" is null;--> statement-breakpoint
CREATE INDEX "mail_preference_changes_address" ON "mail_preference_changes" USING btree ("address_key","at");--> statement-breakpoint
UPDATE "messages" SET "address_key" = encode(sha256(convert_to(lower("to"), 'UTF8')), 'hex') WHERE "to" IS NOT NULL;
