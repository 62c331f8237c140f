ALTER TABLE "orders" ADD COLUMN "link_version" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "messages" ADD COLUMN "page_link" jsonb;--> statement-breakpoint
UPDATE "messages" SET "mail" = replace("messages"."mail"::text, '/b/' || o."token", '/b/__PAGE_TOKEN__')::jsonb, "page_link" = '{"version": 1, "signer": ""}' FROM "orders" o WHERE o."order_id" = "messages"."order_id" AND "messages"."mail" IS NOT NULL;--> statement-breakpoint
UPDATE "idempotency_keys" SET "response" = jsonb_set("response", '{links,status}', 'null') WHERE "response" #> '{links,status}' IS NOT NULL;--> statement-breakpoint
ALTER TABLE "orders" DROP CONSTRAINT "orders_token";--> statement-breakpoint
ALTER TABLE "orders" DROP COLUMN "token";