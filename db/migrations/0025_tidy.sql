ALTER TABLE "update_posts" DROP CONSTRAINT "update_posts_update_id_updates_update_id_fk";
--> statement-breakpoint
ALTER TABLE "update_posts" ADD CONSTRAINT "update_posts_update_id_updates_update_id_fk" FOREIGN KEY ("update_id") REFERENCES "public"."updates"("update_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "shops_store" ON "shops" USING btree ("kind",lower("api_base"));--> statement-breakpoint
CREATE INDEX "webhook_deliveries_state" ON "webhook_deliveries" USING btree ("endpoint_id","state","seq") WHERE "webhook_deliveries"."state" <> 'delivered';--> statement-breakpoint
CREATE INDEX "updates_seq" ON "updates" USING btree ("seq");--> statement-breakpoint
CREATE INDEX "updates_old" ON "updates" USING btree ("created_at");