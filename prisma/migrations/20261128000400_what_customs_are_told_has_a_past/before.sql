-- What the migration must be able to meet: goods that some border stops, and words for a craft and for one piece, from before they had a past.
INSERT INTO "BlockedGoods" (id, "countryCode", "materialCode", "reasonZh", "reasonEn", "validFrom")
VALUES (gen_random_uuid(), 'JP', 'seed', '种子不放行。', 'Seeds are not let through.', '2026-02-01');
INSERT INTO "CustomsEntry" (id, "craftId", "hsCode", "descriptionZh", "descriptionEn")
SELECT gen_random_uuid(), id, '580890', '手编绳结', 'Knotted cord ornament' FROM "Craft" ORDER BY code LIMIT 1 ON CONFLICT DO NOTHING;
INSERT INTO "CustomsEntry" (id, "productId", "hsCode", "descriptionZh", "descriptionEn")
SELECT gen_random_uuid(), id, '630790', '绳结包挂', 'Knotted bag charm' FROM "Product" ORDER BY id LIMIT 1 ON CONFLICT DO NOTHING;
