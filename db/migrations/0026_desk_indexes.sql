CREATE INDEX CONCURRENTLY "orders_held" ON "orders" USING btree ("placed_at","order_id") WHERE "orders"."suspended_at" is not null;
--> statement-breakpoint
CREATE INDEX CONCURRENTLY "views_phase_order" ON "views" USING btree ("phase","order_id");
--> statement-breakpoint
CREATE INDEX CONCURRENTLY "views_payment" ON "views" USING btree (("body" -> 'payment' ->> 'state') collate "C","order_id");
--> statement-breakpoint
CREATE INDEX CONCURRENTLY "views_policy" ON "views" USING btree (("body" -> 'law' ->> 'policy') collate "C","order_id");
--> statement-breakpoint
CREATE INDEX CONCURRENTLY "views_open_promised" ON "views" USING btree ("promised_on","order_id") WHERE "views"."ended_at" is null;
--> statement-breakpoint
CREATE INDEX CONCURRENTLY "views_notice" ON "views" USING btree ((coalesce("body" #>> '{law,notice,answerOn}', '9999-12-31')) collate "C","order_id") WHERE "views"."ended_at" is null and ("views"."body" #>> '{law,mayAnswer}') = 'true';
--> statement-breakpoint
CREATE INDEX CONCURRENTLY "views_hold" ON "views" USING btree (("body" #>> '{payment,holdUntil}') collate "C","order_id") WHERE "views"."ended_at" is null and ("views"."body" #>> '{payment,holdUntil}') is not null;
--> statement-breakpoint
CREATE INDEX CONCURRENTLY "views_refund" ON "views" USING btree ((coalesce(
  jsonb_path_query_first("state", '$.intents[*].refundBy ? (@ != null)') #>> '{}',
  jsonb_path_query_first("state", '$.intents[*].wanted[*].dueAt') #>> '{}')) collate "C","order_id") WHERE (coalesce(
  jsonb_path_query_first("views"."state", '$.intents[*].refundBy ? (@ != null)') #>> '{}',
  jsonb_path_query_first("views"."state", '$.intents[*].wanted[*].dueAt') #>> '{}')) is not null;
--> statement-breakpoint
CREATE INDEX CONCURRENTLY "views_due" ON "views" USING btree ((jsonb_path_query_first("body", '$.attention[*].dueAt') #>> '{}') collate "C","order_id") WHERE "views"."attention" <> '{}';
--> statement-breakpoint
CREATE UNIQUE INDEX CONCURRENTLY "shops_store" ON "shops" USING btree ("kind",lower("api_base"));
--> statement-breakpoint
CREATE INDEX CONCURRENTLY "messages_lost" ON "messages" USING btree ("at","id") WHERE "messages"."decision" in ('failed', 'unknown') or "messages"."status" in ('bounced', 'failed');
--> statement-breakpoint
CREATE INDEX CONCURRENTLY "messages_told" ON "messages" USING btree ("kind","at","order_id") WHERE "messages"."kind" in ('countdown', 'excitement') and "messages"."decision" = 'sent';
--> statement-breakpoint
CREATE INDEX CONCURRENTLY "messages_open" ON "messages" USING btree ("decision","at","id") WHERE "messages"."decision" in ('owed', 'sending', 'held', 'unknown');
--> statement-breakpoint
CREATE INDEX CONCURRENTLY "messages_unsent" ON "messages" USING btree ("decision","reason","at","id") WHERE "messages"."decision" in ('skipped', 'merged', 'failed');
--> statement-breakpoint
CREATE INDEX CONCURRENTLY "messages_trouble" ON "messages" USING btree ("status","at","id") WHERE "messages"."status" in ('delayed', 'complained', 'bounced', 'failed');
--> statement-breakpoint
CREATE INDEX CONCURRENTLY "messages_kind" ON "messages" USING btree ("kind","at","id");
--> statement-breakpoint
CREATE INDEX CONCURRENTLY "webhook_deliveries_state" ON "webhook_deliveries" USING btree ("endpoint_id","state","seq") WHERE "webhook_deliveries"."state" <> 'delivered';
--> statement-breakpoint
CREATE INDEX CONCURRENTLY "supplies_calendar" ON "supplies" USING btree ("expected_on","supply_id") WHERE "supplies"."remaining" > 0;
--> statement-breakpoint
CREATE INDEX CONCURRENTLY "updates_seq" ON "updates" USING btree ("seq");
--> statement-breakpoint
CREATE INDEX CONCURRENTLY "updates_old" ON "updates" USING btree ("created_at");
