CREATE TABLE "update_posts" (
	"update_id" uuid NOT NULL,
	"account" text COLLATE "C" NOT NULL,
	"network" text NOT NULL,
	"state" text DEFAULT 'waiting' NOT NULL,
	"text" text NOT NULL,
	"link" text NOT NULL,
	"record_key" text COLLATE "C" NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"not_before" timestamp(3) with time zone DEFAULT now() NOT NULL,
	"claimed_until" timestamp(3) with time zone,
	"unsure_since" timestamp(3) with time zone,
	"posted_at" timestamp(3) with time zone,
	"url" text,
	"reason" text,
	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "update_posts_update_id_account_pk" PRIMARY KEY("update_id","account"),
	CONSTRAINT "update_posts_network" CHECK ("update_posts"."network" in ('mastodon', 'bluesky')),
	CONSTRAINT "update_posts_state" CHECK ("update_posts"."state" in ('waiting', 'posted', 'refused', 'lost', 'dropped'))
);
--> statement-breakpoint
CREATE TABLE "updates" (
	"update_id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"seq" bigint GENERATED ALWAYS AS IDENTITY (sequence name "updates_seq_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"kind" text NOT NULL,
	"sku" text COLLATE "C" NOT NULL,
	"fact" text NOT NULL,
	"supply_id" text COLLATE "C",
	"since_revision" integer,
	"revision" integer,
	"before" date,
	"on" date,
	"happened_at" timestamp(3) with time zone,
	"note" text,
	"title" text,
	"tag" text,
	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	"check_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	"published_at" timestamp(3) with time zone,
	"updated_at" timestamp(3) with time zone,
	"withdrawn_at" timestamp(3) with time zone,
	"withdrawn_because" text,
	"ended_at" timestamp(3) with time zone,
	CONSTRAINT "updates_kind" CHECK ("updates"."kind" in ('backorder', 'moved', 'arrived')),
	CONSTRAINT "updates_withdrawn" CHECK (("updates"."withdrawn_at" is null) = ("updates"."withdrawn_because" is null)),
	CONSTRAINT "updates_published" CHECK ("updates"."published_at" is null
        or ("updates"."tag" is not null and "updates"."title" is not null and "updates"."updated_at" is not null))
);
--> statement-breakpoint
ALTER TABLE "supplies" ADD COLUMN "share" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "supplies" ADD COLUMN "note" text;--> statement-breakpoint
ALTER TABLE "receipts" ADD COLUMN "share" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "receipts" ADD COLUMN "note" text;--> statement-breakpoint
ALTER TABLE "update_posts" ADD CONSTRAINT "update_posts_update_id_updates_update_id_fk" FOREIGN KEY ("update_id") REFERENCES "public"."updates"("update_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "update_posts_waiting" ON "update_posts" USING btree ("account","not_before") WHERE "update_posts"."state" = 'waiting';--> statement-breakpoint
CREATE UNIQUE INDEX "updates_fact" ON "updates" USING btree ("fact");--> statement-breakpoint
CREATE UNIQUE INDEX "updates_spell" ON "updates" USING btree ("sku") WHERE "updates"."kind" = 'backorder' and "updates"."ended_at" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "updates_move" ON "updates" USING btree ("supply_id") WHERE "updates"."kind" = 'moved' and "updates"."published_at" is null and "updates"."withdrawn_at" is null;--> statement-breakpoint
CREATE INDEX "updates_supply" ON "updates" USING btree ("supply_id","seq") WHERE "updates"."supply_id" is not null;--> statement-breakpoint
CREATE INDEX "updates_due" ON "updates" USING btree ("check_at") WHERE "updates"."published_at" is null and "updates"."withdrawn_at" is null;--> statement-breakpoint
CREATE INDEX "updates_open" ON "updates" USING btree ("check_at") WHERE "updates"."kind" = 'backorder' and "updates"."ended_at" is null and "updates"."published_at" is not null;--> statement-breakpoint
CREATE INDEX "updates_newest" ON "updates" USING btree ("published_at","seq") WHERE "updates"."published_at" is not null and "updates"."withdrawn_at" is null;--> statement-breakpoint
CREATE INDEX "updates_of_sku" ON "updates" USING btree ("sku","seq");