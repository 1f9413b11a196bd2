-- Whoever keeps rendered pages hears on the channel "pages" which of them a commit has made old: '*' for all, else a page's Chinese address.
CREATE FUNCTION pages_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('pages', '*');
  RETURN NULL;
END $$;

-- Lists say whether a piece can be bought, its own page says how many there are.
CREATE FUNCTION pieces_changed() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  page text := '*';
BEGIN
  IF (NEW."onHand" > NEW.reserved) = (OLD."onHand" > OLD.reserved) THEN
    SELECT '/products/' || p.slug INTO page FROM "Variant" v JOIN "Product" p ON p.id = v."productId" WHERE v.id = NEW."variantId";
  END IF;
  PERFORM pg_notify('pages', page);
  RETURN NULL;
END $$;

CREATE TRIGGER pages_change AFTER UPDATE ON "StockItem" FOR EACH ROW
  WHEN (NEW."variantId" IS NOT NULL AND (NEW."onHand", NEW.reserved) IS DISTINCT FROM (OLD."onHand", OLD.reserved))
  EXECUTE FUNCTION pieces_changed();
-- a draft is on no page yet
CREATE TRIGGER pages_gain AFTER INSERT ON "Product" FOR EACH ROW WHEN (NEW.status <> 'draft') EXECUTE FUNCTION pages_changed();
CREATE TRIGGER pages_change AFTER UPDATE OR DELETE ON "Product" FOR EACH STATEMENT EXECUTE FUNCTION pages_changed();
CREATE TRIGGER pages_change AFTER UPDATE OR DELETE ON "Media" FOR EACH STATEMENT EXECUTE FUNCTION pages_changed();
CREATE TRIGGER pages_change AFTER INSERT OR UPDATE OR DELETE ON "ProductText" FOR EACH STATEMENT EXECUTE FUNCTION pages_changed();
CREATE TRIGGER pages_change AFTER INSERT OR UPDATE OR DELETE ON "ProductMedia" FOR EACH STATEMENT EXECUTE FUNCTION pages_changed();
CREATE TRIGGER pages_change AFTER INSERT OR UPDATE OR DELETE ON "Variant" FOR EACH STATEMENT EXECUTE FUNCTION pages_changed();
CREATE TRIGGER pages_change AFTER INSERT OR UPDATE OR DELETE ON "PriceTier" FOR EACH STATEMENT EXECUTE FUNCTION pages_changed();
CREATE TRIGGER pages_change AFTER INSERT OR UPDATE OR DELETE ON "Craft" FOR EACH STATEMENT EXECUTE FUNCTION pages_changed();
CREATE TRIGGER pages_change AFTER INSERT OR UPDATE OR DELETE ON "Seller" FOR EACH STATEMENT EXECUTE FUNCTION pages_changed();
CREATE TRIGGER pages_change AFTER INSERT OR UPDATE OR DELETE ON "SellerPerson" FOR EACH STATEMENT EXECUTE FUNCTION pages_changed();
CREATE TRIGGER pages_change AFTER INSERT OR UPDATE OR DELETE ON "Consent" FOR EACH STATEMENT EXECUTE FUNCTION pages_changed();
CREATE TRIGGER pages_change AFTER INSERT OR UPDATE OR DELETE ON "Region" FOR EACH STATEMENT EXECUTE FUNCTION pages_changed();
CREATE TRIGGER pages_change AFTER INSERT OR UPDATE OR DELETE ON "Setting" FOR EACH STATEMENT EXECUTE FUNCTION pages_changed();
CREATE TRIGGER pages_change AFTER INSERT OR UPDATE OR DELETE ON "PostageRule" FOR EACH STATEMENT EXECUTE FUNCTION pages_changed();
CREATE TRIGGER pages_change AFTER INSERT OR UPDATE OR DELETE ON "CommissionRule" FOR EACH STATEMENT EXECUTE FUNCTION pages_changed();
CREATE TRIGGER pages_change AFTER INSERT OR UPDATE OR DELETE ON "Clock" FOR EACH STATEMENT EXECUTE FUNCTION pages_changed();
