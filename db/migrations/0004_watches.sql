CREATE TABLE "attention" (
	"order_id" text COLLATE "C" NOT NULL,
	"code" text NOT NULL,
	"at" timestamp(3) with time zone NOT NULL,
	"raised_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	"resolved_at" timestamp(3) with time zone,
	CONSTRAINT "attention_order_id_code_pk" PRIMARY KEY("order_id","code")
);
--> statement-breakpoint
CREATE INDEX "attention_code" ON "attention" USING btree ("code");