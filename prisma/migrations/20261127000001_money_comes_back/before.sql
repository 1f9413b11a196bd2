-- What the migration must be able to meet: rules that no longer may overlap by time alone, answered and unanswered keys.
INSERT INTO "CommissionRule" (id, bps, "validFrom", "validTo", note) VALUES
  ('00000000-0000-7000-8000-000000000001', 500, '2026-01-01', '2026-07-01', 'until summer'),
  ('00000000-0000-7000-8000-000000000002', 400, '2026-07-01', NULL, NULL);
INSERT INTO "IdempotencyKey" (key, "actorKey", "requestHash", "recoveryPoint", response) VALUES
  ('checkout:a', 'cart:1', 'a', 'placed', '{"orderId": "x", "number": "2611-000001"}'),
  ('checkout:b', 'cart:1', 'b', 'claimed', NULL);
INSERT INTO "WebhookEvent" (id, provider, "providerId", type, "objectId") VALUES
  ('00000000-0000-7000-8000-000000000003', 'stripe', 'evt_1', 'checkout.session.completed', 'cs_1');
INSERT INTO "Party" (id, kind, system) VALUES ('00000000-0000-7000-8000-000000000004', 'system', 'platform');
INSERT INTO "LedgerAccount" (id, "partyId", kind, currency, name) VALUES
  ('00000000-0000-7000-8000-000000000005', '00000000-0000-7000-8000-000000000004', 'held', 'CNY', 'platform:held');
