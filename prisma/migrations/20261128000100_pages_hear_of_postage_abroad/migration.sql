-- Pages are kept by the country that a visitor sends to, so what they say of it makes them old too.
CREATE TRIGGER pages_change AFTER INSERT OR UPDATE OR DELETE ON "Country" FOR EACH STATEMENT EXECUTE FUNCTION pages_changed();
CREATE TRIGGER pages_change AFTER INSERT OR UPDATE OR DELETE ON "PostageRate" FOR EACH STATEMENT EXECUTE FUNCTION pages_changed();
CREATE TRIGGER pages_change AFTER INSERT OR UPDATE OR DELETE ON "BlockedGoods" FOR EACH STATEMENT EXECUTE FUNCTION pages_changed();
