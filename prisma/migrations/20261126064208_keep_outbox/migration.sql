-- Dropping a day needs the whole outbox for a moment, and who writes waits behind it: so one day a transaction, and it gives
-- up after half a second of waiting for its turn. The job comes again.
ALTER FUNCTION "outbox_make_days"(int) SET lock_timeout = '500ms';
DROP FUNCTION "outbox_drop_days"(int, text[]);

-- Drops the oldest day before the last `keep` that all these readers have read (a group and its topic, pairwise; '*' stands
-- for all topics), and gives its name; NULL when there is none, or somebody hasn't read it. `here` is the name of this
-- cluster, with which positions begin: a position of another one says nothing. When no such day is left, the rows go that had
-- landed in the partition for all other days. (What is compared with stands in variables: under row-level security no index
-- serves what a function makes of another table's column.)
CREATE FUNCTION "outbox_drop_day"(keep int, groups text[], topics text[], here text) RETURNS text LANGUAGE plpgsql
SECURITY DEFINER SET search_path = public, pg_temp SET lock_timeout = '500ms' AS $$
DECLARE
  first date := (now() AT TIME ZONE 'utc')::date - keep;
  part text;
  bound timestamp;
  reader record;
  is_unread boolean := false;
  scope text := app_scope();
BEGIN
  PERFORM set_config('app.scope', 'events', true);
  SELECT c.relname, to_date(right(c.relname, 8), 'YYYYMMDD') + 1 INTO part, bound
    FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid
    WHERE i.inhparent = '"event_outbox"'::regclass AND c.relname ~ '^event_outbox_\d{8}$'
      AND c.relname < 'event_outbox_' || to_char(first, 'YYYYMMDD') ORDER BY 1 LIMIT 1;
  bound := coalesce(bound, first);
  FOR reader IN
    SELECT asked.topic, coalesce(p."snapshot", '1:1:')::pg_snapshot AS snapshot
    FROM unnest(groups, topics) AS asked (consumer_group, topic) LEFT JOIN "event_positions" p
      ON p."consumer_group" = asked.consumer_group AND p."topic" = asked.topic AND starts_with(p."cluster", here)
  LOOP
    -- A row below the oldest transaction of the snapshot is read for certain: the index finds the others.
    SELECT EXISTS (SELECT FROM "event_outbox" o WHERE o."created_at" < bound AND reader.topic IN ('*', o."topic")
      AND o."xid" >= pg_snapshot_xmin(reader.snapshot) AND NOT pg_visible_in_snapshot(o."xid", reader.snapshot)) INTO is_unread;
    EXIT WHEN is_unread;
  END LOOP;
  IF is_unread THEN
    part := NULL;
  ELSIF part IS NOT NULL THEN
    EXECUTE format('DROP TABLE %I', part);
  ELSE
    DELETE FROM "event_outbox_other" WHERE "created_at" < bound;
    IF FOUND THEN part := 'event_outbox_other'; END IF;
  END IF;
  PERFORM set_config('app.scope', scope, true);
  RETURN part;
END $$;
REVOKE ALL ON FUNCTION "outbox_drop_day"(int, text[], text[], text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "outbox_drop_day"(int, text[], text[], text) TO hashinsight_app;

-- The runtime role has no rights on that partition: only the function comes here.
CREATE POLICY "sweep" ON "event_outbox_other" USING ((SELECT app_scope()) = 'events') WITH CHECK (false);
