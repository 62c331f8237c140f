CREATE TABLE "customer_words" (
	"order_id" text COLLATE "C" NOT NULL,
	"word_id" text COLLATE "C" NOT NULL,
	"request" jsonb NOT NULL,
	"received_at" timestamp(3) with time zone NOT NULL,
	"outcome" text,
	"tries" integer DEFAULT 0 NOT NULL,
	"not_before" timestamp(3) with time zone NOT NULL,
	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	"decided_at" timestamp(3) with time zone,
	CONSTRAINT "customer_words_order_id_word_id_pk" PRIMARY KEY("order_id","word_id")
);
--> statement-breakpoint
ALTER TABLE "orders" ADD COLUMN "revived_at" timestamp(3) with time zone;--> statement-breakpoint
ALTER TABLE "orders" ADD COLUMN "restored_from" timestamp(3) with time zone;--> statement-breakpoint
ALTER TABLE "views" ADD COLUMN "state" jsonb;--> statement-breakpoint
ALTER TABLE "views" ADD COLUMN "erased_at" timestamp(3) with time zone;--> statement-breakpoint
CREATE INDEX "customer_words_open" ON "customer_words" USING btree ("not_before") WHERE "customer_words"."outcome" is null;--> statement-breakpoint
UPDATE "views" SET "erased_at" = "orders"."erased_at" FROM "orders" WHERE "orders"."order_id" = "views"."order_id";
