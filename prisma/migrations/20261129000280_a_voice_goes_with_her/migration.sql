-- Whoever hands a shop over takes her voice with her, as her name, her words and her pictures: her own page for taking it back is the shop's, which is another's now. Heard is who keeps the shop or works in it today.
CREATE OR REPLACE FUNCTION voice_is_heard(product uuid, speaker uuid, approved timestamptz) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT approved IS NOT NULL
    AND EXISTS (SELECT 1 FROM "Consent" c WHERE c."personId" = speaker AND c.purpose = 'public_voice' AND c."withdrawnAt" IS NULL)
    AND EXISTS (SELECT 1 FROM "Product" p JOIN "SellerPerson" k ON k."sellerId" = p."sellerId" AND k."personId" = speaker
      WHERE p.id = product AND p.status IN ('on_sale', 'paused') AND daterange(k."validFrom", k."validTo") @> (app_now() AT TIME ZONE 'Asia/Shanghai')::date) $$;
