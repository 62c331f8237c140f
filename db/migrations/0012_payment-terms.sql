ALTER TABLE "orders" ALTER COLUMN "provider_customer_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "orders" ADD COLUMN "customer_key" uuid;--> statement-breakpoint
ALTER TABLE "orders" ADD COLUMN "held_by" text;--> statement-breakpoint
ALTER TABLE "orders" ADD COLUMN "held_reference" text;--> statement-breakpoint
ALTER TABLE "orders" ADD COLUMN "ask_days" integer;