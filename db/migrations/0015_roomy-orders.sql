-- Units that arrive go to a whole stretch of the queue at once, and each of its orders is updated.
-- Where a page has room for the new versions, no index is written.
ALTER TABLE "orders" SET (fillfactor = 50);
