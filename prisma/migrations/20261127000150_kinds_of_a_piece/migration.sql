-- a buyer tells the kinds of a piece apart by their names: asked when a change of several is complete
ALTER TABLE "Variant"
  ADD CONSTRAINT "Variant_name" CHECK (char_length("nameZh") BETWEEN 1 AND 40 AND char_length("nameEn") BETWEEN 1 AND 80),
  ADD CONSTRAINT "Variant_told_apart" EXCLUDE USING btree ("productId" WITH =, (coalesce("nameZh", '')) WITH =) WHERE ("retiredAt" IS NULL)
    DEFERRABLE INITIALLY DEFERRED;
