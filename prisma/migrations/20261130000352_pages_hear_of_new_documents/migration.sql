-- The foot of every page of the shop says which documents change, and when.
CREATE TRIGGER pages_gain AFTER INSERT ON "TextVersion" FOR EACH STATEMENT EXECUTE FUNCTION pages_changed();
