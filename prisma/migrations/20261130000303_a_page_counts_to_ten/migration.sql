-- A page says how many are free up to ten, and that there is plenty above: a sale that it does not show makes no page old.
DROP TRIGGER pages_change ON "StockItem";
CREATE TRIGGER pages_change AFTER UPDATE ON "StockItem" FOR EACH ROW
  WHEN (NEW."variantId" IS NOT NULL AND least(NEW."onHand" - NEW.reserved, 11) IS DISTINCT FROM least(OLD."onHand" - OLD.reserved, 11)) EXECUTE FUNCTION pieces_changed();
