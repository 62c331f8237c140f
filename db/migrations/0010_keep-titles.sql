ALTER TABLE "lines" ADD COLUMN "title" text;--> statement-breakpoint
UPDATE "lines" SET "title" = p."title" FROM "products" p WHERE p."sku" = "lines"."sku";