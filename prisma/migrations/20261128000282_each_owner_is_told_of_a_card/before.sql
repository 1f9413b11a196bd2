-- What the migration must be able to meet: a card of which somebody was told already.
INSERT INTO "CardNotice" ("bankAccountId", about) SELECT id, 'registered' FROM "BankAccount" ORDER BY id LIMIT 1;
