-- Every batch raises the versions of its aggregates. With room beside it in its page a row is raised in place, and the index
-- that finds it doesn't grow.
ALTER TABLE "event_keys" SET (fillfactor = 50);
